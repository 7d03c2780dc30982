/** `settle`: one row per stay with its price, its payment and who pays it. */
import { type Command, list, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const settleCommand: Command = {
  usage: 'settle <files..>',
  about: { zh: '结算：按一个支付政策逐例计算', en: 'settle every stay under one policy' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['policy', 'catalogue', 'output', 'force', ...loading], {
      format: { choices: ['csv', 'ndjson', 'json'], default: 'csv', describe: language === 'zh' ? '输出格式' : 'output format' },
    }).demandOption('policy'),
  run: async (words, face) => {
    refuseTarget(words);
    const { settleFile } = await import('../../app/settle-file.ts');
    const order = { ...(await loadOptions(words, face)), policy: text(words, 'policy')!, catalogue: text(words, 'catalogue') };
    const { load, rows, policy, catalogue } = await settleFile(face.installation, list(words, 'files'), order);
    tellLoad(load, face);
    const { settleCsv } = await import('../../report/settle-csv.ts');
    const { settleJson, settleNdjson } = await import('../../report/settle-json.ts');
    switch (text(words, 'format')) {
      case 'json':
        await deliver(settleJson(rows, { policy: policy.id, catalogue }), words, face);
        break;
      case 'ndjson':
        await deliver(settleNdjson(rows), words, face);
        break;
      default:
        await deliver(settleCsv(rows, { bom: withMark(words) }), words, face);
    }
    return strictStatus(load, words);
  },
};

/** `settle`: one row per stay with its price, its payment and who pays it. */
import { type Command, list, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const settleCommand: Command = {
  usage: 'settle <files..>',
  about: {
    zh: '结算：按支付政策逐例计算；多个 --policy 按参保地和出院日选用',
    en: 'settle every stay; of several --policy the one of its insured place and day',
  },
  options: (yargs, language) =>
    withOptions(yargs, language, ['policy', 'catalogue', 'output', 'force', ...loading], {
      format: { choices: ['csv', 'ndjson', 'json'], default: 'csv', describe: language === 'zh' ? '输出格式' : 'output format' },
    }).demandOption('policy'),
  run: async (words, face) => {
    refuseTarget(words);
    const { settleFile } = await import('../../app/settle-file.ts');
    const order = { ...(await loadOptions(words, face)), policies: list(words, 'policy'), catalogue: text(words, 'catalogue') };
    const { load, rows, policies, parts } = await settleFile(face.installation, list(words, 'files'), order);
    tellLoad(load, face);
    const { settleCsv } = await import('../../report/settle-csv.ts');
    const { settleJson, settleNdjson } = await import('../../report/settle-json.ts');
    switch (text(words, 'format')) {
      case 'json':
        await deliver(settleJson(rows, { policy: policies.join(', '), catalogue: parts.catalogues.join(', ') }), words, face);
        break;
      case 'ndjson':
        await deliver(settleNdjson(rows), words, face);
        break;
      default:
        await deliver(settleCsv(rows, { bom: withMark(words) }), words, face);
    }
    const { settleSummary } = await import('../../report/settle-summary.ts');
    face.note(settleSummary(rows, face.language));
    return strictStatus(load, words);
  },
};

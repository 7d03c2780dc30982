/** `settle`: one row per stay with its price, its payment and who pays it. */
import { UserError } from '../../errors.ts';
import { type Command, flag, list, text, type Words } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import { estimateOptions } from '../estimate-options.ts';
import type { Face } from '../face.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const settleCommand: Command = {
  usage: 'settle [files..]',
  about: {
    zh: '结算：按支付政策逐例计算；多个 --policy 按参保地和出院日选用；--estimate 估算一例',
    en: 'settle every stay; of several --policy the one of its insured place and day; --estimate for one case typed in',
  },
  options: (yargs, language) =>
    withOptions(yargs, language, ['policy', 'catalogue', 'output', 'force', ...loading], {
      format: {
        choices: ['csv', 'ndjson', 'json', 'text'],
        describe:
          language === 'zh'
            ? '输出格式：文件缺省 csv，估算 text 或 json'
            : 'output format: csv of files when not given; text or json of an estimate',
      },
      ...estimateOptions(language),
    }).demandOption('policy'),
  run: async (words, face) => {
    refuseTarget(words);
    if (flag(words, 'estimate')) return estimate(words, face);
    refuseEstimated(words, face);
    if (list(words, 'files').length === 0) throw nothingToSettle();
    if (text(words, 'format') === 'text') throw noSuchFormat('csv, ndjson, json');
    const { settleFile } = await import('../../app/settle-file.ts');
    const order = { ...(await loadOptions(words, face)), policies: list(words, 'policy'), catalogue: text(words, 'catalogue') };
    const { load, rows, policies, parts, notes } = await settleFile(face.installation, list(words, 'files'), order);
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
    for (const note of notes) (note.always ? face.err : face.note)(`${note[face.language]}\n`);
    return strictStatus(load, words);
  },
};

async function estimate(words: Words, face: Face): Promise<number> {
  const format = text(words, 'format') ?? 'text';
  if (format !== 'text' && format !== 'json') throw noSuchFormat('text, json');
  const { typedEstimate } = await import('../typed-estimate.ts');
  const { estimateCase } = await import('../../app/estimate-case.ts');
  const estimated = estimateCase(face.installation, typedEstimate(words));
  const { estimateJson } = await import('../../report/estimate-json.ts');
  const { estimateText } = await import('../../report/estimate-text.ts');
  await deliver([format === 'json' ? estimateJson(estimated) : estimateText(estimated, face.language)], words, face);
  return 0;
}

/** What belongs to an estimate would change nothing of a file. */
function refuseEstimated(words: Words, { language }: Face): void {
  const odd = Object.keys(estimateOptions(language)).find(name => words[name] !== undefined && words[name] !== false);
  if (odd === undefined) return;
  throw new UserError(
    'USAGE',
    { zh: `--${odd} 只用于 --estimate`, en: `--${odd} goes with --estimate only` },
    { hint: { zh: '加上 --estimate，或去掉它。', en: 'Add --estimate, or leave it out.' } },
  );
}

const nothingToSettle = () =>
  new UserError(
    'USAGE',
    { zh: '请给出文件，或用 --estimate 估算一例', en: 'give files, or estimate one case with --estimate' },
    { hint: { zh: '见 casemix settle --help。', en: 'See casemix settle --help.' } },
  );

const noSuchFormat = (known: string) =>
  new UserError(
    'USAGE',
    { zh: '没有这种输出格式', en: 'no such output format here' },
    { at: '--format', hint: { zh: `可用：${known}。`, en: `Known: ${known}.` } },
  );

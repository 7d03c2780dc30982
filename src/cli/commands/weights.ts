/** `weights`: relative weights, regional benchmarks and a rate from the history of a region, with the quality of the grouping. */

import type { WeightsOrder } from '../../app/calibrate-weights.ts';
import { DEFAULT_CATALOGUE } from '../../app/defaults.ts';
import { lenders } from '../../payment/history/borrow.ts';
import { trims } from '../../payment/history/trim.ts';
import { type Command, flag, list, text, type Words } from '../command.ts';
import { deliver, rulesOf } from '../deliver.ts';
import type { Face } from '../face.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

/** What the folder of `-o` gets. */
const made = { weights: 'weights.tsv', benchmarks: 'benchmark.tsv', report: 'weights.txt', json: 'weights.json' };

export const weightsCommand: Command = {
  usage: 'weights <files..>',
  about: { zh: '由区域历史病例测算权重、基准与费率', en: 'weights, benchmarks and a rate from the history of a region' },
  options: (yargs, language) => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    return withOptions(yargs, language, ['catalogue', 'force', ...loading], {
      output: { alias: 'o', type: 'string', describe: say('输出目录', 'output folder') },
      format: { choices: ['text', 'json'], default: 'text', describe: say('屏幕上的格式', 'format on standard output') },
      trim: {
        choices: trims,
        default: 'iqr',
        describe: say('裁剪极端费用；winsorise 收到分位点而不删', 'trimming; winsorise pulls in instead of dropping'),
      },
      'trim-from': { type: 'string', default: '0', describe: say('少于此例数的病组不裁剪', 'groups of fewer cases are not trimmed') },
      'min-cases': {
        type: 'string',
        default: '6',
        describe: say('稳定病组的最少例数（另需 CV ≤ 1）', 'fewest cases of a stable group (and CV <= 1)'),
      },
      years: { type: 'string', describe: say('最后几年的权重，从早到晚：1,2,7', 'shares of the last years, oldest first: 1,2,7') },
      borrow: {
        type: 'string',
        array: true,
        choices: [...lenders, 'none'],
        default: ['none'],
        describe: say('不稳定病组依次向谁借权重', 'where unstable groups borrow, in order'),
      },
      previous: { type: 'string', describe: say('上年权重表', "last year's weight table") },
      reference: { type: 'string', describe: say('参考权重表', 'reference weight table') },
      'to-scale': {
        type: 'boolean',
        describe: say('把借来的权重换算到本表的标尺', "bring borrowed tables to this table's scale"),
      },
      structure: {
        type: 'string',
        describe: say('费用结构系数：drugs=0.9,service=1.1', 'factors of the cost structure: drugs=0.9,service=1.1'),
      },
      normalise: { type: 'boolean', describe: say('整体调到 Σ 权重·例数 = 例数', 'bring the table to Σ weight·cases = cases') },
      digits: { type: 'string', default: '4', describe: say('权重的小数位数', 'decimals of a weight') },
      budget: { type: 'string', describe: say('可用基金（元），算费率', 'fund for the year in yuan: gives a rate') },
      share: {
        type: 'string',
        describe: say(
          '上年实际基金支付比例；不给则为基金口径',
          'share of the bill the fund paid; without it the rate is on the fund basis',
        ),
      },
      'expected-growth': {
        type: 'string',
        default: '0',
        describe: say('预计病例增长，0.05 为 5%', 'expected growth of cases, 0.05 is 5%'),
      },
      coefficients: {
        type: 'string',
        describe: say(
          '医院级别系数，算预计权重：tertiary=1.05,secondary=0.9',
          'coefficients by hospital level: tertiary=1.05,secondary=0.9',
        ),
      },
      settles: {
        type: 'string',
        array: true,
        describe: say('将用此表结算的文件；与历史相同则标为自测', 'files this table will settle; the same file stamps it self-tested'),
      },
    });
  },
  run: async (words, face) => {
    const folder = text(words, 'output');
    const { mayWrite } = await import('../../files/write-output.ts');
    if (folder !== undefined) for (const name of Object.values(made)) mayWrite(`${folder}/${name}`, rulesOf(words));
    const { calibratedWeights } = await import('../../app/calibrate-weights.ts');
    const found = await calibratedWeights(face.installation, list(words, 'files'), await orderOf(words, face));
    tellLoad(found.load, face);
    const { weightsText } = await import('../../report/weights-text.ts');
    const { weightsJson } = await import('../../report/weights-json.ts');
    const report = { ...found, digits: found.order.digits, trim: found.order.trim };
    const [said, json] = [
      weightsText(report, face.language),
      weightsJson(report, { files: found.load.table.files, selfTested: found.selfTested }),
    ];
    if (folder !== undefined) {
      const { benchmarksTsv, weightsTsv } = await import('../../report/weights-tsv.ts');
      const { writeOutput } = await import('../../files/write-output.ts');
      const written = { stamp: found.stamp, digits: found.order.digits };
      const files: readonly (readonly [string, string])[] = [
        [made.weights, weightsTsv(found.calibration, written)],
        [made.benchmarks, benchmarksTsv(found.calibration, found.stamp)],
        [made.report, said],
        [made.json, json],
      ];
      for (const [name, content] of files) await writeOutput(`${folder}/${name}`, [content], rulesOf(words));
      face.note(`${folder}/{${Object.values(made).join(', ')}}\n`);
    }
    await deliver([text(words, 'format') === 'json' ? json : said], { ...words, output: '-' }, face);
    return strictStatus(found.load, words);
  },
};

async function orderOf(words: Words, face: Face): Promise<WeightsOrder> {
  const { budgetIn, factorsIn, lendersIn, sharesIn } = await import('../weight-words.ts');
  return {
    ...(await loadOptions(words, face)),
    catalogue: text(words, 'catalogue') ?? DEFAULT_CATALOGUE,
    trim: text(words, 'trim') as WeightsOrder['trim'],
    from: wholeNumber(words, 'trim-from', { from: 0, to: 1_000_000 }),
    minCases: wholeNumber(words, 'min-cases', { from: 1, to: 1_000_000 }),
    digits: wholeNumber(words, 'digits', { from: 1, to: 12 }),
    years: sharesIn(text(words, 'years')),
    borrow: lendersIn(words),
    previous: text(words, 'previous'),
    reference: text(words, 'reference'),
    factors: factorsIn(text(words, 'structure')),
    toScale: flag(words, 'to-scale'),
    normalise: flag(words, 'normalise'),
    budget: budgetIn(words),
    settles: list(words, 'settles'),
  };
}

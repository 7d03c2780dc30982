/** `dip build`: a DIP catalogue (病种目录库) from the history of a region. */
import type { DipOrder } from '../../app/build-dip.ts';
import { UserError } from '../../errors.ts';
import { dimensions } from '../../policy/dip-lists.ts';
import { type Command, list, text, type Words } from '../command.ts';
import { rulesOf } from '../deliver.ts';
import type { Face } from '../face.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

export const dipCommand: Command = {
  usage: 'dip <action> <files..>',
  about: { zh: '按病种分值付费：build 由区域历史病例建立病种目录', en: 'payment by DIP: build a catalogue from the history of a region' },
  options: (yargs, language) => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    return withOptions(yargs, language, ['force', ...loading], {
      output: { alias: 'o', type: 'string', describe: say('输出目录', 'output folder') },
      id: { type: 'string', describe: say('目录编号，缺省为输出目录名', 'id of the catalogue; the name of the folder when not given') },
      format: { choices: ['text', 'json'], default: 'text', describe: say('屏幕上的格式', 'format on standard output') },
      'min-cases': {
        type: 'string',
        default: '15',
        describe: say('核心病种的最少例数（各年合计）', 'fewest stays of a core group, all years'),
      },
      'year-weights': {
        type: 'string',
        default: '1,2,7',
        describe: say('最后几年的权重，从早到晚', 'weights of the last years, oldest first'),
      },
      scale: { choices: ['100', '1000'], default: '1000', describe: say('权重 1 的分值', 'points of a weight of 1') },
      auxiliary: {
        type: 'string',
        array: true,
        choices: [...dimensions, 'none'],
        default: [...dimensions],
        describe: say('可用的辅助目录', 'auxiliary lists to choose from'),
      },
      'grassroots-level': {
        type: 'string',
        array: true,
        default: ['一级', '未定级', '基层', 'primary', '1'],
        describe: say('算作基层的医院级别（文件中的写法）', 'hospital levels, as the files write them, that are grass-roots'),
      },
      'procedure-types': { type: 'string', describe: say('手术操作类型表（codes、type）', 'table of procedure kinds (codes, type)') },
      'severity-signs': { type: 'string', describe: say('严重程度体征表（grade、codes）', 'table of signs of severity (grade, codes)') },
      settles: {
        type: 'string',
        array: true,
        describe: say(
          '将用此目录结算的文件；与历史相同则标为自测',
          'files this catalogue will settle; the same file stamps it self-tested',
        ),
      },
    }).positional('action', { choices: ['build'] as const, demandOption: true });
  },
  run: async (words, face) => {
    const folder = text(words, 'output');
    if (folder === undefined) throw missingFolder();
    const { builtDip, mayWriteDip, writeDip } = await import('../../app/build-dip.ts');
    mayWriteDip(folder, rulesOf(words));
    const { load, manifest, texts } = await builtDip(face.installation, list(words, 'files'), await orderOf(words, folder, face));
    tellLoad(load, face);
    await writeDip(folder, texts, rulesOf(words));
    const { dipText } = await import('../../report/dip-text.ts');
    await face.out(text(words, 'format') === 'json' ? texts['manifest.json'] : dipText(manifest, face.language));
    face.note(`${folder}/{${Object.keys(texts).join(', ')}}\n`);
    return strictStatus(load, words);
  },
};

async function orderOf(words: Words, folder: string, face: Face): Promise<DipOrder> {
  return {
    ...(await loadOptions(words, face)),
    id: text(words, 'id') ?? folder.replace(/\/+$/, '').split('/').at(-1)!,
    rules: {
      minCases: wholeNumber(words, 'min-cases', { from: 2, to: 1_000_000 }),
      yearWeights: yearWeights(text(words, 'year-weights')!),
      scale: Number(text(words, 'scale')),
      grassrootsLevels: list(words, 'grassroots-level'),
      grassrootsShare: '0.5',
      grassrootsCv: '0.7',
      dimensions: dimensions.filter(name => list(words, 'auxiliary').includes(name)),
      auxiliaryCases: wholeNumber(words, 'min-cases', { from: 2, to: 1_000_000 }),
      auxiliaryGain: '0.05',
    },
    procedureTypes: text(words, 'procedure-types'),
    severitySigns: text(words, 'severity-signs'),
    settles: list(words, 'settles'),
  };
}

function yearWeights(written: string): readonly number[] {
  const weights = written.split(/[,:，：]/).map(Number);
  if (weights.length <= 10 && weights.every(weight => Number.isSafeInteger(weight) && weight > 0)) return weights;
  throw new UserError(
    'USAGE',
    { zh: `年度权重“${written}”不是正整数`, en: `the year weights "${written}" are not whole numbers above 0` },
    { at: '--year-weights', hint: { zh: '写成 1,2,7，最早的一年在前。', en: 'Write 1,2,7, the oldest year first.' } },
  );
}

const missingFolder = (): UserError =>
  new UserError(
    'USAGE',
    { zh: '缺少 -o', en: '-o is missing' },
    { hint: { zh: '例：casemix dip build 历史.csv -o 目录', en: 'Example: casemix dip build HISTORY.csv -o FOLDER' } },
  );

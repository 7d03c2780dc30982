/** `synth`: a synthetic hospital with a known truth, from a seed, in the layouts hospitals and insurers use. */
import { UserError } from '../../errors.ts';
import type { WrittenEncoding } from '../../files/encoded.ts';
import type { Language } from '../../language.ts';
import { count } from '../../report/format.ts';
import { type LayoutName, layoutFiles, layoutNames } from '../../synth/layouts/layout.ts';
import { lossTable, lossText } from '../../synth/layouts/loss-table.ts';
import { type Command, flag, list, text, type Words } from '../command.ts';
import type { Face } from '../face.ts';
import { withOptions } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

export const synthCommand: Command = {
  usage: 'synth',
  about: { zh: '生成合成医院与已知真值', en: 'a synthetic hospital with known truth' },
  options: (yargs, language) => {
    const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
    return withOptions(yargs, language, ['force'], {
      stays: { type: 'string', describe: say('病例数', 'number of stays') },
      seed: { type: 'string', describe: say('种子；同种子同字节', 'seed; the same seed gives the same bytes') },
      year: { type: 'string', default: '2025', describe: say('年度', 'year') },
      layout: {
        type: 'string',
        array: true,
        choices: [...layoutNames, 'all'],
        default: ['casemix'],
        describe: say('文件布局，可给多个', 'layouts of the files, several may be given'),
      },
      encoding: {
        choices: ['utf-8', 'gb18030'],
        default: 'utf-8',
        describe: say('文本布局的编码（JSON 总是 UTF-8）', 'encoding of text layouts (JSON is UTF-8 always)'),
      },
      settlements: {
        choices: ['clean', 'messy'],
        default: 'clean',
        describe: say(
          'messy：结算布局含中途、跨年、退费、重复结算',
          'messy: interim, cross-year, refunded and repeated bills in the layout setl',
        ),
      },
      history: { type: 'boolean', describe: say('区域历史：几家医院、几个年度', 'a region history: several hospitals and years') },
      hospitals: { type: 'string', default: '5', describe: say('--history 的医院数', 'hospitals of --history') },
      years: { type: 'string', default: '3', describe: say('--history 的年数，到 --year 为止', 'years of --history, up to --year') },
      layouts: { type: 'boolean', describe: say('只列出各布局丢失什么', 'only list what each layout loses') },
      output: { alias: 'o', type: 'string', describe: say('输出目录', 'output folder') },
    });
  },
  run: async (words, face) => {
    const { language } = face;
    if (flag(words, 'layouts')) {
      await face.out(lossTable(language));
      return 0;
    }
    const folder = text(words, 'output');
    if (folder === undefined) throw missing('-o');
    for (const name of ['stays', 'seed']) if (text(words, name) === undefined) throw missing(`--${name}`);
    if (flag(words, 'history')) return region(words, folder, face);
    const layouts = layoutsOf(list(words, 'layout'));
    const messySettlements = text(words, 'settlements') === 'messy';
    if (messySettlements && !layouts.includes('setl')) throw withoutExtract();
    const { makeHospital } = await import('../../app/make-hospital.ts');
    const truth = await makeHospital(face.installation, {
      stays: wholeNumber(words, 'stays', { from: 1, to: 20_000_000 }),
      seed: wholeNumber(words, 'seed', { from: 0, to: 0xffffffff }),
      year: wholeNumber(words, 'year', { from: 1990, to: 2099 }),
      layouts,
      encoding: text(words, 'encoding') as WrittenEncoding,
      messySettlements,
      folder,
      force: flag(words, 'force'),
    });
    for (const layout of layouts) face.note(`${written(layout, { folder, stays: truth.stays, language })}\n`);
    face.note(
      language === 'zh'
        ? `合成数据，不含任何真实个人信息；真值在 ${folder}/truth.json\n`
        : `Synthetic, no real person; the truth is in ${folder}/truth.json\n`,
    );
    return 0;
  },
};

async function region(words: Words, folder: string, face: Face): Promise<number> {
  const { makeRegion } = await import('../../app/make-region.ts');
  const zh = face.language === 'zh';
  const { files, truth } = await makeRegion(face.installation, {
    stays: wholeNumber(words, 'stays', { from: 1, to: 20_000_000 }),
    seed: wholeNumber(words, 'seed', { from: 0, to: 0xffffffff }),
    year: wholeNumber(words, 'year', { from: 1990, to: 2099 }),
    hospitals: wholeNumber(words, 'hospitals', { from: 1, to: 500 }),
    years: wholeNumber(words, 'years', { from: 1, to: 20 }),
    ...{ folder, force: flag(words, 'force') },
  });
  for (const file of files) face.note(`${folder}/${file}\n`);
  face.note(
    zh
      ? `合成的区域历史，不含任何真实个人信息：${count(truth.hospitals.length)} 家医院，${count(truth.stays)} 例；真值在 ${folder}/truth.json\n`
      : `A synthetic region history, no real person: ${count(truth.hospitals.length)} hospitals, ${count(truth.stays)} stays; the truth is in ${folder}/truth.json\n`,
  );
  return 0;
}

/** In their own order, each once. */
const layoutsOf = (words: readonly string[]): readonly LayoutName[] =>
  layoutNames.filter(layout => words.includes('all') || words.includes(layout));

type Told = { readonly folder: string; readonly stays: number; readonly language: Language };

function written(layout: LayoutName, { folder, stays, language }: Told): string {
  const lost = lossText([layout], language);
  const told = language === 'zh' ? `${count(stays)} 例；不含：${lost}` : `${count(stays)} stays; without: ${lost}`;
  return `${folder}/${layoutFiles[layout]}${language === 'zh' ? '：' : ': '}${told}`;
}

const missing = (name: string): UserError =>
  new UserError(
    'USAGE',
    { zh: `缺少 ${name}`, en: `${name} is missing` },
    { hint: { zh: '例：casemix synth --stays 1000 --seed 1 -o 目录', en: 'Example: casemix synth --stays 1000 --seed 1 -o FOLDER' } },
  );

const withoutExtract = (): UserError =>
  new UserError(
    'USAGE',
    { zh: '--settlements messy 只用于结算布局', en: '--settlements messy is about the settlement extract' },
    { hint: { zh: '请加 --layout setl。', en: 'Add --layout setl.' } },
  );

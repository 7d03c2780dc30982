/** `synth`: a synthetic hospital with a known truth, from a seed. */
import { count } from '../../report/format.ts';
import { type Command, flag, text } from '../command.ts';
import { withOptions } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

export const synthCommand: Command = {
  usage: 'synth',
  about: { zh: '生成合成医院与已知真值', en: 'a synthetic hospital with known truth' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['force'], {
      stays: { type: 'string', demandOption: true, describe: language === 'zh' ? '病例数' : 'number of stays' },
      seed: {
        type: 'string',
        demandOption: true,
        describe: language === 'zh' ? '种子；同种子同字节' : 'seed; the same seed gives the same bytes',
      },
      year: { type: 'string', default: '2025', describe: language === 'zh' ? '年度' : 'year' },
      output: { alias: 'o', type: 'string', demandOption: true, describe: language === 'zh' ? '输出目录' : 'output folder' },
    }),
  run: async (words, face) => {
    const { makeHospital } = await import('../../app/make-hospital.ts');
    const folder = text(words, 'output')!;
    const truth = await makeHospital(face.installation, {
      stays: wholeNumber(words, 'stays', { from: 1, to: 20_000_000 }),
      seed: wholeNumber(words, 'seed', { from: 0, to: 0xffffffff }),
      year: wholeNumber(words, 'year', { from: 1990, to: 2099 }),
      folder,
      force: flag(words, 'force'),
    });
    face.note(
      face.language === 'zh'
        ? `${folder}/stays.csv：${count(truth.stays)} 例（合成数据，不含任何真实个人信息）；真值在 ${folder}/truth.json\n`
        : `${folder}/stays.csv: ${count(truth.stays)} stays (synthetic, no real person); the truth is in ${folder}/truth.json\n`,
    );
    return 0;
  },
};

/** `compare`: the scenarios of a comparison file on the same stays. Exit 4 when a known total or the unpriced limit is not met. */
import { type Dimension, dimensions } from '../../compare/comparison.ts';
import { type Command, flag, list, text } from '../command.ts';
import { deliver, refuseTarget } from '../deliver.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';
import { tellAlarms } from '../tell-alarms.ts';
import { wholeNumber } from '../whole-number.ts';

export const compareCommand: Command = {
  usage: 'compare <comparison>',
  about: { zh: '比较：同一批病例、几个情景并列', en: 'set scenarios side by side on the same stays' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['output', 'force', ...loading], {
      data: { type: 'array', string: true, describe: language === 'zh' ? '改用这些病例文件' : 'use these stays instead' },
      by: { choices: dimensions, default: 'department', describe: language === 'zh' ? '分析维度' : 'dimension' },
      top: {
        type: 'string',
        default: '30',
        describe: language === 'zh' ? '逐项列出的行数，其余合为一行' : 'rows shown; the rest is folded',
      },
      ascii: { type: 'boolean', describe: language === 'zh' ? '只用 ASCII 画线' : 'ASCII rules' },
      format: { choices: ['text', 'md', 'csv', 'json'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' },
    }),
  run: async (words, face) => {
    refuseTarget(words);
    const { carryOut } = await import('../../app/carry-out.ts');
    const { compared } = await import('../../report/compared.ts');
    const data = words.data === undefined ? undefined : list(words, 'data');
    const { load, comparison, alarms } = await carryOut(face.installation, {
      ...(await loadOptions(words, face)),
      comparison: text(words, 'comparison')!,
      data,
    });
    tellLoad(load, face);
    const view = {
      language: face.language,
      by: text(words, 'by') as Dimension,
      top: wholeNumber(words, 'top', { from: 1, to: 100_000 }),
      ascii: flag(words, 'ascii'),
      detail: true,
    };
    await deliver([compared(comparison, text(words, 'format') ?? 'text', view)], words, face);
    return tellAlarms(alarms, face) || strictStatus(load, words);
  },
};

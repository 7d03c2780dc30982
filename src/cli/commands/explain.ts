/** `explain`: why a stay came to its group and its payment; of a file by stay id, or of one case typed in. */
import { DEFAULT_CATALOGUE, SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { type Command, text } from '../command.ts';
import { loadOptions } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const explainCommand: Command = {
  usage: 'explain [file]',
  about: { zh: '解释一份病例：分组过程与付费明细', en: 'the trace of one stay: grouping and payment lines' },
  options: (yargs, language) => {
    const zh = language === 'zh';
    return withOptions(yargs, language, ['catalogue', ...loading], {
      stay: { type: 'string', describe: zh ? '病例编号，如 S0000001' : 'stay id, such as S0000001' },
      comparison: { type: 'string', default: SHIPPED_COMPARISON, describe: zh ? '情景比较文件' : 'comparison file' },
      dx: { type: 'string', describe: zh ? '诊断编码，主要诊断在前，逗号分隔' : 'diagnosis codes, principal first, by commas' },
      px: { type: 'string', describe: zh ? '手术操作编码，主要手术在前，逗号分隔' : 'procedure codes, main first, by commas' },
      sex: { type: 'string', describe: zh ? '1 男 2 女' : '1 male, 2 female' },
      age: { type: 'string', describe: zh ? '周岁' : 'years' },
      'age-days': { type: 'string', describe: zh ? '日龄（不足 1 岁）' : 'days, when younger than a year' },
      weight: { type: 'string', describe: zh ? '新生儿体重，克' : 'birth weight in grams' },
    });
  },
  run: async (words, face) => {
    const { explanationText } = await import('../../report/explanation-text.ts');
    const { typedCase } = await import('../typed-case.ts');
    const { codeNames } = await import('../../app/code-names.ts');
    const view = { language: face.language, nameOf: codeNames(face.installation) };
    const file = text(words, 'file');
    if (file === undefined) {
      const { explainCase } = await import('../../app/explain-case.ts');
      const catalogue = text(words, 'catalogue') ?? DEFAULT_CATALOGUE;
      await face.out(explanationText(explainCase(face.installation, typedCase(words), catalogue), view));
      return 0;
    }
    const { explainFile } = await import('../../app/explain-case.ts');
    const order = { ...(await loadOptions(words, face)), comparison: text(words, 'comparison')!, data: [file] };
    const explanation = await explainFile(face.installation, { ...order, stay: text(words, 'stay') ?? '' });
    face.progress('');
    await face.out(explanationText(explanation, view));
    return 0;
  },
};

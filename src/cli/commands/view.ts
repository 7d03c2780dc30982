/** `view`: a screen of the workbench as text, Markdown, CSV or JSON, after the same steps that a person would take there. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { bilingual } from '../../language.ts';
import { type Command, flag, list, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import { loadOptions } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const viewCommand: Command = {
  usage: 'view <screen> [steps..]',
  about: {
    zh: '打印工作台的一个画面：view groups sort=result filter=drg:IC',
    en: 'print a screen of the workbench: view groups sort=result filter=drg:IC',
  },
  options: (yargs, language) =>
    withOptions(yargs, language, ['output', 'force', ...loading], {
      data: { type: 'array', string: true, describe: words[language].data },
      comparison: { type: 'string', default: SHIPPED_COMPARISON, describe: words[language].comparison },
      ascii: { type: 'boolean', describe: words[language].ascii },
      format: { choices: ['text', 'md', 'csv', 'json'], default: 'text', describe: words[language].format },
    }),
  run: async (words, face) => {
    refuseTarget(words);
    const { officeOf } = await import('../office.ts');
    const { workbenchOn } = await import('../without-screen.ts');
    const { perform } = await import('../../ui/perform.ts');
    const { readStep, step } = await import('../../ui/step.ts');
    const { printed } = await import('../../ui/export/printed.ts');
    const data = list(words, 'data');
    const order = { data: data.length > 0 ? data : undefined, comparison: text(words, 'comparison')!, edits: [] };
    const workbench = await workbenchOn(officeOf(face, await loadOptions(words, face)), order, {
      language: face.language,
      ascii: flag(words, 'ascii'),
    });
    face.progress('');
    await perform(workbench, step('go', text(words, 'screen')));
    for (const word of list(words, 'steps')) await perform(workbench, readStep(word));
    await deliver(printed(workbench.getState(), text(words, 'format') as 'text', { mark: withMark(words) }), words, face);
    return 0;
  },
};

const words = bilingual({
  zh: { data: '病例文件，缺省为情景写的文件', comparison: '情景比较文件', ascii: '只用 ASCII 画线', format: '输出格式' },
  en: { data: 'stays; default: those the scenarios name', comparison: 'comparison file', ascii: 'ASCII rules', format: 'output format' },
});

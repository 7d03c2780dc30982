/** `open`: the workbench on the files given, or on the sample hospital. Without a terminal: a hint, exit 2. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { UserError } from '../../errors.ts';
import { type Command, flag, list, text } from '../command.ts';
import { loadOptions } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const openCommand: Command = {
  usage: 'open [files..]',
  about: { zh: '打开工作台（缺省为示范医院）', en: 'open the workbench (default: the sample hospital)' },
  options: (yargs, language) =>
    withOptions(yargs, language, loading, {
      comparison: { type: 'string', default: SHIPPED_COMPARISON, describe: language === 'zh' ? '情景比较文件' : 'comparison file' },
      ascii: { type: 'boolean', describe: language === 'zh' ? '只用 ASCII 画线' : 'ASCII only' },
    }),
  run: async (words, face) => {
    if (!face.interactive) throw noTerminal();
    const { startWorkbench } = await import('../../ui/start.tsx');
    const { clipboardSequence } = await import('../../ui/export/clipboard.ts');
    const { officeOf } = await import('../office.ts');
    const files = list(words, 'files');
    return startWorkbench({
      office: officeOf(face, loadOptions(words, face), text => process.stdout.write(clipboardSequence(text))),
      order: { data: files.length > 0 ? files : undefined, comparison: text(words, 'comparison')!, edits: [] },
      language: face.language,
      color: words.color !== false && !process.env.NO_COLOR,
      theme: 'dark',
      graph: 'block',
      ascii: flag(words, 'ascii'),
      stdin: process.stdin,
      stdout: process.stdout,
    });
  },
};

const noTerminal = () =>
  new UserError(
    'NO_TERMINAL',
    { zh: '工作台需要终端', en: 'the workbench needs a terminal' },
    {
      hint: {
        zh: '在管道或脚本中用 casemix demo、compare、group 等命令；见 casemix --help。',
        en: 'In a pipe or a script use casemix demo, compare, group and so on; see casemix --help.',
      },
    },
  );

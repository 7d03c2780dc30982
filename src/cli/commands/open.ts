/**
 * `open`: the workbench on the files given, or on the sample hospital. Without a terminal: a hint, exit 2.
 * `--plain`, or a terminal that can only print (TERM=dumb): the same steps line by line; with `--plain` they may come from a script.
 */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { UserError } from '../../errors.ts';
import { type Graph, graphs } from '../../ui/graph.ts';
import type { Order } from '../../ui/office.ts';
import { type ThemeName, themes } from '../../ui/theme.ts';
import { type Command, flag, list, text, type Words } from '../command.ts';
import { refuseTarget } from '../deliver.ts';
import type { Face } from '../face.ts';
import { loadOptions } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const openCommand: Command = {
  usage: 'open [files..]',
  about: { zh: '打开工作台（缺省为示范医院）', en: 'open the workbench (default: the sample hospital)' },
  options: (yargs, language) => {
    const zh = language === 'zh';
    return withOptions(yargs, language, loading, {
      comparison: { type: 'string', default: SHIPPED_COMPARISON, describe: zh ? '情景比较文件' : 'comparison file' },
      theme: { choices: themes, default: 'dark', describe: zh ? '配色：深色、浅色、高对比' : 'theme' },
      graph: { choices: graphs, describe: zh ? '图形用方块、盲文点或 ASCII' : 'charts of blocks, braille dots or ASCII' },
      ascii: { type: 'boolean', describe: zh ? '只用 ASCII 画线' : 'ASCII only' },
      log: { type: 'string', describe: zh ? '离开时把操作日志写到这个文件' : 'write the action log to this file when leaving' },
      plain: {
        type: 'boolean',
        describe: zh ? '逐行输入输出，不用全屏（读屏软件、脚本）' : 'line by line, no full screen (screen readers, scripts)',
      },
    });
  },
  run: async (words, face) => {
    const inLines = flag(words, 'plain') || (face.interactive && process.env.TERM === 'dumb');
    if (!inLines && !face.interactive) throw noTerminal();
    // here the log is what is written; to `replay` it is what is read
    refuseTarget({ ...words, log: undefined }, text(words, 'log'));
    if (inLines) return plain(words, face);
    const { startWorkbench } = await import('../../ui/start.tsx');
    const { clipboardSequence } = await import('../../ui/export/clipboard.ts');
    const { officeOf } = await import('../office.ts');
    const ascii = flag(words, 'ascii');
    return startWorkbench({
      office: officeOf(face, await loadOptions(words, face), copied => process.stdout.write(clipboardSequence(copied))),
      order: orderOf(words),
      language: face.language,
      color: words.color !== false && !process.env.NO_COLOR,
      theme: (text(words, 'theme') ?? 'dark') as ThemeName,
      graph: (text(words, 'graph') ?? (ascii ? 'ascii' : 'block')) as Graph,
      ascii,
      log: text(words, 'log'),
      stdin: process.stdin,
      stdout: process.stdout,
    });
  },
};

/** Nothing here can reach a clipboard: what is copied is printed. */
async function plain(words: Words, face: Face): Promise<number> {
  const { plainSession } = await import('../../ui/plain/session.ts');
  const { officeOf } = await import('../office.ts');
  return plainSession({
    office: officeOf(face, await loadOptions(words, face), copied => void face.out(`${copied}\n`)),
    order: orderOf(words),
    language: face.language,
    ascii: flag(words, 'ascii'),
    log: text(words, 'log'),
    input: process.stdin,
    prompts: face.interactive,
    out: face.out,
    err: face.err,
  });
}

function orderOf(words: Words): Order {
  const files = list(words, 'files');
  return { data: files.length > 0 ? files : undefined, comparison: text(words, 'comparison') ?? SHIPPED_COMPARISON, edits: [] };
}

const noTerminal = () =>
  new UserError(
    'NO_TERMINAL',
    { zh: '工作台需要终端', en: 'the workbench needs a terminal' },
    {
      hint: {
        zh: '在管道或脚本中用 casemix demo、compare、group 等命令，或 casemix open --plain 逐行执行；见 casemix --help。',
        en: 'In a pipe or a script use casemix demo, compare, group and so on, or casemix open --plain; see casemix --help.',
      },
    },
  );

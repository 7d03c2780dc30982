/** Reads the words of the line, finds the command, and turns whatever happens into an exit status (design section 6). */
import yargs, { type Argv } from 'yargs';
import { BUG, exitStatus, UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { printable } from '../report/printable.ts';
import { type Command, DASH } from './command.ts';
import { commands } from './commands/index.ts';
import type { Face } from './face.ts';
import { Interrupted } from './passphrase.ts';

export async function runProgram(argv: readonly string[], face: Face): Promise<number> {
  let status = 0;
  let shown = '';
  const parser = grammar(face, async (command, words) => {
    status = await command.run(words, face);
  });
  // Thrown, because yargs would run the command after all.
  parser.fail((message, error) => {
    throw error ?? usage(message);
  });
  try {
    await parser.parseAsync(
      argv.map(word => (word === '-' ? DASH : word)),
      {},
      (_error, _words, output) => {
        shown = output;
      },
    );
  } catch (error) {
    return report(error, face);
  }
  if (shown) await face.out(`${shown}\n`);
  return status;
}

/** Whether the program has a command of this name. */
export const isCommand = (word: string): boolean => word === COMPLETION || commands.some(({ usage: form }) => form.split(' ')[0] === word);

const COMPLETION = 'completion';

const usage = (message: string) =>
  new UserError(
    'USAGE',
    { zh: message, en: message },
    { hint: { zh: 'casemix --help 列出命令，casemix 命令 --help 列出选项。', en: 'See casemix --help, or casemix COMMAND --help.' } },
  );

type Start = (command: Command, words: Record<string, unknown>) => Promise<void>;

function grammar({ language, version }: Face, start: Start): Argv {
  const zh = language === 'zh';
  let parser = yargs()
    .scriptName('casemix')
    .locale(zh ? 'zh_CN' : 'en')
    .updateStrings((zh ? chinese : {}) as Record<string, string>)
    .version(version)
    .help()
    .alias('h', 'help')
    .strict()
    .recommendCommands()
    .demandCommand(1, zh ? '请给出一个命令' : 'a command is needed')
    .wrap(100)
    .parserConfiguration({
      'camel-case-expansion': false,
      'parse-positional-numbers': false,
      'parse-numbers': false,
    })
    .option('lang', { choices: ['zh', 'en'], default: 'zh', describe: zh ? '语言' : 'language', global: true })
    .option('color', {
      type: 'boolean',
      default: true,
      describe: zh ? '颜色；--no-color 关闭' : 'colour; --no-color turns it off',
      global: true,
    })
    .option('quiet', { type: 'boolean', describe: zh ? '不输出说明，只输出结果' : 'no notes, only results', global: true })
    .option('debug', { type: 'boolean', describe: zh ? '出错时显示调用栈' : 'show the stack of an error', global: true })
    .epilogue(epilogue(language))
    .completion(COMPLETION, zh ? '生成 bash / zsh 补全脚本' : 'print a completion script for bash or zsh');
  for (const command of commands) {
    parser = parser.command(
      command.usage,
      command.about[language],
      builder => command.options(builder, language),
      words => start(command, words as Record<string, unknown>),
    );
  }
  return parser;
}

/** 128 and the number of SIGINT (design section 6). */
const INTERRUPTED = 130;

/** Says what went wrong and gives its exit status. */
export function report(error: unknown, face: Face): number {
  if (error instanceof Interrupted) return INTERRUPTED;
  if (error instanceof UserError) {
    const { code, text, hint, at } = error;
    face.err(
      `${at ? `${printable(at)}: ` : ''}${text[face.language]}\n${face.language === 'zh' ? '怎么办：' : 'hint: '}${hint[face.language]}  [${code}]\n`,
    );
    return exitStatus[code];
  }
  face.err(`${face.language === 'zh' ? '程序缺陷，请连同下面的调用栈一起报告' : 'a bug; please report it with the stack below'}\n`);
  face.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return BUG;
}

/** What yargs leaves half in English; its type knows no plural forms, its reader does. */
const chinese = {
  'Not enough non-option arguments: got %s, need at least %s': {
    one: '缺少参数：给了 %s 个，至少要 %s 个',
    other: '缺少参数：给了 %s 个，至少要 %s 个',
  },
  'Did you mean %s?': '没有这个命令，是不是 %s？',
};

function epilogue(language: Language): string {
  return language === 'zh'
    ? [
        '不带命令：在终端打开工作台，否则打印示范医院的主要结果（同 demo）。',
        '退出状态：0 完成 · 1 失败（已说明） · 2 用法 · 3 输入无效或没有载入 · 4 检查、预算、阈值或核验未达到 · 5 对账有差异 · 70 程序缺陷 · 130/143 被中断',
      ].join('\n')
    : [
        'Without a command: the workbench on a terminal, otherwise the main job on the sample hospital (same as demo).',
        'Exit status: 0 done · 1 failed, explained · 2 usage · 3 input not valid or nothing loaded · 4 check, budget, threshold or verification not met · 5 reconciliation difference · 70 bug · 130/143 interrupted',
      ].join('\n');
}

/**
 * `replay`: an action log of the workbench again, without a terminal, on the same data; the view it ends at is printed. It stops at the
 * first step whose value was left out of the log, because the steps after it were taken on what that one showed, and ends with 4. Steps
 * that hand the view on are not done: what a replay writes is its own `-o`.
 */
import { exitStatus, UserError } from '../../errors.ts';
import { readBytes } from '../../files/source.ts';
import { bilingual } from '../../language.ts';
import type { ReadLog } from '../../ui/log/read-log.ts';
import type { Workbench } from '../../ui/store/workbench.ts';
import { type Command, flag, list, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import type { Face } from '../face.ts';
import { loadOptions } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const replayCommand: Command = {
  usage: 'replay <log>',
  about: { zh: '重放工作台的操作日志，不需要终端', en: 'replay an action log of the workbench, without a terminal' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['output', 'force', ...loading], {
      data: { type: 'array', string: true, describe: words[language].data },
      ascii: { type: 'boolean', describe: words[language].ascii },
      format: { choices: ['text', 'md', 'csv', 'json'], default: 'text', describe: words[language].format },
    }),
  run: async (words, face) => {
    refuseTarget(words);
    const { readLog } = await import('../../ui/log/read-log.ts');
    const { officeOf } = await import('../office.ts');
    const { workbenchOn } = await import('../without-screen.ts');
    const { printed } = await import('../../ui/export/printed.ts');
    const file = text(words, 'log')!;
    const log = readLog(new TextDecoder().decode(readBytes(file).bytes), file);
    const given = list(words, 'data');
    const data = given.length > 0 ? given : (log.data ?? undefined);
    const office = officeOf(face, await loadOptions(words, face));
    const workbench = await workbenchOn(
      office,
      { data, comparison: log.comparison, edits: [] },
      { language: log.language, ascii: flag(words, 'ascii') },
    );
    face.progress('');
    if (given.length === 0) refuseOtherData(log, workbench, file);
    const reached = await done(workbench, log);
    await deliver(printed(workbench.getState(), text(words, 'format') as 'text', { mark: withMark(words) }), words, face);
    tellNotWritten(reached.notWritten, face);
    return reached.stoppedAt === undefined ? 0 : tellStopped(reached.stoppedAt, log, face);
  },
};

/** Steps are counted from 1. */
type Reached = { readonly stoppedAt: number | undefined; readonly notWritten: readonly number[] };

async function done(workbench: Workbench, { steps }: ReadLog): Promise<Reached> {
  const { perform, verbOf } = await import('../../ui/perform.ts');
  const { handingOn } = await import('../../ui/log/written-log.ts');
  const notWritten: number[] = [];
  for (const [i, { verb, value }] of steps.entries()) {
    if (handingOn.includes(verbOf(verb)?.verb ?? verb)) notWritten.push(i + 1);
    else if (value === undefined) return { stoppedAt: i + 1, notWritten };
    else await perform(workbench, { verb, value });
  }
  return { stoppedAt: undefined, notWritten };
}

function tellNotWritten(steps: readonly number[], { language, err }: Face): void {
  if (steps.length === 0) return;
  err(
    language === 'zh'
      ? `第 ${steps.join('、')} 步要写出文件或复制，重放不做；要写文件请用 -o\n`
      : `not done, because they write a file or copy: steps ${steps.join(', ')}; use -o to write what is replayed\n`,
  );
}

function tellStopped(at: number, { steps }: ReadLog, { language, err }: Face): number {
  const after = steps.length - at;
  err(
    language === 'zh'
      ? `第 ${at} 步的内容可能指向个人，日志没有记录；重放到此为止，其后 ${after} 步也没有做；结果与当时所见不同\n`
      : `step ${at} may name a person and was not written down: the replay stops there, steps after it not done: ${after}; the result is not what was seen\n`,
  );
  return exitStatus.LOG_INCOMPLETE;
}

/** The log is of files with these hashes; other files are another story, unless they are given on purpose. */
function refuseOtherData({ files }: ReadLog, workbench: Workbench, at: string): void {
  const here = workbench.getState().desk?.stays.files ?? [];
  const other = files.find(({ sha256 }, i) => here[i]?.sha256 !== sha256);
  if (!other) return;
  throw new UserError(
    'LOG_OTHER_DATA',
    {
      zh: `文件 ${other.name} 与日志记录的不是同一份（sha256 不同）`,
      en: `the file ${other.name} is not the one of the log (its sha256 differs)`,
    },
    { at, hint: { zh: '用原来的文件，或用 --data 指明要在别的文件上重放。', en: 'Use that file, or name others on purpose with --data.' } },
  );
}

const words = bilingual({
  zh: { data: '改在这些病例文件上重放', ascii: '只用 ASCII 画线', format: '输出格式' },
  en: { data: 'replay on these stays instead', ascii: 'ASCII rules', format: 'output format' },
});

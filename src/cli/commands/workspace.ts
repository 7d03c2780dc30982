/** `workspace show|log|undo|restore|close|reopen`: a saved workspace, its loads and its months. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import type { Done, SavedLoads } from '../../app/saved-loads.ts';
import { UserError } from '../../errors.ts';
import { printableLines } from '../../report/printable.ts';
import { type Command, text, type Words } from '../command.ts';
import type { Face } from '../face.ts';
import { passphraseFor } from '../passphrase.ts';
import { wholeNumber } from '../whole-number.ts';

const actions = ['show', 'log', 'undo', 'restore', 'close', 'reopen'] as const;

export const workspaceCommand: Command = {
  usage: 'workspace <action> <file>',
  about: {
    zh: '工作区：show 内容 · log 变更 · undo/restore 撤销、恢复一次载入 · close/reopen 月份关账、重开',
    en: 'a saved workspace: show, log, undo and restore a load, close and reopen a month',
  },
  options: (yargs, language) => {
    const zh = language === 'zh';
    return yargs
      .positional('action', { choices: actions, demandOption: true })
      .positional('file', { type: 'string', demandOption: true, describe: zh ? '工作区文件' : 'workspace file' })
      .option('load', { type: 'string', describe: zh ? '第几次载入' : 'number of the load' })
      .option('month', { type: 'string', describe: zh ? '出院月份，如 2025-03' : 'month of discharge, e.g. 2025-03' })
      .option('reason', { type: 'string', describe: zh ? '为什么重新打开，记入日志' : 'why it is reopened, for the log' })
      .option('passphrase-file', { type: 'string', describe: zh ? '口令文件（权限 0600）' : 'file with the passphrase (mode 0600)' })
      .option('comparison', {
        type: 'string',
        default: SHIPPED_COMPARISON,
        describe: zh ? '改动后重新运行的情景比较' : 'scenarios run again after a change',
      })
      .option('format', { choices: ['text', 'json'], default: 'text', describe: zh ? '输出格式' : 'output format' });
  },
  run: async (words, face) => {
    const at = new Date().toISOString();
    const { closeMonth, reopenMonth, restoreLoad, undoLoad } = await import('../../app/saved-loads.ts');
    switch (text(words, 'action') as (typeof actions)[number]) {
      case 'show':
        return show(words, face);
      case 'log':
        return log(words, face);
      case 'undo':
        return change(words, face, saved => undoLoad(saved, loadOf(words), { at }));
      case 'restore':
        return change(words, face, saved => restoreLoad(saved, loadOf(words), { at }));
      case 'close':
        return change(words, face, saved => ({ saved: closeMonth(saved, needed(words, 'month'), { at }) }));
      case 'reopen':
        return change(words, face, saved => ({
          saved: reopenMonth(saved, needed(words, 'month'), { at, reason: needed(words, 'reason') }),
        }));
    }
  },
};

async function opened(words: Words, face: Face) {
  const path = text(words, 'file')!;
  const { isEncrypted, openSaved } = await import('../../app/saved-loads.ts');
  const encrypted = isEncrypted(path);
  const passphrase = encrypted ? await passphraseFor(words, face) : undefined;
  return { path, encrypted, saved: await openSaved(path, { passphrase }) };
}

async function show(words: Words, face: Face): Promise<number> {
  const { path, saved, encrypted } = await opened(words, face);
  const { shownWorkspace } = await import('../../app/shown-workspace.ts');
  const { workspaceText } = await import('../../report/workspace-text.ts');
  const { workspaceJson } = await import('../../report/workspace-json.ts');
  const view = shownWorkspace(path, saved, encrypted);
  await face.out(isJson(words) ? json(workspaceJson(view)) : printableLines(workspaceText(view, face.language)));
  return 0;
}

async function log(words: Words, face: Face): Promise<number> {
  const { path, saved } = await opened(words, face);
  const { workspaceLogText } = await import('../../report/workspace-text.ts');
  const { workspaceLogJson } = await import('../../report/workspace-json.ts');
  await face.out(isJson(words) ? json(workspaceLogJson(path, saved.log)) : printableLines(workspaceLogText(saved.log, face.language)));
  return 0;
}

type Stepped = { readonly saved: SavedLoads } & Partial<Omit<Done, 'saved'>>;

/** The file is replaced whole, or left as it was. */
async function change(words: Words, face: Face, step: (saved: SavedLoads) => Stepped): Promise<number> {
  const path = text(words, 'file')!;
  const { stepWorkspace } = await import('../../app/step-workspace.ts');
  const { writeOutput } = await import('../../files/write-output.ts');
  const { redoneText } = await import('../../report/workspace-text.ts');
  const { stepJson } = await import('../../report/workspace-json.ts');
  const { isEncrypted } = await import('../../app/saved-loads.ts');
  const passphrase = isEncrypted(path) ? await passphraseFor(words, face) : undefined;
  const {
    bytes,
    opened: read,
    load,
    changes,
    unchanged = 0,
    saved,
  } = await stepWorkspace(face.installation, { path, passphrase, comparison: text(words, 'comparison')! }, step);
  await writeOutput(path, [bytes], { force: true, opened: read });
  if (load !== undefined && changes) {
    const counts = { load, added: changes.added, corrected: changes.corrected, removed: changes.removed, unchanged };
    const { shownWorkspace } = await import('../../app/shown-workspace.ts');
    const step = text(words, 'action') === 'undo' ? 'undo' : 'restore';
    const said = () => `${redoneText(step, counts, { now: shownWorkspace(path, saved, false), language: face.language })}\n`;
    await face.out(isJson(words) ? json(stepJson(path, counts)) : said());
    return 0;
  }
  const closed = saved.closed.map(({ month }) => month);
  const shut = closed.join(face.language === 'zh' ? '、' : ', ');
  const said = face.language === 'zh' ? `已关账：${shut || '无'}\n` : `closed: ${shut || 'none'}\n`;
  await face.out(isJson(words) ? json({ schemaVersion: 1, file: path, closed }) : said);
  return 0;
}

const isJson = (words: Words): boolean => text(words, 'format') === 'json';
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function loadOf(words: Words): number {
  needed(words, 'load');
  return wholeNumber(words, 'load', { from: 1, to: 1_000_000 });
}

function needed(words: Words, name: 'load' | 'month' | 'reason'): string {
  const value = text(words, name);
  if (value !== undefined && value.trim() !== '') return value;
  throw new UserError(
    'USAGE',
    { zh: `请给出 --${name}`, en: `--${name} is needed` },
    { hint: { zh: 'casemix workspace show W 列出载入和月份。', en: 'casemix workspace show W lists loads and months.' } },
  );
}

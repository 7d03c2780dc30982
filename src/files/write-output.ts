/**
 * An output file appears whole or not at all: written beside its place under another name, then renamed. Files are readable by their owner
 * only. A link is followed; a device or a pipe is written to, never replaced.
 */
import { existsSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import { inTurn, isRunning, replaceOnly } from './replace-only.ts';

export type OutputRules = {
  /** An existing file may be replaced. */
  readonly force: boolean;
  /** Files that are being read: none of them is ever replaced. */
  readonly inputs?: readonly string[];
  /** sha256 of the file that is being replaced, as it was read: another program's changes are never lost. */
  readonly opened?: string | undefined;
};

type Chunks = Iterable<string | Uint8Array>;

/** @throws UserError OUTPUT_EXISTS, OUTPUT_IS_INPUT, WORKSPACE_CHANGED, OUTPUT_FAILED with the reason; nothing is left behind, on SIGINT and SIGTERM neither. */
export async function writeOutput(path: string, chunks: Chunks, rules: OutputRules): Promise<void> {
  mayWrite(path, rules);
  const target = existsSync(path) ? realpathSync(path) : path;
  try {
    if (existsSync(target) && !statSync(target).isFile()) return await through(target, chunks);
    await whole(target, chunks, put => finish(path, { target, rules, put }));
  } catch (error) {
    throw isSystemError(error) ? failed(path, error) : error;
  }
}

/** Asked before the work that leads to an output begins, so that nobody waits for a refusal. */
export function mayWrite(path: string, rules: OutputRules): void {
  if (!existsSync(path) || !statSync(path).isFile()) return;
  const { force, inputs = [] } = rules;
  const target = realpathSync(path);
  if (inputs.some(input => existsSync(input) && realpathSync(input) === target)) throw isInput(path);
  if (!force) throw exists(path);
}

type Finish = { readonly target: string; readonly rules: OutputRules; put(): Promise<void> };

/** The last look, and the rename. Of several writers that hold a file to what it was, one looks at a time. */
async function finish(path: string, { target, rules, put }: Finish): Promise<void> {
  mayWrite(path, rules);
  const { opened } = rules;
  if (opened === undefined) return put();
  await inTurn(target, async refuseUnlessOurs => {
    replaceOnly(target, opened);
    refuseUnlessOurs();
    await put();
  });
}

async function whole(path: string, chunks: Chunks, finishing: (put: () => Promise<void>) => Promise<void>): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const discard = () => existsSync(unfinished) && rmSync(unfinished);
  const stopped = (signal: NodeJS.Signals) => {
    discard();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('exit', discard).once('SIGINT', stopped).once('SIGTERM', stopped);
  try {
    await mkdir(dirname(path), { recursive: true });
    clearLeftovers(path);
    const file = await open(unfinished, 'wx', 0o600);
    await fill(file, chunks).finally(() => file.close());
    await finishing(() => rename(unfinished, path));
  } catch (error) {
    discard();
    throw error;
  } finally {
    process.off('exit', discard).off('SIGINT', stopped).off('SIGTERM', stopped);
  }
}

/** What writers of this file left behind that were killed half way: their process is gone. */
function clearLeftovers(path: string): void {
  const name = basename(path);
  for (const found of readdirSync(dirname(path))) {
    const [, pid] = found.startsWith(`.${name}.`) ? (/^\.(\d+)\.part$/.exec(found.slice(name.length + 1)) ?? []) : [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dirname(path), found), { force: true });
  }
}

async function through(path: string, chunks: Chunks): Promise<void> {
  const file = await open(path, 'w');
  await write(file, chunks).finally(() => file.close());
}

async function fill(file: FileHandle, chunks: Chunks): Promise<void> {
  await write(file, chunks);
  await file.sync();
}

/** Waiting for every chunk leaves room for a signal to be heard. */
async function write(file: FileHandle, chunks: Chunks): Promise<void> {
  for (const chunk of chunks) await file.writeFile(chunk);
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error && 'syscall' in error;

const exists = (at: string) =>
  new UserError(
    'OUTPUT_EXISTS',
    { zh: '文件已存在，没有覆盖', en: 'the file exists and was not replaced' },
    { at, hint: { zh: '换一个文件名，或加 --force 覆盖。', en: 'Choose another name, or add --force to replace it.' } },
  );

const isInput = (at: string) =>
  new UserError(
    'OUTPUT_IS_INPUT',
    { zh: '输出文件就是输入文件，没有覆盖', en: 'the output is a file that is being read; it was not replaced' },
    { at, hint: { zh: '换一个文件名。', en: 'Choose another name.' } },
  );

const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EACCES: { zh: '没有写入权限', en: 'no permission to write there' },
  EPERM: { zh: '没有写入权限', en: 'no permission to write there' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  EEXIST: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
};

/** What went wrong with an output, in words; also for standard output. */
export function failed(at: string, { code = '', message }: NodeJS.ErrnoException): UserError {
  const reason = reasons[code] ?? { zh: message, en: message };
  return new UserError(
    'OUTPUT_FAILED',
    { zh: `写入失败：${reason.zh}`, en: `writing failed: ${reason.en}` },
    { at, hint: { zh: '原有文件没有改动；换一个位置再试。', en: 'Nothing was changed; try another place.' } },
  );
}

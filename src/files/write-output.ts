/** An output file appears whole or not at all: written beside its place under another name, then renamed. Files are readable by their owner only. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.ts';

/** @throws UserError OUTPUT_EXISTS unless `force`; OUTPUT_FAILED with the reason, and nothing is left behind. */
export function writeOutput(path: string, chunks: Iterable<string | Uint8Array>, { force }: { readonly force: boolean }): void {
  if (!force && existsSync(path)) throw exists(path);
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const discard = () => existsSync(unfinished) && rmSync(unfinished);
  process.once('exit', discard);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeAll(unfinished, chunks);
    if (!force && existsSync(path)) throw exists(path);
    renameSync(unfinished, path);
  } catch (error) {
    discard();
    throw isSystemError(error) ? failed(path, error) : error;
  } finally {
    process.removeListener('exit', discard);
  }
}

function writeAll(path: string, chunks: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error && 'syscall' in error;

const exists = (at: string) =>
  new UserError(
    'OUTPUT_EXISTS',
    { zh: '文件已存在，没有覆盖', en: 'the file exists and was not replaced' },
    { at, hint: { zh: '换一个文件名，或加 --force 覆盖。', en: 'Choose another name, or add --force to replace it.' } },
  );

const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EACCES: { zh: '没有写入权限', en: 'no permission to write there' },
  EPERM: { zh: '没有写入权限', en: 'no permission to write there' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  EEXIST: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
};

function failed(at: string, { code = '', message }: NodeJS.ErrnoException): UserError {
  const reason = reasons[code] ?? { zh: message, en: message };
  return new UserError(
    'OUTPUT_FAILED',
    { zh: `写入失败：${reason.zh}`, en: `writing failed: ${reason.en}` },
    { at, hint: { zh: '原有文件没有改动；换一个位置再试。', en: 'Nothing was changed; try another place.' } },
  );
}

/** The bytes of one input file: read whole, fingerprinted as they lie on disk. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';

/** A file as it lies on disk, or standard input for `-`. */
export function readBytes(path: string): { readonly bytes: Uint8Array; readonly sha256: string } {
  const raw = read(path);
  if (raw.length === 0) {
    throw new UserError('FILE_EMPTY', { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' }, { at: path, hint: exportAgain });
  }
  return { bytes: plainBytes(raw), sha256: createHash('sha256').update(raw).digest('hex') };
}

/** Without the Buffer around it, whose slices are slower to make. */
export const plainBytes = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

function read(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (cause) {
    throw unreadable(path, (cause as NodeJS.ErrnoException).code ?? '');
  }
}

function unreadable(path: string, reason: string): UserError {
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new UserError(
        'FILE_NOT_FOUND',
        { zh: '没有这个文件', en: 'no such file' },
        {
          at: path,
          hint: { zh: '请检查路径；含空格的路径要加引号。', en: 'Check the path; quote a path with spaces.' },
        },
      );
    case 'EISDIR':
      return new UserError(
        'FILE_UNREADABLE',
        { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
        {
          at: path,
          hint: { zh: '请指明文件夹里的文件，可以一次给多个。', en: 'Name the files in it; several can be given at once.' },
        },
      );
    case 'ERR_FS_FILE_TOO_LARGE':
      return new UserError(
        'FILE_UNREADABLE',
        { zh: '文件超过 2 GiB', en: 'the file is larger than 2 GiB' },
        {
          at: path,
          hint: { zh: '请按月拆分后一起给出。', en: 'Split it by month and give all parts at once.' },
        },
      );
    default:
      return new UserError(
        'FILE_UNREADABLE',
        { zh: `无法读取（${reason}）`, en: `cannot be read (${reason})` },
        {
          at: path,
          hint: {
            zh: '请检查访问权限，或文件是否被其他程序占用。',
            en: 'Check the permissions, and whether another program holds the file.',
          },
        },
      );
  }
}

export const exportAgain = { zh: '请重新导出。', en: 'Export it again.' };

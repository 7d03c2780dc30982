/** The bytes of one input file: read whole, named by its base name, fingerprinted as they lie on disk, unpacked when gzip. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../errors.ts';
import { notText } from './not-text.ts';

export type SourceBytes = {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** Of the file as it was read, still packed. */
  readonly sha256: string;
};

/** Largest text of one file: positions in it are 32-bit numbers. */
const MOST_BYTES = 0x7fffffff;

/** A file as it lies on disk, or standard input for `-`. */
export function readBytes(path: string): { readonly bytes: Uint8Array; readonly sha256: string } {
  const raw = read(path);
  if (raw.length === 0) {
    throw new UserError('FILE_EMPTY', { zh: '文件是空的（0 字节）', en: 'the file is empty (0 bytes)' }, { at: path, hint: exportAgain });
  }
  return { bytes: plainBytes(raw), sha256: createHash('sha256').update(raw).digest('hex') };
}

/** The one text of a file, unpacked. A file that holds no text at all is a UserError that says what it is. */
export function readSource(path: string): SourceBytes {
  const name = path === '-' ? 'stdin' : basename(path);
  const { bytes: raw, sha256 } = readBytes(path);
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? unpack(raw, path) : raw;
  const wrong = notText(bytes);
  if (wrong) throw new UserError('FILE_NOT_TEXT', wrong.text, { at: path, hint: wrong.hint });
  return { name, bytes: plainBytes(bytes), sha256 };
}

/** Without the Buffer around it, whose slices are slower to make. */
const plainBytes = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

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

function unpack(raw: Uint8Array, path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(raw, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    if (reason === 'ERR_BUFFER_TOO_LARGE') throw unreadable(path, 'ERR_FS_FILE_TOO_LARGE');
    throw new UserError(
      'FILE_TRUNCATED',
      { zh: 'gzip 文件不完整或已损坏', en: 'the gzip file is cut off or damaged' },
      {
        at: path,
        hint: { zh: '请重新复制或下载。', en: 'Copy or download it again.' },
      },
    );
  }
  if (bytes.length > 0) return bytes;
  throw new UserError(
    'FILE_EMPTY',
    { zh: '压缩包里的文件是空的', en: 'the packed file is empty' },
    {
      at: path,
      hint: exportAgain,
    },
  );
}

export const exportAgain = { zh: '请重新导出。', en: 'Export it again.' };

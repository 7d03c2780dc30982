/** The bytes of a saved workspace, open or encrypted, told by its first sixteen bytes; undefined for anything else. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { SEALED_MAGIC } from './sealed.ts';

const magics = ['SQLite format 3\0', SEALED_MAGIC];

export const savedWorkspace = (path: string): Uint8Array | undefined => (isSavedWorkspace(path) ? readFileSync(path) : undefined);

export const isSavedWorkspace = (path: string): boolean => magics.includes(headOf(path));

/** Nothing behind its first bytes is read. */
export const isSealedFile = (path: string): boolean => headOf(path) === SEALED_MAGIC;

/** Empty for what is no file. */
function headOf(path: string): string {
  if (path === '-' || !existsSync(path) || !statSync(path).isFile()) return '';
  const head = new Uint8Array(SEALED_MAGIC.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return new TextDecoder('latin1').decode(head);
}

/** Asked before anything is read and before a passphrase is asked for. @throws UserError FILE_NOT_FOUND */
export function refuseMissingWorkspace(path: string): void {
  if (existsSync(path)) return;
  throw new UserError(
    'FILE_NOT_FOUND',
    { zh: '没有这个工作区文件', en: 'there is no such workspace' },
    {
      at: path,
      hint: {
        zh: '新建工作区用 casemix load FILE --save W.casemix；以后再用 --into 加进去。',
        en: 'Make it with casemix load FILE --save W.casemix; --into adds to one that is there.',
      },
    },
  );
}

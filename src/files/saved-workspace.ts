/** The bytes of a saved workspace, open or encrypted, told by its first sixteen bytes; undefined for anything else. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { SEALED_MAGIC } from './sealed.ts';

const magics = ['SQLite format 3\0', SEALED_MAGIC];

export const savedWorkspace = (path: string): Uint8Array | undefined => (isSavedWorkspace(path) ? readFileSync(path) : undefined);

export function isSavedWorkspace(path: string): boolean {
  if (path === '-' || !existsSync(path) || !statSync(path).isFile()) return false;
  const head = new Uint8Array(SEALED_MAGIC.length);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  return magics.includes(new TextDecoder('latin1').decode(head));
}

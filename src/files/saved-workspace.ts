/** The bytes of a SQLite file, told by its first sixteen bytes; undefined for anything else. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

const MAGIC = 'SQLite format 3\0';

export function savedWorkspace(path: string): Uint8Array | undefined {
  if (path === '-' || !existsSync(path) || !statSync(path).isFile()) return undefined;
  const head = new Uint8Array(MAGIC.length);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  return new TextDecoder('latin1').decode(head) === MAGIC ? readFileSync(path) : undefined;
}

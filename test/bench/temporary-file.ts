/** A file that exists as long as a measurement needs it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function asTemporaryFile(name: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'casemix-'));
  const path = join(folder, name);
  writeFileSync(path, text);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

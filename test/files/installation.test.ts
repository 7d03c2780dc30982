import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findInstallation } from '../../src/files/installation.ts';

const root = mkdtempSync(join(tmpdir(), 'casemix-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string, ...files: readonly string[]): string {
  const path = join(root, name);
  for (const file of ['data/catalogue/x', 'src/cli/x', ...files]) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), '');
  }
  return path;
}

const checkout = folder('checkout', 'dist/work.mjs', 'dist/catalogue/a.bin');
const archive = folder('archive', 'work.mjs', 'catalogue/a.bin');
const unbuilt = folder('unbuilt');

it.each([
  { from: join(checkout, 'dist'), root: checkout, worker: join(checkout, 'dist', 'work.mjs') },
  { from: checkout, root: checkout, worker: join(checkout, 'dist', 'work.mjs') },
  { from: archive, root: archive, worker: join(archive, 'work.mjs') },
  // sources never start the program of an earlier build
  { from: join(checkout, 'src', 'cli'), root: checkout, worker: undefined },
  { from: join(checkout, 'src'), root: checkout, worker: undefined },
  { from: unbuilt, root: unbuilt, worker: undefined },
])('the installation above $from and its worker program', ({ from, root: above, worker }) => {
  expect([findInstallation(from).root, findInstallation(from).worker]).toEqual([above, worker]);
});

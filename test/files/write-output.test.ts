import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { writeOutput } from '../../src/files/write-output.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casemix-'));
  path = join(folder, 'out.csv');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function failure(act: () => Promise<void>) {
  try {
    await act();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return undefined;
}

describe('an output file', () => {
  it('is written from texts and bytes, for its owner only', async () => {
    await writeOutput(path, ['病案,', Uint8Array.of(0x31), '\n'], { force: false });
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['病案,1\n', ['out.csv']]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that exists is replaced only when asked to', async () => {
    writeFileSync(path, 'old');
    expect([await failure(() => writeOutput(path, ['new'], { force: false })), readFileSync(path, 'utf8')]).toEqual([
      'OUTPUT_EXISTS',
      'old',
    ]);
    await writeOutput(path, ['new'], { force: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('never replaces what is being read, whatever name it is called by', async () => {
    writeFileSync(path, 'old');
    const inputs = [join(folder, '.', 'out.csv')];
    expect([await failure(() => writeOutput(path, ['new'], { force: true, inputs })), readFileSync(path, 'utf8')]).toEqual([
      'OUTPUT_IS_INPUT',
      'old',
    ]);
  });

  it('is not there at all when making it fails half way', async () => {
    function* broken() {
      yield 'half';
      throw new Error('broken');
    }
    writeFileSync(path, 'old');
    await expect(writeOutput(path, broken(), { force: true })).rejects.toThrow('broken');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['out.csv']]);
  });

  it('that cannot be written is a failure with its reason, and nothing is left', async () => {
    writeFileSync(path, 'old');
    const code = await failure(() => writeOutput(join(path, 'below.csv'), ['x'], { force: false }));
    expect([code, readdirSync(folder)]).toEqual(['OUTPUT_FAILED', ['out.csv']]);
  });

  it.skipIf(process.platform === 'win32')('follows a link, and the link stays one', async () => {
    const link = join(folder, 'link.csv');
    writeFileSync(path, 'old');
    symlinkSync(path, link);
    await writeOutput(link, ['new'], { force: true });
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['new', ['link.csv', 'out.csv']]);
  });

  it.skipIf(process.platform === 'win32')('goes through a pipe and leaves it a pipe', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = new Promise<string>(resolve => {
      import('node:fs').then(({ readFile }) => readFile(pipe, 'utf8', (_, text) => resolve(text)));
    });
    await writeOutput(pipe, ['a', 'b'], { force: false });
    expect([await reader, statSync(pipe).isFIFO()]).toEqual(['ab', true]);
  });

  it.skipIf(process.platform === 'win32')('leaves nothing behind when the person stops it', () => {
    const program = 'dist/casemix.mjs';
    const shell = `node ${program} synth --stays 2000000 --seed 1 -o ${folder}/d & pid=$!; for i in $(seq 300); do [ -n "$(ls -A ${folder}/d 2>/dev/null)" ] && break; sleep 0.1; done; kill -INT $pid; wait $pid; echo $?`;
    const { stdout } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' });
    expect([stdout.trim(), readdirSync(join(folder, 'd'))]).toEqual(['130', []]);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

function failure(act: () => void) {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return undefined;
}

describe('an output file', () => {
  it('is written from texts and bytes, for its owner only', () => {
    writeOutput(path, ['病案,', Uint8Array.of(0x31), '\n'], { force: false });
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['病案,1\n', ['out.csv']]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that exists is replaced only when asked to', () => {
    writeFileSync(path, 'old');
    expect([failure(() => writeOutput(path, ['new'], { force: false })), readFileSync(path, 'utf8')]).toEqual(['OUTPUT_EXISTS', 'old']);
    writeOutput(path, ['new'], { force: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('is not there at all when making it fails half way', () => {
    function* broken() {
      yield 'half';
      throw new Error('broken');
    }
    writeFileSync(path, 'old');
    expect(() => writeOutput(path, broken(), { force: true })).toThrow('broken');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['out.csv']]);
  });

  it('that cannot be written is a failure with its reason, and nothing is left', () => {
    writeFileSync(path, 'old');
    expect([failure(() => writeOutput(join(path, 'below.csv'), ['x'], { force: false })), readdirSync(folder)]).toEqual([
      'OUTPUT_FAILED',
      ['out.csv'],
    ]);
  });
});

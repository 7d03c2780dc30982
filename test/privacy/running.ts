/** Runs the program in this process as a person would and keeps everything it wrote: both streams and every file of its folder. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { spokenFace } from '../../src/cli/spoken-face.ts';

const root = mkdtempSync(join(tmpdir(), 'casemix-privacy-'));
process.env.XDG_DATA_HOME = join(root, 'home');
afterAll(() => rmSync(root, { recursive: true, force: true }));

export type Said = { readonly status: number; readonly out: string; readonly err: string };

export async function ran(words: readonly string[]): Promise<Said> {
  let out = '';
  let err = '';
  const face = spokenFace(
    {
      installation: { root: process.cwd(), snapshots: undefined },
      version: 'test',
      language: words.includes('en') ? 'en' : 'zh',
      interactive: false,
      debug: false,
    },
    {
      out: async text => {
        out += text;
      },
      // progress too, without what clears its line
      err: text => {
        err += text.replace('\r\u001b[K', '');
      },
      quiet: false,
      hasTerminal: true,
    },
  );
  const status = await runProgram(words, face);
  return { status, out, err };
}

let folders = 0;

/** A new folder of its own for input and one for what is written. */
export function workplace(): { readonly input: (name: string, bytes: Uint8Array | string) => string; readonly output: string } {
  const folder = join(root, String(++folders));
  const output = join(folder, 'out');
  mkdirSync(output, { recursive: true });
  return {
    output,
    input: (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
  };
}

export type Written = { readonly name: string; readonly bytes: Uint8Array; readonly mode: number };

/** Every file below a folder. */
export function filesIn(folder: string): readonly Written[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .sort()
    .map(path => ({ name: relative(folder, path), bytes: new Uint8Array(readFileSync(path)), mode: statSync(path).mode & 0o777 }));
}

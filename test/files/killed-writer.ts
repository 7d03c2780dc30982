/** A process that saves a file over and over, killed at a moment of chance: what is left of the file afterwards. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

export type Killed = { readonly contents: Uint8Array; readonly leftovers: readonly string[] };

/** A folder with the program and two states of a file, which it writes by turns. */
export async function writerOf(one: Uint8Array, other: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'casemix-killed-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  const path = join(home, 'w.casemix');
  const [first, second, program] = ['one', 'other', 'writer.mjs'].map(name => join(folder, name)) as [string, string, string];
  writeFileSync(first, one);
  writeFileSync(second, other);
  writeFileSync(path, one);
  await build({
    stdin: {
      resolveDir: process.cwd(),
      contents: `import { readFileSync } from 'node:fs';
        import { writeOutput } from './src/files/write-output.ts';
        const states = [${JSON.stringify(first)}, ${JSON.stringify(second)}].map(name => readFileSync(name));
        process.stdout.write('ready');
        for (let i = 1; ; i++) await writeOutput(${JSON.stringify(path)}, [states[i % 2]], { force: true });`,
    },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });

  return {
    path,
    /** Lets it write for this many milliseconds. */
    async killAfter(milliseconds: number): Promise<Killed> {
      const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = new Promise(resolve => child.on('exit', resolve));
      await new Promise(resolve => child.stdout.once('data', resolve));
      await new Promise(resolve => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      await ended;
      return { contents: new Uint8Array(readFileSync(path)), leftovers: readdirSync(home).filter(name => name !== 'w.casemix') };
    },
    files: () => readdirSync(home),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

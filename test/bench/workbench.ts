/** The stages of the workbench: key presses with a million stays loaded, in a process of their own, and starts on a real pseudo terminal. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { firstFrame } from './first-frame.ts';
import type { KeyFigure } from './key-figures.ts';
import { asTemporaryFile } from './temporary-file.ts';

const STARTS = 7;
const STAYS = 1_000_000;

/** `hospital`: a file of stays, repeated under other numbers until there are a million. */
export async function workbenchFigures(root: string, hospital: string): Promise<KeyFigure[]> {
  const million = repeated(hospital, STAYS);
  try {
    return [...(await firstFrame(root, STARTS)), ...(await pressed(root, million.path))];
  } finally {
    million.remove();
  }
}

/** The program reads CI, colours and the kind of terminal from its environment; a person's terminal has colours and is no CI. */
function pressed(root: string, path: string): Promise<KeyFigure[]> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TERM: 'xterm-256color', FORCE_COLOR: '3', NO_COLOR: undefined };
    const words = ['--expose-gc', '--max-old-space-size=8192', join(root, 'dist', 'bench-keys.mjs'), path];
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('exit', status => {
      if (status !== 0) reject(new Error(`the workbench ended with status ${status}`));
      else
        resolve(
          text
            .trimEnd()
            .split('\n')
            .map(line => JSON.parse(line) as KeyFigure),
        );
    });
  });
}

function repeated(path: string, count: number) {
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const file = asTemporaryFile('million.csv', `${header}\n`);
  const open = openSync(file.path, 'a');
  for (let first = 0; first < count; first += rows.length) {
    const numbered = rows
      .slice(0, count - first)
      .map((row, i) => `S${String(first + i + 1).padStart(7, '0')}${row.slice(row.indexOf(','))}`);
    writeSync(open, `${numbered.join('\n')}\n`);
  }
  closeSync(open);
  return file;
}

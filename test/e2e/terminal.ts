/** The built program in a real terminal (tmux on a socket of its own): keys in, the screen as text out. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { afterAll, beforeAll, expect } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = 'dist/casemix.mjs';
const socket = `casemix-test-${process.pid}`;

/** Why there is no terminal to test in; '' when there is. */
export const missing =
  spawnSync('tmux', ['-V']).status === 0 ? (existsSync(`${root}${program}`) ? '' : `no ${program}; npm run build makes it`) : 'no tmux';
if (missing) console.log(`skipped: ${missing}`);

export const tmux = (...words: readonly string[]): string => execFileSync('tmux', ['-L', socket, ...words], { encoding: 'utf8' });
export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** A shell in a terminal of its own; everything typed before the workbench must be there again after it. */
export function terminal(name: string, size: string) {
  const [columns = '80', rows = '24'] = size.split('x');
  const environment = Object.entries({ ...process.env, CI: undefined, TMUX: undefined, NO_COLOR: undefined, PS1: '$ ', LANG: 'C.UTF-8' });
  const set = environment.flatMap(([key, value]) => (value === undefined ? ['-u', key] : []));
  const shell = `env ${set.join(' ')} LANG=C.UTF-8 PS1='$ ' sh`;
  tmux('-f', '/dev/null', 'new-session', '-d', '-s', name, '-x', columns, '-y', rows, '-c', root, shell);
  tmux('set-option', '-g', 'status', 'off');
  const capture = () => tmux('capture-pane', '-p', '-t', name).replace(/\n$/, '').split('\n');
  /** The screen once it shows this and stands still. */
  const seen = async (what: string | RegExp): Promise<readonly string[]> => {
    let before = '';
    for (let waited = 0; waited < 30_000; waited += 60) {
      const shown = capture();
      const now = shown.join('\n');
      if (now === before && shown.some(line => (typeof what === 'string' ? line.includes(what) : what.test(line)))) return shown;
      before = now;
      await pause(60);
    }
    throw new Error(`never saw ${String(what)} in\n${capture().join('\n')}`);
  };
  return {
    capture,
    seen,
    keys: (...keys: readonly string[]) => tmux('send-keys', '-t', name, ...keys),
    type: (text: string) => tmux('send-keys', '-t', name, '-l', text),
    format: (format: string) => tmux('display-message', '-p', '-t', name, format).trim(),
  };
}

export type Terminal = ReturnType<typeof terminal>;

/** The workbench on the sample hospital, opened. */
export async function workbench(name: string, size: string, words = ''): Promise<Terminal> {
  const opened = await started(name, size, `node ${program} ${words}`);
  await opened.seen(/出院人次|Discharges/);
  return opened;
}

/** A shell that has printed something, and then starts the program. */
export async function started(name: string, size: string, command: string): Promise<Terminal> {
  const opened = terminal(name, size);
  await opened.seen(/^\$/);
  opened.type('echo before the workbench');
  opened.keys('Enter');
  await opened.seen(/^before the workbench/);
  opened.type(`${command}; echo status $?`);
  opened.keys('Enter');
  return opened;
}

/** The shell's screen is back: its old lines, the status line, no alternate screen, a visible cursor. */
export async function restored(opened: Terminal, status: number) {
  const lines = await opened.seen(new RegExp(`^status ${status}$`));
  expect([lines.includes('before the workbench'), opened.format('#{alternate_on} #{cursor_flag}')]).toEqual([true, '0 1']);
  return lines;
}

export const wrongWidths = (lines: readonly string[], columns: number): readonly string[] =>
  lines.filter(line => stringWidth(line) > columns);

/** For the tests of a file: a tmux of its own, ended after them. */
export function withTmux(): void {
  beforeAll(() => {
    tmux('-f', '/dev/null', 'start-server', ';', 'set-option', '-g', 'exit-empty', 'off');
  });
  afterAll(() => {
    spawnSync('tmux', ['-L', socket, 'kill-server']);
  });
}

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = 'dist/casemix.mjs';
const socket = `casemix-test-${process.pid}`;

const missing =
  spawnSync('tmux', ['-V']).status === 0 ? (existsSync(`${root}${program}`) ? '' : `no ${program}; npm run build makes it`) : 'no tmux';
if (missing) console.log(`skipped: ${missing}`);

const tmux = (...words: readonly string[]): string => execFileSync('tmux', ['-L', socket, ...words], { encoding: 'utf8' });
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** A shell in a terminal of its own; everything typed before the workbench must be there again after it. */
function terminal(name: string, size: string) {
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

type Terminal = ReturnType<typeof terminal>;

async function workbench(name: string, size: string): Promise<Terminal> {
  const opened = await started(name, size, `node ${program}`);
  await opened.seen('出院人次');
  return opened;
}

/** A shell that has printed something, and then starts the program. */
async function started(name: string, size: string, command: string): Promise<Terminal> {
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
async function restored(opened: Terminal, status: number) {
  const lines = await opened.seen(new RegExp(`^status ${status}$`));
  expect([lines.includes('before the workbench'), opened.format('#{alternate_on} #{cursor_flag}')]).toEqual([true, '0 1']);
  return lines;
}

const wrongWidths = (lines: readonly string[], columns: number) => lines.filter(line => stringWidth(line) > columns);

describe.skipIf(missing !== '')('the workbench in a real terminal', () => {
  beforeAll(() => tmux('-f', '/dev/null', 'start-server', ';', 'set-option', '-g', 'exit-empty', 'off'));
  afterAll(() => spawnSync('tmux', ['-L', socket, 'kill-server']));

  it.each(['80x24', '160x50'])('opens, filters, explains, compares, helps and quits in %s', async size => {
    const [columns = 0, rows = 0] = size.split('x').map(Number);
    const opened = await workbench(`walk-${size}`, size);
    const rule = '─'.repeat(columns);
    const frames = [await opened.seen('科室差额')];

    opened.keys('2');
    frames.push(await opened.seen('病例号'));
    opened.keys('/');
    opened.type('骨');
    frames.push(await opened.seen(/筛选 骨 → [\d,]+ 例/));
    // The real cursor stands behind the text, where an input method opens its window: ` 筛选/骨` is 8 columns.
    await pause(100);
    expect(opened.format('#{cursor_x},#{cursor_y} #{cursor_flag}')).toBe(`8,${rows - 2} 1`);
    opened.keys('Enter');
    await opened.seen('为什么');
    opened.keys('Enter');
    frames.push(await opened.seen('怎样入组'));
    opened.keys('Escape');
    await opened.seen('病例号');
    opened.keys('5');
    frames.push(await opened.seen('差（◀ − 基线）'));
    opened.keys('?');
    frames.push(await opened.seen('关闭帮助'));

    // Every frame: inside the terminal, rules over the whole width, the last line free.
    for (const frame of frames) {
      expect([wrongWidths(frame, columns), frame[1], frame[rows - 3], frame[rows - 1]]).toEqual([[], rule, rule, '']);
    }
    opened.keys('q');
    await opened.seen('差（◀ − 基线）');
    opened.keys('q');
    await restored(opened, 0);
  });

  it('keeps Chinese columns aligned, takes keys typed ahead, and survives being made too small', async () => {
    const opened = await workbench('aligned', '80x24');
    opened.keys('2');
    const rows = (await opened.seen('S0000001')).filter(line => /^. S\d{7} /.test(line));
    const ends = new Set(rows.map(line => stringWidth(line.trimEnd())));
    expect([rows.length, ends.size]).toEqual([17, 1]); // 24 lines - 1 free - 4 of the frame - title and header

    opened.type('/骨');
    await opened.seen(/筛选 骨 → [\d,]+ 例/);
    opened.keys('Escape');
    await opened.seen('为什么');
    opened.type('gjjjk');
    await opened.seen(/ 3\/[\d,]+ *$/);

    tmux('resize-window', '-t', 'aligned', '-x', '52', '-y', '14');
    const small = await opened.seen('需要 60×16，现在 52×14');
    expect(small.filter(line => line.trim() !== '').length).toBe(1);
    tmux('resize-window', '-t', 'aligned', '-x', '100', '-y', '30');
    const large = await opened.seen(/ 3\/[\d,]+ *$/);
    expect([wrongWidths(large, 100), large[1], large[27]]).toEqual([[], '─'.repeat(100), '─'.repeat(100)]);
    opened.keys('q');
    await restored(opened, 0);
  });

  it('gives the screen back on Ctrl-C', async () => {
    const opened = await workbench('interrupted', '80x24');
    opened.keys('C-c');
    await restored(opened, 130);
  });

  it('gives the screen back on SIGTERM', async () => {
    const pid = join(mkdtempSync(join(tmpdir(), 'casemix-')), 'pid');
    const opened = await started('terminated', '80x24', `sh -c 'echo $$ > ${pid}; exec node ${program}'`);
    await opened.seen('出院人次');
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGTERM');
    await restored(opened, 143);
    rmSync(dirname(pid), { recursive: true });
  });

  it('leaves the screen before it says what is wrong with a file', async () => {
    const opened = await started('wrong', '80x24', `node ${program} open no-such-file.csv`);
    const lines = await restored(opened, 3);
    expect(lines.some(line => line.includes('no-such-file.csv:') || line.startsWith('no-such-file.csv'))).toBe(true);
  });
});

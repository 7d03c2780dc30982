import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { missing, pause, program, restored, started, tmux, withTmux, workbench, wrongWidths } from './terminal.ts';

describe.skipIf(missing !== '')('the workbench in a real terminal', () => {
  withTmux();

  it.each(['80x24', '160x50'])('opens, filters, explains, compares, helps and quits in %s', async size => {
    const [columns = 0, rows = 0] = size.split('x').map(Number);
    const opened = await workbench(`walk-${size}`, size);
    // rules over the whole width, the upper with the way in, the lower with what is said
    const ruled = (line = '') => line.startsWith('──') && stringWidth(line) === columns;
    const frames = [await opened.seen('科室差额')];

    opened.keys('2');
    frames.push(await opened.seen('病例号'));
    opened.keys('/');
    opened.type('骨');
    frames.push(await opened.seen(/筛选 骨 → [\d,]+/));
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
      expect([wrongWidths(frame, columns), ruled(frame[1]), ruled(frame[rows - 3]), frame[rows - 1]]).toEqual([[], true, true, '']);
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
    // 24 lines - 1 free - 4 of the frame - answer of 2 and a blank - title, header and totals line
    expect([rows.length, ends.size]).toEqual([13, 1]);

    opened.type('/骨');
    await opened.seen(/筛选 骨 → [\d,]+/);
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

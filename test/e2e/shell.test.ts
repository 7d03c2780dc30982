import { describe, expect, it } from 'vitest';
import { missing, program, restored, started, tmux, withTmux, workbench } from './terminal.ts';

/** A frame may take its time on a busy machine. */
const settled = { timeout: 10_000, interval: 60 };

describe.skipIf(missing !== '')('the shell of the workbench in a real terminal', () => {
  withTmux();

  it('stops on Ctrl-Z with the screen given back, and goes on where it was', async () => {
    const opened = await started('suspended', '80x24', 'set -m');
    opened.type(`node ${program}`);
    opened.keys('Enter');
    await opened.seen('出院人次');
    opened.keys('2');
    opened.keys('j');
    const before = await opened.seen(/ 2\/[\d,]+ *$/);
    opened.keys('C-z');
    const stopped = await opened.seen(/Stopped/);
    expect([stopped.includes('before the workbench'), opened.format('#{alternate_on} #{cursor_flag}')]).toEqual([true, '0 1']);
    opened.type('fg');
    opened.keys('Enter');
    await expect.poll(opened.capture, settled).toEqual(before);
    opened.keys('j');
    await opened.seen(/ 3\/[\d,]+ *$/);
    opened.type('q');
    opened.type('echo status $?');
    opened.keys('Enter');
    await restored(opened, 0);
  });

  it('has the real cursor in the command line, and the body where it was', async () => {
    const opened = await workbench('palette', '80x24');
    opened.keys('3');
    const body = await opened.seen(/\[3病组\]/);
    opened.type(':ks');
    const over = await opened.seen('go departments');
    // ` :ks` is 4 columns
    await expect.poll(() => opened.format('#{cursor_x},#{cursor_y} #{cursor_flag}'), settled).toBe('4,22 1');
    expect([over.slice(0, 10), over[23]]).toEqual([body.slice(0, 10), '']);
    opened.keys('Left');
    await expect.poll(() => opened.format('#{cursor_x},#{cursor_y}'), settled).toBe('3,22');
    opened.keys('Enter');
    await opened.seen(/\[4科室\]/);
    opened.type(':go nowhere');
    opened.keys('Enter');
    const failed = await opened.seen('! go 不能用“nowhere”');
    expect(failed[22]).toBe(' :go nowhere');
    opened.keys('Escape');
    await opened.seen('帮助');
    opened.keys('q');
    await restored(opened, 0);
  });

  it('stands still through a storm of sizes', async () => {
    const opened = await workbench('storm', '100x30');
    const before = await opened.seen('出院人次');
    for (const size of ['90x20', '70x40', '52x14', '130x45', '60x16', '99x30', '100x30']) {
      const [columns = '', rows = ''] = size.split('x');
      tmux('resize-window', '-t', 'storm', '-x', columns, '-y', rows);
    }
    await expect.poll(opened.capture, settled).toEqual(before);
    opened.keys('q');
    await restored(opened, 0);
  });

  it('only prints where a terminal can do no more', async () => {
    const opened = await started('dumb', '100x40', `TERM=dumb node ${program}`);
    await opened.seen(/^casemix> *$/);
    opened.type('filter 骨');
    opened.keys('Enter');
    const shown = await opened.seen(/^#1 骨科；/);
    expect([shown.includes('casemix> filter 骨'), opened.format('#{alternate_on}')]).toEqual([true, '0']);
    opened.type('quit');
    opened.keys('Enter');
    await opened.seen(/^status 0$/);
  });
});

/**
 * Seven screens of the sample hospital in a real terminal of 80 x 24, whole; their figures were checked against `casemix compare`, `view` and
 * `explain` when the files were written (test/golden/screens/README.md says how). Other sizes and English are walked through in walks.deep.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screens, shown } from './sample-screens.ts';
import { missing, pause, tmux, withTmux, workbench } from './terminal.ts';

const golden = 'test/golden/screens';

describe.skipIf(missing !== '')('the screens of the sample hospital', () => {
  withTmux();

  it.each(screens)('$name at 80x24, whole', async screen => {
    const frame = `${(await shown(`whole-${screen.name}`, '80x24', screen)).join('\n').trimEnd()}\n`;
    expect(frame).toBe(readFileSync(join(golden, `${screen.name}.txt`), 'utf8'));
  });

  it('leaves nothing over when the window shrinks and grows', async () => {
    const opened = await workbench('resized', '200x60');
    for (const { keys, zh } of screens) {
      opened.type(keys);
      await opened.seen(zh);
    }
    for (const size of ['80x24', '61x17', '120x40', '80x24']) {
      const [columns = '', rows = ''] = size.split('x');
      tmux('resize-window', '-t', 'resized', '-x', columns, '-y', rows);
      await pause(80);
    }
    opened.type('3');
    const frame = await opened.seen('[3病组]');
    expect(frame.map(line => line.trimEnd())).toEqual(await shown('never-resized', '80x24', screens[3]));
  });
});

/**
 * Seven screens of the sample hospital in a real terminal of 80 x 24, whole; their figures were checked against `casemix compare`, `view` and
 * `explain` when the files were written (test/golden/screens/README.md says how). Elsewhere: first line, totals line, nothing too wide, nothing left over.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { missing, pause, tmux, withTmux, workbench, wrongWidths } from './terminal.ts';

const golden = 'test/golden/screens';

/** Keys that lead from the overview to the screen, and what is on it when it is there. */
const screens = [
  { name: 'overview', keys: '1', zh: '[1总览]', en: '[1Overview]', totals: true },
  { name: 'stays', keys: '2', zh: '[2病例]', en: '[2Stays]', totals: true },
  { name: 'why', keys: '2\r', zh: '怎样入组', en: 'How it was grouped', totals: false },
  { name: 'groups', keys: '3', zh: '[3病组]', en: '[3Groups]', totals: true },
  { name: 'departments', keys: '4', zh: '[4科室]', en: '[4Departments]', totals: true },
  { name: 'scenarios', keys: '5', zh: '[5情景]', en: '[5Scenarios]', totals: true },
  { name: 'data', keys: '0', zh: '[0数据]', en: '[0Data]', totals: true },
] as const;

type Screen = (typeof screens)[number];

async function shown(name: string, size: string, { keys, zh, en }: Screen, language: 'zh' | 'en' = 'zh') {
  const opened = await workbench(name, size, language === 'en' ? '--lang en' : '');
  opened.type(keys);
  const frame = await opened.seen(language === 'zh' ? zh : en);
  tmux('kill-session', '-t', name);
  return frame.map(line => line.trimEnd());
}

describe.skipIf(missing !== '')('the screens of the sample hospital', () => {
  withTmux();

  it.each(screens)('$name at 80x24, whole', async screen => {
    const frame = `${(await shown(`whole-${screen.name}`, '80x24', screen)).join('\n').trimEnd()}\n`;
    expect(frame).toBe(readFileSync(join(golden, `${screen.name}.txt`), 'utf8'));
  });

  it.each([
    ['120x40', 'zh'],
    ['200x60', 'zh'],
    ['80x24', 'en'],
    ['120x40', 'en'],
  ] as const)('at %s in %s: title, answer, totals, nothing too wide, nothing left over', async (size, language) => {
    const [columns = 0, rows = 0] = size.split('x').map(Number);
    const opened = await workbench(`walk-${size}-${language}`, size, language === 'en' ? '--lang en' : '');
    for (const screen of screens) {
      const { keys, zh, en, totals, name } = screen;
      opened.type(keys);
      const frame = await opened.seen(language === 'zh' ? zh : en);
      // what stands there after walking is what stands there at once
      const fresh = await shown(`fresh-${size}-${language}-${name}`, size, screen, language);
      expect(frame.map(line => line.trimEnd())).toEqual(fresh);
      expect([wrongWidths(frame, columns), frame[rows - 1], stringWidth(frame[1] ?? ''), stringWidth(frame[rows - 3] ?? '')]).toEqual([
        [],
        '',
        columns,
        columns,
      ]);
      expect(frame[0]).toMatch(language === 'zh' ? /^ casemix 示范医院（合成）/ : /^ casemix Sample hospital \(synthetic\)/);
      expect(frame[2]?.trim()).toMatch(/\p{L}/u);
      if (totals) expect(frame.filter(line => (language === 'zh' ? /合计/ : /Total/).test(line)).length).toBeGreaterThan(0);
      // a drawn frame does not change by itself
      await pause(150);
      expect(opened.capture().map(line => line.trimEnd())).toEqual(fresh);
    }
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

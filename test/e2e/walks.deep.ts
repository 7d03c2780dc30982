/** The screens of the sample hospital in larger terminals and in English: first line, totals line, nothing too wide, nothing left over. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { screens, shown } from './sample-screens.ts';
import { missing, pause, withTmux, workbench, wrongWidths } from './terminal.ts';

describe.skipIf(missing !== '')('walking through the screens of the sample hospital', () => {
  withTmux();

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
});

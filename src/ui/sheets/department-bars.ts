/** The departments of the scenario looked at, largest loss first, each margin with a bar from a common middle. */
import type { Comparison } from '../../compare/comparison.ts';
import { leadingOf } from '../../compare/leading-figure.ts';
import { bar } from '../charts/bar.ts';
import type { Pen } from '../pen.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import { byNumber } from '../table/sort.ts';
import { toneOf } from '../theme.ts';
import type { Say } from '../words.ts';
import { labelColumn, marginShareColumn, partsOf } from './dimension-sheet.ts';
import { countColumn, differenceColumn, totalColumn } from './figure-columns.ts';

export function departmentBars(comparison: Comparison, scenario: number, { say, pen }: { readonly say: Say; readonly pen: Pen }): Sheet {
  const parts = partsOf(comparison, scenario, 'department');
  const figure = leadingOf(comparison);
  const margin = (row: number) => parts[row]?.[figure] ?? Number.NaN;
  const cost = (row: number) => parts[row]?.cost ?? Number.NaN;
  const largest = Math.max(0, ...parts.map(part => Math.abs(part[figure] || 0)));
  return {
    ...keyed(parts.map(({ key }) => key)),
    only: byNumber(Uint32Array.from(parts.keys()), margin, false),
    columns: [
      labelColumn(parts, 'department', say),
      countColumn({ key: 'stays', title: say('stays'), width: 7 }, row => parts[row]?.stays ?? Number.NaN),
      totalColumn({ key: 'cost', title: say('total'), width: 10 }, cost),
      differenceColumn({ key: 'margin', title: say(figure), width: 10 }, margin),
      marginShareColumn(margin, cost, say),
      {
        key: 'bar',
        drawn: true,
        title: say('bar', { figure: say(figure) }),
        width: 16,
        grows: true,
        align: 'left',
        value: margin,
        text: (row, width) => bar({ amount: margin(row), largest, width, marks: pen.marks }),
        tone: row => toneOf(margin(row)),
      },
    ],
  };
}

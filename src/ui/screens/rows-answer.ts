/** The parts of one row: what the reform does to it, and to which of its parts most. */
import { leadingFigure } from '../../compare/leading-figure.ts';
import { percent, signed } from '../../report/format.ts';
import { minus, shownChange } from '../../report/shown-money.ts';
import type { Part } from '../place.ts';
import { partLabel } from '../sheets/dimension-sheet.ts';
import type { Parts } from '../sheets/rows-sheet.ts';
import type { Say } from '../words.ts';

type Told = { readonly by: Part; readonly say: Say; readonly scenario: string; readonly baseline: string; readonly label: string };

export function rowsAnswer({ rows, changes, figure }: Parts, { by, say, scenario, baseline, label }: Told): string {
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((so, row) => so + of(row), 0);
  const amount = sum(row => row[figure]);
  const cost = sum(row => row.cost);
  if (!leadingFigure({ margin: amount, groupResult: amount })) return say('rowsUnknown', { label });
  const moved = (row: (typeof rows)[number]) => (changes ? (changes.get(row.key)?.[figure] ?? 0) : row[figure]);
  const [worst] = [...rows].filter(row => moved(row) < 0).sort((a, b) => moved(a) - moved(b) || (a.key < b.key ? -1 : 1));
  const change = sum(moved);
  const told = say(changes ? 'rowsChanged' : 'rowsAlone', {
    label,
    reform: scenario,
    scenario,
    baseline,
    figure: say(`told_${figure}`),
    amount: shownChange(amount),
    change: shownChange(change),
    share: minus(signed(percent(change, cost))),
  });
  if (!worst) return told + say('end');
  const part = partLabel(worst, by, say);
  // Chinese takes a blank only beside a code
  const apart = /^[\u4e00-\u9fff]/.test(part) && say('end') === '。' ? part : ` ${part}`;
  return told + say(changes ? 'rowsWorst' : 'rowsLowest', { part: apart, least: shownChange(moved(worst)) });
}

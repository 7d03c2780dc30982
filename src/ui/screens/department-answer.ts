/** 科室: the best and the worst of them, and how many lose. */
import type { Desk, Run } from '../../app/desk.ts';
import { leadingFigure, leadingOf } from '../../compare/leading-figure.ts';
import { count, percent, signed } from '../../report/format.ts';
import { minus, shownChange } from '../../report/shown-money.ts';
import { departmentsOf } from '../sheets/departments-sheet.ts';
import { partLabel } from '../sheets/dimension-sheet.ts';
import type { Say } from '../words.ts';

export function departmentAnswer(desk: Desk, run: Run, { say, scenario }: { readonly say: Say; readonly scenario: string }): string {
  const figure = leadingOf(desk.comparison);
  const departments = departmentsOf(desk, run).filter(({ stays }) => stays > 0);
  const [worst] = departments;
  const best = departments.at(-1);
  if (!worst || !best || !leadingFigure(run.result.totals)) return say('departmentsUnknown');
  const rate = (part: typeof worst) => minus(signed(percent(part[figure], part.cost)));
  const named = { scenario, figure: say(`told_${figure}`), least: shownChange(worst[figure]) };
  if (worst[figure] === best[figure]) return say('departmentsSame', named);
  return say('departmentsAnswer', {
    ...named,
    worst: partLabel(worst, 'department', say),
    leastRate: rate(worst),
    best: partLabel(best, 'department', say),
    most: shownChange(best[figure]),
    mostRate: rate(best),
    n: count(departments.length),
    lose: count(departments.filter(row => row[figure] < 0).length),
  });
}

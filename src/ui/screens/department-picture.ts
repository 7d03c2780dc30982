/** Departments by case mix and margin rate, parted by the CMI of the hospital and by a margin of nothing; the one under the cursor is named. */
import type { Run } from '../../app/desk.ts';
import type { LeadingFigure } from '../../compare/leading-figure.ts';
import { type Quadrant, quadrantOf } from '../../compare/quadrants.ts';
import { cmiOf } from '../../compare/rates.ts';
import { Decimal } from '../../money.ts';
import { percent, quotient } from '../../report/format.ts';
import { minus } from '../../report/shown-money.ts';
import type { Drawing } from '../charts/drawing.ts';
import { quadrantLines } from '../charts/quadrants.ts';
import type { Lines } from '../lines.ts';
import type { Department } from '../sheets/departments-sheet.ts';
import { partLabel } from '../sheets/dimension-sheet.ts';
import { toneOf } from '../theme.ts';
import type { Say } from '../words.ts';

type Shown = Drawing & { readonly say: Say; readonly scenario: string; readonly figure: LeadingFigure };

export function departmentPicture(
  run: Run,
  departments: readonly Department[],
  { chosen, ...shown }: Shown & { readonly chosen: string | undefined },
): Lines {
  const { say, scenario, figure, pen, width, height } = shown;
  const hospital = cmiOf(run.result.totals);
  if (!hospital) return [[{ text: pen.cut(say('noCmi', { scenario }), width), tone: 'quiet' }]];
  const label = (row: Department) => partLabel(row, 'department', say);
  const placed = departments.map(row => ({ row, x: cmiOf(row), y: rateOf(row, figure) }));
  const one = placed.find(({ row }) => row.key === chosen);
  const quadrant = one && quadrantOf(one, { x: hospital, y: new Decimal(0), betterY: 'higher' });
  const title = say('quadrants', {
    chosen: one ? label(one.row) : '',
    quadrant: quadrant ? say(`quadrant_${quadrant}`) : say('quadrantUnknown'),
  });
  if (height < 6) return [[{ text: pen.cut(title, width), tone: 'quiet' }]];
  const word = (name: Quadrant) => say(`quadrant_${name}`);
  const chart = quadrantLines(
    {
      points: placed.map(({ row, x, y }) => ({
        x: x?.toNumber() ?? Number.NaN,
        y: y?.toNumber() ?? Number.NaN,
        label: label(row),
        ...(row.key === chosen ? { selected: true } : { tone: toneOf(row[figure]) }),
      })),
      at: { x: hospital.toNumber(), y: 0 },
      corners: {
        topLeft: word('low_better'),
        topRight: word('high_better'),
        bottomLeft: word('low_worse'),
        bottomRight: word('high_worse'),
      },
      axes: { x: say('axisCmi'), y: say('axisRate') },
      text: { x: value => quotient(value, 1), y: value => minus(percent(value, 1)) },
    },
    { ...shown, height: height - 1 },
  );
  return [[{ text: pen.cut(title, width), tone: 'strong' }], ...chart];
}

const rateOf = (row: Department, figure: LeadingFigure): Decimal | undefined =>
  Number.isNaN(row[figure]) || !(row.cost > 0) ? undefined : new Decimal(row[figure]).div(row.cost);

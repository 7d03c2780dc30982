/** The departments, the worst margin first: case mix, consumption against the region, cost and length of a stay, and what the reform changes. */
import type { Desk, Run } from '../../app/desk.ts';
import type { Row } from '../../compare/comparison.ts';
import type { Consumption } from '../../compare/consumption.ts';
import type { CaseMix } from '../../compare/department-figures.ts';
import { leadingOf } from '../../compare/leading-figure.ts';
import { Decimal } from '../../money.ts';
import { quotient } from '../../report/format.ts';
import { type Column, keyed, numberColumn, type Sheet } from '../table/sheet.ts';
import { byNumber } from '../table/sort.ts';
import type { Say } from '../words.ts';
import { labelColumn, partsOf } from './dimension-sheet.ts';
import {
  cmiColumn,
  countColumn,
  differenceColumn,
  exactColumn,
  meanColumn,
  meanCostColumn,
  shareColumn,
  totalColumn,
  weightOf,
} from './figure-columns.ts';
import { changeOf, departmentFiguresOf, ofRun } from './figures.ts';

const missing = Number.NaN;

export type Department = Row & Partial<CaseMix>;

/** In the order of the table; those that only the baseline has stand among them with nothing. */
export const departmentsOf = ofRun((desk: Desk, run: Run): readonly Department[] => {
  const { rows } = departmentFiguresOf(desk, run);
  const known = new Map(rows.map(row => [row.key, row]));
  const parts = partsOf(desk.comparison, desk.runs.indexOf(run), 'department').map(part => known.get(part.key) ?? part);
  const figure = leadingOf(desk.comparison);
  return Array.from(
    byNumber(Uint32Array.from(parts.keys()), row => parts[row]?.[figure] ?? missing, false),
    row => parts[row]!,
  );
});

export function departmentsSheet(desk: Desk, run: Run, say: Say): Sheet {
  const parts = departmentsOf(desk, run);
  const { whole } = departmentFiguresOf(desk, run);
  const figure = leadingOf(desk.comparison);
  const change = changeOf(desk, run)?.change;
  const changed = new Map(change?.by.department.map(row => [row.key, row[figure]]));
  const of =
    (name: 'stays' | 'cost' | 'days' | 'priced' | 'low' | 'high' | 'costed' | 'timed' | 'margin' | 'groupResult') => (row: number) =>
      parts[row]?.[name] ?? missing;
  const weight = (row: number) => parts[row]?.weight ?? '';
  return {
    ...keyed(parts.map(({ key }) => key)),
    columns: [
      labelColumn(parts, 'department', say),
      countColumn({ key: 'stays', title: say('stays'), width: 6 }, of('stays')),
      ...(change
        ? [
            differenceColumn(
              { key: 'change', title: say(figure === 'margin' ? 'changeMargin' : 'changeGroupResult'), width: 10 },
              row => changed.get(parts[row]?.key ?? '') ?? missing,
            ),
          ]
        : []),
      shareColumn({ key: 'rate', title: say('marginRate'), width: 7 }, { of: of(figure), by: of('cost') }, { toned: true }),
      cmiColumn({ key: 'cmi', title: say('cmi'), width: 7 }, { weight, priced: of('priced') }),
      indexColumn({ key: 'cost-index', title: say('costIndex') }, parts, 'costIndex'),
      indexColumn({ key: 'time-index', title: say('timeIndex') }, parts, 'timeIndex'),
      meanCostColumn({ key: 'mean-cost', title: say('perStay'), width: 10 }, { of: of('cost'), by: of('costed') }),
      meanColumn({ key: 'mean-days', title: say('daysPerStay'), width: 10 }, { of: of('days'), by: of('timed') }),
      groupsColumn(parts, { all: whole.groups, say }),
      exactColumn({ key: 'weight', title: say('totalWeight'), width: 11 }, weight, rows => weightOf(rows, weight)),
      shareColumn({ key: 'high', title: say('high'), width: 6 }, { of: of('high'), by: of('priced') }),
      shareColumn({ key: 'low', title: say('low'), width: 6 }, { of: of('low'), by: of('priced') }),
      totalColumn({ key: 'cost', title: say('total'), width: 10 }, of('cost')),
      differenceColumn({ key: 'margin', title: say(figure), width: 10, fixed: 'right' }, of(figure)),
    ],
  };
}

/** Rows together: each index counts as many stays as it speaks of. */
function indexColumn(named: Pick<Column, 'key' | 'title'>, parts: readonly Department[], index: 'costIndex' | 'timeIndex'): Column {
  const told = (value: Decimal | undefined) => value?.toFixed(2, Decimal.ROUND_HALF_UP) ?? '';
  const at = (row: number): Consumption | undefined => parts[row]?.[index];
  return numberColumn({
    ...named,
    width: 8,
    value: row => at(row)?.index?.toNumber() ?? missing,
    text: row => told(at(row)?.index) || '–',
    exact: row => at(row)?.index?.toDecimalPlaces(6).toString() ?? '',
    show: value => quotient(value, 1),
    together(rows) {
      const [sum, stays] = rows.reduce(
        ([sum, stays], row): [Decimal, number] => {
          const { index: value, stays: n } = at(row) ?? { index: undefined, stays: 0 };
          return value ? [sum.plus(value.times(n)), stays + n] : [sum, stays];
        },
        [new Decimal(0), 0] as [Decimal, number],
      );
      return stays > 0 ? told(sum.div(stays)) : '';
    },
  });
}

/** A group that two departments treat is one: only all departments together have a known number of them. */
const groupsColumn = (parts: readonly Department[], { all, say }: { readonly all: number; readonly say: Say }): Column => {
  const { footer: _, ...column } = countColumn({ key: 'groups', title: say('groupCount'), width: 6 }, row => parts[row]?.groups ?? missing);
  return { ...column, together: rows => (rows.length === parts.length ? String(all) : '') };
};

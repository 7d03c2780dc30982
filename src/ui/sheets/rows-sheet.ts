/**
 * The stays inside one row, taken apart: a department by group, by doctor, by insurance, by month. Beside each part stands what the same
 * stays came to in the baseline, so that what a reform changes is found where it happens.
 */
import type { Desk, Run } from '../../app/desk.ts';
import { breakdown } from '../../compare/breakdown.ts';
import type { ChangeRow, Row } from '../../compare/comparison.ts';
import { type LeadingFigure, leadingOf } from '../../compare/leading-figure.ts';
import { partKeys } from '../../compare/parts.ts';
import { changesByKey, rowsOf } from '../../compare/rows.ts';
import { rowsWithin } from '../../compare/rows-within.ts';
import { tally } from '../../compare/tally.ts';
import { weightsOf } from '../../compare/weights.ts';
import type { Part, Within } from '../place.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import { byNumber } from '../table/sort.ts';
import type { Say } from '../words.ts';
import { emptyRow, labelColumn, marginShareColumn } from './dimension-sheet.ts';
import { cmiColumn, countColumn, differenceColumn, totalColumn } from './figure-columns.ts';
import { changeOf, groupedOf, ofRun } from './figures.ts';

export type RowsAsked = { readonly within: Within; readonly by: Part };

export type Parts = {
  /** The worst first: by its change, in the baseline by its result. Months stand in their order. */
  readonly rows: readonly Row[];
  /** By key; undefined in the baseline itself. */
  readonly changes: ReadonlyMap<string, ChangeRow> | undefined;
  readonly figure: LeadingFigure;
};

const partsOfRun = ofRun((): Map<string, Parts> => new Map());

/** Worked out once for as long as the run is on the desk: they are few, and small. */
export function partsWithin(desk: Desk, run: Run, { within, by }: RowsAsked): Parts {
  const known = partsOfRun(desk, run);
  const asked = JSON.stringify([within.map(({ by, key }) => [by, key]), by]);
  const parts = known.get(asked) ?? takenApart(desk, run, { within, by });
  known.set(asked, parts);
  return parts;
}

function takenApart(desk: Desk, run: Run, asked: RowsAsked): Parts {
  const here = breakdown(groupedOf(desk, run), asked);
  const figure = leadingOf(desk.comparison);
  const baseline = changeOf(desk, run)?.baseline;
  const before = baseline && rowsBefore(desk, { run, baseline }, asked);
  const changes = before && new Map(changesByKey(here, before).map(row => [row.key, row]));
  const keys = new Set(here.map(({ key }) => key));
  const gone = (before ?? []).filter(({ key }) => !keys.has(key)).map(({ key, label }) => emptyRow(key, label));
  const rows = [...here, ...gone];
  const worst = (row: number) => (changes?.get(rows[row]?.key ?? '') ?? rows[row])?.[figure] ?? Number.NaN;
  const order = asked.by === 'month' ? Uint32Array.from(rows.keys()) : byNumber(Uint32Array.from(rows.keys()), worst, false);
  return { rows: Array.from(order, row => rows[row]!), changes, figure };
}

/** A group of the reform is compared with what its stays came to in the baseline, which may group otherwise or not at all. */
function rowsBefore(desk: Desk, { run, baseline }: { readonly run: Run; readonly baseline: Run }, { within, by }: RowsAsked): Row[] {
  const keys = partKeys(groupedOf(desk, run), by);
  const settled = { stays: desk.stays, settlement: baseline.settlement, rows: rowsWithin(groupedOf(desk, baseline), within) };
  return rowsOf(tally(settled, keys, weightsOf(baseline.settlement.prices)), keys, by);
}

export function rowsSheet({ rows, changes, figure }: Parts, { by }: RowsAsked, say: Say): Sheet {
  const of = (name: 'stays' | 'cost' | 'priced' | 'low' | 'high' | LeadingFigure) => (row: number) => rows[row]?.[name] ?? Number.NaN;
  const change = (row: number) => changes?.get(rows[row]?.key ?? '')?.[figure] ?? Number.NaN;
  return {
    ...keyed(rows.map(({ key }) => key)),
    // doctors are people
    ...(by === 'doctor' ? { identifiers: true as const } : {}),
    columns: [
      labelColumn(rows, by, say),
      countColumn({ key: 'stays', title: say('stays'), width: 6 }, of('stays')),
      totalColumn({ key: 'cost', title: say('total'), width: 10 }, of('cost')),
      ...(changes
        ? [
            differenceColumn({ key: 'change', title: say(figure === 'margin' ? 'changeMargin' : 'changeGroupResult'), width: 10 }, change),
            marginShareColumn(change, of('cost'), say),
          ]
        : []),
      cmiColumn({ key: 'cmi', title: say('cmi'), width: 7 }, { weight: row => rows[row]?.weight ?? '', priced: of('priced') }),
      countColumn({ key: 'high', title: say('high'), width: 6 }, of('high')),
      countColumn({ key: 'low', title: say('low'), width: 6 }, of('low')),
      differenceColumn({ key: 'margin', title: say(figure), width: 10, fixed: 'right' }, of(figure)),
    ],
  };
}

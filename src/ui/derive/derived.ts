/** The tables made from another one: each is worked out once for the rows it is made of, and kept as long as they are. */
import type { Pen } from '../pen.ts';
import { emptySheet, type Sheet } from '../table/sheet.ts';
import type { TableView } from '../table/table-view.ts';
import type { Say } from '../words.ts';
import { atOnce, type Slow } from '../work.ts';
import type { DerivedPlace } from './basis.ts';
import { countedColumns } from './column-of.ts';
import { type Description, descriptionOf } from './describe.ts';
import { describeSheet } from './describe-sheet.ts';
import { type Frequency, frequencyOf } from './frequency.ts';
import { frequencySheet } from './frequency-sheet.ts';
import { hasFigure, type Pivot, pivotOf } from './pivot.ts';
import { pivotSheet } from './pivot-sheet.ts';

export type Derived =
  | ({ readonly is: 'frequency' } & Frequency)
  | ({ readonly is: 'describe' } & Description)
  | ({ readonly is: 'pivot' } & Pivot)
  /** The table has no such column any more: a scenario without groups, an answer that was forgotten. */
  | { readonly is: 'nothing' };

type Basis = Pick<TableView, 'of' | 'shown'>;

/** By the sheet, the rows of it that are shown, and the place. */
const known = new WeakMap<Sheet, WeakMap<Uint32Array, Map<string, Derived>>>();

/** The figures of a place, at once when they are known. */
export function* derivedFrom(basis: Basis, place: DerivedPlace): Slow<Derived> {
  const kept = keptFor(basis);
  const name = JSON.stringify(place);
  const made = kept.get(name) ?? (yield* derive(basis, place));
  kept.set(name, made);
  return made;
}

function keptFor({ of, shown }: Basis): Map<string, Derived> {
  const bySheet = known.get(of) ?? new WeakMap<Uint32Array, Map<string, Derived>>();
  known.set(of, bySheet);
  const byRows = bySheet.get(shown) ?? new Map<string, Derived>();
  bySheet.set(shown, byRows);
  return byRows;
}

function* derive({ of, shown }: Basis, place: DerivedPlace): Slow<Derived> {
  if (!hasColumns(of, place)) return { is: 'nothing' };
  switch (place.screen) {
    case 'frequency':
      return { is: 'frequency', ...(yield* frequencyOf(of, shown, place.column)) };
    case 'describe':
      return { is: 'describe', ...(yield* descriptionOf(of, shown)) };
    case 'pivot':
      return { is: 'pivot', ...(yield* pivotOf(of, shown, place)) };
  }
}

function hasColumns(sheet: Sheet, place: DerivedPlace): boolean {
  const counted = countedColumns(sheet).map(({ key }) => key);
  switch (place.screen) {
    case 'frequency':
      return counted.includes(place.column);
    case 'describe':
      return sheet.columns.length > 0;
    case 'pivot':
      return counted.includes(place.down) && counted.includes(place.across) && hasFigure(sheet, place.figure);
  }
}

export function derivedSheet(basis: Basis, place: DerivedPlace, drawn: { readonly say: Say; readonly pen: Pen }): Sheet {
  const derived = atOnce(derivedFrom(basis, place));
  switch (derived.is) {
    case 'frequency':
      return frequencySheet(derived, drawn);
    case 'describe':
      return describeSheet(derived, drawn.say);
    case 'pivot':
      return pivotSheet(derived, drawn.say);
    case 'nothing':
      return emptySheet;
  }
}

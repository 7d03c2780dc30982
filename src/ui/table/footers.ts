/**
 * What the totals line says under each column over the rows shown: what a person asked for, else what the column says of itself.
 * Worked out in slices behind everything else and kept as long as the same rows are shown; small tables are worked out as they are drawn.
 */
import { atOnce, type Slow } from '../work.ts';
import { columnFigure } from './column-figure.ts';
import { figureText } from './figure-text.ts';
import type { Column, Sheet } from './sheet.ts';
import type { Aggregate, TableSpec } from './spec.ts';
import { columnsOf, type TableView } from './table-view.ts';

/** `together`: the rows as one, in columns where adding up would be wrong. */
export type Said = Aggregate | 'together';
/** `text` is undefined while it is being worked out, '' where nothing is known. */
export type Footer = { readonly said: Said; readonly text: string | undefined };

export function saidOf({ key, footer, together }: Column, { footers }: Pick<TableSpec, 'footers'>): Said | 'none' {
  return footers[key] ?? footer ?? (together ? 'together' : 'none');
}

/** So many rows are added up while a frame is drawn. */
const FEW = 2_000;

export function footerOf(column: Column, view: TableView): Footer | undefined {
  const said = saidOf(column, view.spec);
  if (said === 'none') return undefined;
  const texts = knownTexts(view);
  const known = texts.get(nameOf(column, said));
  if (known === undefined && view.shown.length <= FEW) return { said, text: atOnce(workOut(column, said, view)) };
  return { said, text: known };
}

/** Works out what is still unknown of the columns drawn; undefined when everything is known. */
export function footerWork(view: TableView): Slow<void> | undefined {
  const texts = knownTexts(view);
  const wanted = columnsOf(view).flatMap(column => {
    const said = saidOf(column, view.spec);
    return said === 'none' || texts.has(nameOf(column, said)) ? [] : [{ column, said }];
  });
  if (wanted.length === 0 || view.shown.length <= FEW) return undefined;
  return (function* () {
    for (const { column, said } of wanted) yield* workOut(column, said, view);
  })();
}

function* workOut(column: Column, said: Said, view: TableView): Slow<string> {
  const text = yield* textOf(column, said, view.shown);
  knownTexts(view).set(nameOf(column, said), text);
  return text;
}

function* textOf(column: Column, said: Said, rows: Uint32Array): Slow<string> {
  if (rows.length === 0) return '';
  if (said === 'together') return column.together?.(rows) ?? '';
  const figure = yield* columnFigure(rows, column, said);
  return figure === undefined ? '' : figureText(column, said, figure);
}

const nameOf = ({ key }: Column, said: Said): string => `${said} ${key}`;

const known = new WeakMap<Sheet, WeakMap<Uint32Array, Map<string, string>>>();

function knownTexts({ of, shown }: TableView): Map<string, string> {
  const ofSheet = known.get(of) ?? new WeakMap<Uint32Array, Map<string, string>>();
  known.set(of, ofSheet);
  const texts = ofSheet.get(shown) ?? new Map<string, string>();
  ofSheet.set(shown, texts);
  return texts;
}

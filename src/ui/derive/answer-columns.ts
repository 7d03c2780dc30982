/**
 * The columns of an answer, typed by their values: numbers where all are numbers, words otherwise, NULL missing. Columns that end in `_fen`
 * are money, shown in yuan; those that name a stay, a patient or a doctor stand for people.
 */
import { widthOf } from '../../report/cell-width.ts';
import { yuan } from '../../report/format.ts';
import { minus } from '../../report/shown-money.ts';
import type { Answer } from '../office.ts';
import { type Column, numberColumn, wordColumn } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { exactIn, readable, shownIn } from './number-text.ts';
import { stepNames } from './step-names.ts';

export function answerColumns({ columns, rows }: Answer, say: Say): readonly Column[] {
  const keys = stepNames(columns);
  return columns.map((name, at) => {
    const named = {
      key: keys[at] ?? name,
      title: name,
      ...(people.test(name) ? { identifier: true as const } : {}),
      ...(at === 0 ? { fixed: 'left' as const } : {}),
    };
    const values = rows.map(row => row[at]);
    if (!isNumbers(values)) return texts(named, values.map(textOf));
    const title = say('inYuan', { name: name.slice(0, -'_fen'.length) });
    return /_fen$/i.test(name) ? numbers({ ...named, title }, values, true) : numbers(named, values, false);
  });
}

const people = /^(stay_id|visit_id|patient_key|doctor)$/i;

const isNumbers = (values: readonly unknown[]): boolean =>
  values.some(isNumber) && values.every(value => value === null || isNumber(value));
const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';
const numberOf = (value: unknown): number => (isNumber(value) ? Number(value) : Number.NaN);

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Uint8Array) return `x'${Array.from(value, byte => byte.toString(16).padStart(2, '0')).join('')}'`;
  return String(value);
}

type Named = Pick<Column, 'key' | 'title'> & Partial<Pick<Column, 'identifier' | 'fixed'>>;

const MOST = 32;

function texts(named: Named, values: readonly string[]): Column {
  const places = new Map<string, number>();
  const codes = Uint32Array.from(values, value => {
    const code = places.get(value) ?? places.size;
    places.set(value, code);
    return code;
  });
  const words = [...places.keys()];
  const widest = Math.max(widthOf(named.title), 4, ...words.slice(0, MEASURED).map(widthOf));
  return wordColumn({
    ...named,
    width: Math.min(MOST, widest),
    words: { count: words.length, word: code => words[code] ?? '', codeOf: row => codes[row] ?? 0 },
  });
}

/** More words than this are not looked at for their width. */
const MEASURED = 1000;
/** From here on whole numbers are read by their thousands; a year is not. */
const LONG = 10_000;

function numbers(named: Named, given: readonly unknown[], money: boolean): Column {
  const values = Float64Array.from(given, numberOf);
  const form: Pick<Column, 'unit' | 'show'> = money ? { unit: 100, show: amount => minus(yuan(amount)) } : { show: plainOf(values) };
  const bare: Column = { ...named, ...form, align: 'right', width: 0, text: () => '', value: () => 0 };
  const shown = (row: number) => shownIn(bare, values[row] ?? Number.NaN);
  return numberColumn({
    ...named,
    ...form,
    width: Math.max(widthOf(named.title), 4, ...extremes(values).map(value => widthOf(shownIn(bare, value)))),
    value: row => values[row] ?? Number.NaN,
    text: shown,
    exact: row => (money ? exactIn(bare, values[row] ?? Number.NaN) : exactText(values[row])),
    ...(money ? { footer: 'sum' as const } : {}),
  });
}

const exactText = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '' : String(value));

function extremes(values: Float64Array): readonly number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most].filter(Number.isFinite);
}

/** Whole numbers as they are, thousands apart where there are five digits; others with so many decimals as the longest needs, at most four. */
function plainOf(values: Float64Array): (value: number) => string {
  const known = values.filter(Number.isFinite);
  const decimals = known.reduce((most, value) => (most === 4 ? most : Math.max(most, decimalsOf(value))), 0);
  const isLong = known.some(value => Math.abs(value) >= LONG);
  return value => {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? '' : String(value);
    const text = value.toFixed(decimals);
    return isLong ? readable(text) : minus(text);
  };
}

/** At most four. */
function decimalsOf(value: number): number {
  for (let digits = 0; digits < 4; digits++) if (Number(value.toFixed(digits)) === value) return digits;
  return 4;
}

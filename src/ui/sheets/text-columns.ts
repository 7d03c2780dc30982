/** Columns of texts over a short list of plain values, each as wide as its widest text, up to a bound beyond which it grows with the screen. */
import { widthOf } from '../../report/cell-width.ts';
import { type Column, numberColumn, wordColumn } from '../table/sheet.ts';

export type Shown<T> = { of(value: T): string; readonly most: number; readonly fixed?: 'left' | 'right' };
export type TextColumn<T> = (key: string, title: string, shown: Shown<T>) => Column;

export function textColumns<T>(values: readonly T[]): TextColumn<T> {
  return (key, title, { of, most, fixed }) => {
    const texts = values.map(of);
    const widest = Math.max(widthOf(title), ...texts.map(widthOf));
    return wordColumn({
      key,
      title,
      width: Math.min(widest, most),
      ...(widest > most ? { grows: true, most: widest } : {}),
      ...(fixed ? { fixed } : {}),
      words: { count: texts.length, word: code => texts[code] ?? '', codeOf: row => row },
    });
  };
}

export type CountColumn<T> = (key: string, title: string, of: (value: T) => number | undefined) => Column;

/** Whole numbers; undefined is missing. */
export function countColumns<T>(values: readonly T[], show: (n: number) => string): CountColumn<T> {
  return (key, title, of) => {
    const text = (row: number): string => {
      const n = of(values[row]!);
      return n === undefined ? '' : show(n);
    };
    const width = Math.max(widthOf(title), ...values.map((_, row) => widthOf(text(row))));
    return numberColumn({
      key,
      title,
      width,
      value: row => of(values[row]!) ?? Number.NaN,
      text,
      exact: row => String(of(values[row]!) ?? ''),
      show,
    });
  };
}

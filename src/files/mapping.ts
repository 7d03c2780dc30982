/**
 * What the person says a file's columns mean: `--map total=总费用:wan,dx=主要诊断+其他诊断1..15`. It adds to the chosen profile and overrides it;
 * without a profile it is one.
 */
import { UserError } from '../errors.ts';
import { type OwnColumn, readableColumns } from '../stay/own-layout.ts';
import { type Unit, unitDecimals } from './amount.ts';
import { numbered } from './column-names.ts';
import { nearestFirst } from './unused-columns.ts';

export type Mapped = {
  readonly field: OwnColumn;
  /** Names of columns: parts of a list, amounts to add up, parts that make a number whole. */
  readonly from: readonly string[];
  /** The same as it was typed, for a column whose own name has a plus in it. */
  readonly whole: string;
  /** Undefined: as the header or the profile says. */
  readonly unit: Unit | undefined;
};

/** Each word holds one or more of `field=column`, with commas between; a comma inside the name of a column is part of it. */
export const readMap = (words: readonly string[]): readonly Mapped[] => words.flatMap(word => word.split(nextField)).map(mapped);

const nextField = /[,，](?=\s*[A-Za-z_]+\s*=)/;

function mapped(word: string): Mapped {
  const sign = word.indexOf('=');
  const name = word.slice(0, sign).trim();
  const field = readableColumns.find(known => known === name.toLowerCase());
  const [, whole = '', unit] = /^(.*?)(?::([a-z]+))?$/su.exec(word.slice(sign + 1).trim()) ?? [];
  if (sign < 0) throw noField(word);
  if (field === undefined) throw unknownField(name);
  if (whole.trim() === '') throw noColumn(name);
  if (unit !== undefined && !isUnit(unit)) return { field, from: parts(`${whole}:${unit}`), whole: `${whole}:${unit}`, unit: undefined };
  return { field, from: parts(whole), whole: whole.trim(), unit };
}

const isUnit = (word: string): word is Unit => Object.hasOwn(unitDecimals, word);

const parts = (names: string): readonly string[] =>
  names
    .split('+')
    .map(name => name.trim())
    .filter(name => name !== '')
    .flatMap(numbered);

const form = {
  zh: '写法：--map 字段=列名[,字段=列名…]，例如 --map stay_id=病案号,dx=主要诊断+其他诊断,total=总费用:wan',
  en: 'Write --map field=column[,field=column...], as in --map stay_id=病案号,dx=主要诊断+其他诊断,total=总费用:wan',
};

const noField = (word: string): UserError =>
  new UserError('USAGE', { zh: `--map “${word}”没有等号`, en: `--map "${word}" has no equals sign` }, { hint: form });

const noColumn = (field: string): UserError =>
  new UserError('USAGE', { zh: `--map ${field}= 后没有列名`, en: `--map ${field}= names no column` }, { hint: form });

function unknownField(name: string): UserError {
  const near = nearestFirst(name, readableColumns);
  return new UserError(
    'USAGE',
    { zh: `--map 没有字段“${name}”`, en: `--map knows no field "${name}"` },
    { hint: { zh: `可用字段：${near.join('、')}`, en: `Fields: ${near.join(', ')}` } },
  );
}

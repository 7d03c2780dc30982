/** Loads texts as files in tests: the shipped profiles, bytes of any encoding, the columns of a table as plain lists. */
import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { type LoadOptions, readStays } from '../../src/files/read-stays.ts';
import type { Sheet } from '../../src/files/sheet.ts';
import { profilesIn } from '../../src/files/shipped-profiles.ts';
import { type MoneyField, type StayTable, type WordField, wordAt } from '../../src/stay/stay-table.ts';

export const profiles = profilesIn('data/profiles');

export function fileOf(text: string | Uint8Array, name = 'stays.csv', encoding = 'utf-8'): Sheet {
  const bytes = typeof text === 'string' ? new Uint8Array(iconv.encode(text, encoding)) : text;
  return { name, format: 'text', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export const load = (text: string | Uint8Array, options: Partial<LoadOptions> = {}) => readStays([fileOf(text)], { profiles, ...options });

export const codesOf = ({ dx, px }: StayTable, list: 'dx' | 'px', row: number): readonly string[] => {
  const { offsets, codes, words } = list === 'dx' ? dx : px;
  return [...codes.subarray(offsets[row], offsets[row + 1])].map(code => words[code]!);
};

export const wordsOf = (table: StayTable, field: WordField): readonly string[] =>
  Array.from({ length: table.count }, (_, row) => wordAt(table.words[field], row));

export const moneyOf = (table: StayTable, field: MoneyField): readonly number[] => [...(table.money[field] ?? [])];

export const casesHeader = 'id,sex,age_years,age_days,weight_g,dept,los_days,discharge_way,dx,px';
export const cases = (...rows: readonly string[]) => [casesHeader, ...rows, ''].join('\n');
/** A cases row that is right in everything but what is given. */
export const caseRow = (given: Partial<Record<'id' | 'sex' | 'age' | 'days' | 'weight' | 'dept' | 'los' | 'dx' | 'px', string>>): string =>
  [
    given.id ?? 'A1',
    given.sex ?? '1',
    given.age ?? '60',
    given.days ?? '',
    given.weight ?? '',
    given.dept ?? '03',
    given.los ?? '5',
    '1',
    given.dx ?? 'I10.x00',
    given.px ?? '',
  ].join(',');

/** The shipped catalogues for tests, and short ways to write a case. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, type Catalogue, type CompiledCatalogue, groupCase, readCatalogue } from '../../grouper/index.ts';

export const folderOf = (id: string): string => join(import.meta.dirname, '../../data/catalogue', id);

export function shippedTables(id: string): Map<string, string> {
  const names = readdirSync(folderOf(id)).filter(name => name.endsWith('.tsv'));
  return new Map(names.map(name => [name, readFileSync(join(folderOf(id), name), 'utf8')]));
}

export const shippedCatalogue = (id: string): Catalogue => readCatalogue({ id, tables: shippedTables(id) });

/** A woman of 50 unless said otherwise; codes as words separated by blanks, the principal one first. */
export type Written = { dx?: string; px?: string; sex?: 1 | 2 | undefined; age?: number; days?: number; weight?: number };

export function written(one: Written): Case {
  const { dx = '', px = '', age = 50, days, weight } = one;
  const codes = (text: string) => text.split(' ').filter(Boolean);
  return { sex: 'sex' in one ? one.sex : 2, age, ageDays: days, birthWeight: weight, dx: codes(dx), px: codes(px) };
}

/** `MDC ADRG DRG` as the result names them. */
export function landed(compiled: CompiledCatalogue, one: Written): string {
  const { group } = groupCase(compiled, written(one));
  return `${group.mdc} ${group.adrg} ${group.drg}`;
}

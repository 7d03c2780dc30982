/** The code lists of a catalogue, gathered from its membership tables and numbered in order of appearance. */
import type { CodeKind, CodeList } from './catalogue.ts';
import { CatalogueError } from './catalogue-error.ts';
import type { Subject } from './condition.ts';
import type { Lists } from './parse-condition.ts';
import { readTable, readTableIfAny, type Tables } from './table.ts';

type Growing = Omit<CodeList, 'codes'> & { readonly codes: Set<string> };

/** All lists so far; `under(owner)` is how the conditions of one MDC or ADRG name them. */
export type ListBook = { readonly lists: readonly CodeList[]; readonly under: (owner: string) => Lists };

export function readLists(tables: Tables): ListBook {
  const lists: Growing[] = [];
  const places = new Map<string, number>();

  const add = (kind: CodeKind, owner: string, name: string, rest: { site?: string; prefix?: string } = {}): Growing => {
    const key = listKey(kind, owner, name);
    const known = places.get(key);
    if (known !== undefined) return lists[known]!;
    const list: Growing = { kind, owner, name, site: rest.site ?? '', prefix: rest.prefix, codes: new Set() };
    places.set(key, lists.length);
    lists.push(list);
    return list;
  };
  const put = (list: Growing, code: string, table: string, line: number): void => {
    if (code === '' || list.name === '') throw new CatalogueError(table, line, code === '' ? 'an empty code' : 'a list without a name');
    if (list.codes.has(code)) throw new CatalogueError(table, line, `"${code}" stands twice in ${`${list.owner} ${list.name}`.trim()}`);
    list.codes.add(code);
  };

  for (const row of readTable(tables, 'mdc_dx.tsv', ['mdc', 'list', 'site', 'code'])) {
    put(add('dx', row.mdc, row.list, { site: row.site }), row.code, 'mdc_dx.tsv', row.line);
  }
  for (const row of readTableIfAny(tables, 'mdc_px.tsv', ['mdc', 'list', 'code']))
    put(add('px', row.mdc, row.list), row.code, 'mdc_px.tsv', row.line);
  for (const row of readTable(tables, 'adrg_dx.tsv', ['adrg', 'list', 'code']))
    put(add('dx', row.adrg, row.list), row.code, 'adrg_dx.tsv', row.line);
  for (const row of readTable(tables, 'adrg_px.tsv', ['adrg', 'list', 'code']))
    put(add('px', row.adrg, row.list), row.code, 'adrg_px.tsv', row.line);
  const valid = add('px', '', 'valid');
  for (const row of readTable(tables, 'valid_px.tsv', ['code'])) put(valid, row.code, 'valid_px.tsv', row.line);

  const under = (owner: string): Lists => ({
    named: (subject, name) => places.get(listKey(kindOf(subject), owner, name)),
    valid: subject => (kindOf(subject) === 'px' ? lists.indexOf(valid) : undefined),
    prefix: (subject, prefix) => lists.indexOf(add(kindOf(subject), '', `starts ${prefix}`, { prefix })),
  });
  return { lists, under };
}

/** The valid procedures. */
export const validOf = (lists: readonly CodeList[]): ReadonlySet<string> =>
  lists.find(({ kind, owner, name }) => kind === 'px' && owner === '' && name === 'valid')!.codes;

export const kindOf = (subject: Subject): CodeKind => (subject === 'pdx' || subject === 'sdx' || subject === 'dx' ? 'dx' : 'px');

const listKey = (kind: CodeKind, owner: string, name: string): string => `${kind}\t${owner}\t${name}`;

/** The possible results of a catalogue: ungrouped first, then its DRGs in table order, then its ambiguous groups. */
import type { Catalogue } from './catalogue.ts';
import { CatalogueError } from './catalogue-error.ts';
import type { Group } from './result.ts';

export const ungrouped: Group = { mdc: '0000', adrg: '00', drg: '0000', name: '未入组', status: 'ungrouped' };

export type Groups = { readonly groups: readonly Group[]; readonly place: (group: Pick<Group, 'mdc' | 'adrg' | 'drg'>) => number };

export function compileGroups({ drgs, rows }: Catalogue): Groups {
  const groups: Group[] = [ungrouped];
  const places = new Map<string, number>();
  const add = (group: Group) => {
    if (places.has(keyOf(group))) return;
    places.set(keyOf(group), groups.length);
    groups.push(group);
  };
  for (const { mdc, adrg, drg, name } of drgs) add({ mdc, adrg, drg, name, status: 'grouped' });
  for (const row of rows) if (row.kind === 'ambiguous') add({ ...ambiguousResult(row.adrg), name: row.name, status: 'ambiguous' });
  if (groups.length >= 0xfffe) throw new CatalogueError('drg.tsv', 0, 'more groups than can be numbered');
  return { groups, place: group => places.get(keyOf(group))! };
}

/** The MDC of an ambiguous result follows its letter, also where the row stands in another MDC (MQY of MDCN in 2.0). */
export const ambiguousResult = (code: string): { mdc: string; adrg: string; drg: string } => ({
  mdc: `MDC${code[0] ?? ''}`,
  adrg: 'QY',
  drg: code,
});

const keyOf = ({ mdc, adrg, drg }: Pick<Group, 'mdc' | 'adrg' | 'drg'>): string => `${mdc} ${adrg} ${drg}`;

/** The lists of the catalogue as they are needed to write typical cases: codes by list, which row a code goes to first, groups and weights by severity. */
import { type Cells, type FactTexts, rowsOf } from './facts.ts';
import type { Recipe, Severity, Taken } from './recipe.ts';

/** Keyed `MDCB D1`, `AA1 P1`. */
export type Lists = ReadonlyMap<string, readonly string[]>;

export function listsOf(texts: FactTexts): Lists {
  const lists = new Map<string, string[]>();
  const add = (key: string, code: string) => {
    const codes = lists.get(key);
    if (codes) codes.push(code);
    else lists.set(key, [code]);
  };
  for (const { mdc, list, code } of rowsOf(texts.mdcDx)) add(`${mdc} ${list}`, code!);
  for (const { adrg, list, code } of [...rowsOf(texts.adrgDx), ...rowsOf(texts.adrgPx)]) add(`${adrg} ${list}`, code!);
  return lists;
}

/** Principal diagnoses and main procedures of a row that asks for both. */
export function takenFrom(lists: Lists): (row: Cells) => Taken {
  const known = new Map<Cells, Taken>();
  const listOf = ({ adrg, condition }: Cells, subject: string) => {
    const [, list] = new RegExp(`\\b${subject} in (\\w+)`).exec(condition!)!;
    return new Set(lists.get(`${adrg} ${list}`));
  };
  return row => {
    const found = known.get(row) ?? { principals: listOf(row, 'pdx'), mains: listOf(row, 'px1') };
    known.set(row, found);
    return found;
  };
}

/** By MDC and code, the row that comes first with a plain list holding the code. */
export function ownersOf(rows: readonly Cells[], lists: Lists): ReadonlyMap<string, ReadonlyMap<string, Cells>> {
  const owners = new Map<string, Map<string, Cells>>();
  for (const row of rows) {
    const [, list] = /^(?:pdx|px1) in (\w+)(?: and age_days <= 28)?$/.exec(row.condition!) ?? [];
    if (!list) continue;
    const here = owners.get(row.mdc!) ?? new Map<string, Cells>();
    owners.set(row.mdc!, here);
    for (const code of lists.get(`${row.adrg} ${list}`) ?? []) if (!here.has(code)) here.set(code, row);
  }
  return owners;
}

export function groupsOf(texts: FactTexts): ReadonlyMap<string, Recipe['groups']> {
  const weights = new Map(rowsOf(texts.weights).map(row => [row.drg!, Number(row.weight)]));
  const chains = new Map<string, Cells[]>();
  for (const row of rowsOf(texts.drg)) chains.set(row.adrg!, [...(chains.get(row.adrg!) ?? []), row]);
  const found = (chain: readonly Cells[], severity: Severity) => {
    const row = chain.find(({ condition }) => condition === 'true' || condition!.split(' or ').includes(severity));
    const weight = row ? weights.get(row.drg!) : undefined;
    return row && weight ? { drg: row.drg!, weight } : undefined;
  };
  return new Map(
    [...chains].map(([adrg, chain]) => [adrg, { none: found(chain, 'none'), cc: found(chain, 'cc'), mcc: found(chain, 'mcc') }]),
  );
}

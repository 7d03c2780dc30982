/** What is odd in a catalogue: kept as found and acted on as written, but worth knowing. */
import type { Catalogue, CodeList } from './catalogue.ts';
import { atomsOf, type Condition, conjuncts } from './condition.ts';
import { validOf } from './lists.ts';

export type IrregularityKind =
  /** Principal diagnosis of an ADRG row that is not in the entry list of its own MDC. */
  | 'outside_own_mdc'
  /** Principal diagnosis in the lists of several MDCs (MDCs of several injured body sites, which everyone shares, left out). */
  | 'in_several_mdcs'
  /** Procedure used by a rule that is no valid operation: it groups, but never makes a case ambiguous. */
  | 'not_valid_procedure'
  /** Row or DRG whose condition is never true. */
  | 'never_true'
  /** DRG behind one that is always true. */
  | 'never_reached'
  /** ADRG without any DRG: its rows lead nowhere. */
  | 'without_drg'
  /** The last DRG of an ADRG is conditional: a case may fall through. */
  | 'open_chain'
  /** Exclusion group of a complication that no principal diagnosis has. */
  | 'excludes_nothing';

export type Irregularity = { readonly kind: IrregularityKind; readonly where: string; readonly codes: readonly string[] };

export function irregularitiesOf(catalogue: Catalogue): Irregularity[] {
  return [
    ...outsideOwnMdc(catalogue),
    ...inSeveralMdcs(catalogue),
    ...notValid(catalogue),
    ...neverTrue(catalogue),
    ...chainsOf(catalogue),
    ...excludingNothing(catalogue),
  ];
}

/** Per row that needs a principal diagnosis of a list, while its MDC needs one of another. Each code once per ADRG. */
function outsideOwnMdc({ rows, mdcs, lists }: Catalogue): Irregularity[] {
  const outside = new Map<string, Set<string>>();
  for (const { adrg, mdc, scope, condition } of rows) {
    const entry = principalCodes(mdcs[mdc]!.entry, lists);
    const own = principalCodes(condition, lists);
    if (!entry || !own || scope === 'outside') continue;
    const where = `${mdcs[mdc]!.mdc} ${adrg}`;
    const codes = [...own].filter(code => !entry.has(code));
    if (codes.length > 0) outside.set(where, new Set([...(outside.get(where) ?? []), ...codes]));
  }
  return [...outside].map(([where, codes]) => ({ kind: 'outside_own_mdc', where, codes: [...codes] }));
}

/** Principal diagnoses named by a condition; undefined when it names none. */
function principalCodes(condition: Condition, lists: readonly CodeList[]): ReadonlySet<string> | undefined {
  const named = [...atomsOf(condition)].flatMap(atom => (atom.kind === 'codes' && atom.subject === 'pdx' ? [lists[atom.list]!] : []));
  return named.length === 0 ? undefined : new Set(named.flatMap(list => [...list.codes]));
}

function inSeveralMdcs({ mdcs, lists }: Catalogue): Irregularity[] {
  const entered = new Map<string, string[]>();
  for (const { mdc, entry } of mdcs) {
    if ([...atomsOf(entry)].some(atom => atom.kind === 'number' && atom.field === 'sites')) continue;
    for (const code of principalCodes(entry, lists) ?? []) entered.set(code, [...(entered.get(code) ?? []), mdc]);
  }
  return [...entered]
    .filter(([, of]) => of.length > 1)
    .map(([code, of]) => ({ kind: 'in_several_mdcs', where: of.join(' '), codes: [code] }));
}

function notValid({ rows, drgs, lists }: Catalogue): Irregularity[] {
  const valid = validOf(lists);
  const used = [...rows, ...drgs]
    .flatMap(({ condition }) => [...atomsOf(condition)])
    .flatMap(atom => (atom.kind === 'codes' ? [lists[atom.list]!] : []));
  const codes = new Set(used.filter(list => list.kind === 'px' && list.owner !== '').flatMap(list => [...list.codes]));
  const missing = [...codes].filter(code => !valid.has(code)).sort();
  return missing.length > 0 ? [{ kind: 'not_valid_procedure', where: 'valid_px', codes: missing }] : [];
}

const neverTrue = ({ rows, drgs }: Catalogue): Irregularity[] => [
  ...rows.filter(row => row.active && isAlways(row.condition, false)).map(row => odd('never_true', `adrg.tsv:${row.line} ${row.adrg}`)),
  ...drgs.filter(row => isAlways(row.condition, false)).map(row => odd('never_true', `drg.tsv:${row.line} ${row.drg}`)),
];

function chainsOf({ rows, drgs }: Catalogue): Irregularity[] {
  const adrgs = [...new Set(rows.filter(({ kind }) => kind !== 'ambiguous').map(({ adrg }) => adrg))];
  return adrgs.flatMap(adrg => {
    const chain = drgs.filter(row => row.adrg === adrg);
    if (chain.length === 0) return [odd('without_drg', adrg)];
    const end = chain.findIndex(({ condition }) => isAlways(condition, true));
    if (end < 0) return [odd('open_chain', adrg)];
    return chain.slice(end + 1).map(({ drg, line }) => odd('never_reached', `drg.tsv:${line} ${drg}`));
  });
}

function excludingNothing({ complications, exclusions }: Catalogue): Irregularity[] {
  const known = new Set(exclusions.values());
  const codes = new Map<string, string[]>();
  for (const [code, group] of [...complications.mcc, ...complications.cc]) {
    if (!known.has(group)) codes.set(group, [...(codes.get(group) ?? []), code]);
  }
  return [...codes].map(([group, of]) => ({ kind: 'excludes_nothing', where: group, codes: of }));
}

const isAlways = (condition: Condition, value: boolean): boolean =>
  conjuncts(condition).every(part => part.kind === 'constant' && part.value === value);
const odd = (kind: IrregularityKind, where: string): Irregularity => ({ kind, where, codes: [] });

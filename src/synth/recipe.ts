/**
 * How a case of an ADRG row is written: from which lists its principal diagnosis, its main procedure and its other codes are taken.
 * The catalogue's tables are read as facts about typical cases; whether a case then really lands in its group is the grouper's business.
 */
import { type Cells, type FactTexts, rowsOf } from './facts.ts';

export type Severity = 'none' | 'cc' | 'mcc';
export type Recipe = {
  readonly mdc: string;
  readonly adrg: string;
  readonly kind: 'surgery' | 'procedure' | 'medical';
  readonly sex: 0 | 1 | 2;
  readonly principals: readonly string[];
  /** Lists of which one other diagnosis each is needed. */
  readonly secondaries: readonly (readonly string[])[];
  /** Candidates for the main procedure; empty when the case has none. */
  readonly mains: readonly string[];
  /** Lists of which one further procedure each is needed. */
  readonly procedures: readonly (readonly string[])[];
  /** Injuries of a body site other than that of this one; MDCZ only. */
  otherSites(injury: string): readonly string[];
  /** Newborns up to 28 days, infants above, or any age. */
  readonly infant: 'newborn' | 'infant' | undefined;
  /** Grams, from and below. */
  readonly birthWeight: readonly [number, number] | undefined;
  /** Earlier rows of the same MDC that would take a case with this principal diagnosis and this main procedure. */
  readonly earlier: readonly { readonly principals: ReadonlySet<string>; readonly mains: ReadonlySet<string> }[];
  /** Group and weight by severity, as the group's rows split it; without a weight the recipe is not used. */
  readonly groups: Readonly<Record<Severity, { readonly drg: string; readonly weight: number } | undefined>>;
};

export type Recipes = {
  readonly byAdrg: ReadonlyMap<string, readonly Recipe[]>;
  /** Procedures that some ADRG of the MDC asks for. */
  readonly proceduresOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** MDCs where an unrelated valid operation makes a case ambiguous. */
  readonly ambiguousMdcs: ReadonlySet<string>;
  readonly validProcedures: ReadonlySet<string>;
  /** Procedures no rule looks at, neither by list nor as valid. */
  isBystander(procedure: string): boolean;
};

export function recipesOf(texts: FactTexts): Recipes {
  const lists = listsOf(texts);
  const rows = rowsOf(texts.adrg).filter(row => row.active === '1');
  const valid = new Set(rowsOf(texts.validPx).map(row => row.code!));
  const owners = ownersOf(rows, lists);
  const groups = groupsOf(texts);
  const entries = new Map(rowsOf(texts.mdc).map(row => [row.mdc!, row.entry!]));
  const proceduresOf = new Map<string, Set<string>>();
  for (const row of rows) {
    const known = proceduresOf.get(row.mdc!) ?? new Set();
    for (const [key, codes] of lists) if (key.startsWith(`${row.adrg} P`)) for (const code of codes) known.add(code);
    proceduresOf.set(row.mdc!, known);
  }
  const anyPrincipal = [...new Set([...lists].filter(([key]) => /^MDC[^OPYZ] D1$/.test(key)).flatMap(([, codes]) => codes))];
  const entrySets = new Map([...entries.keys()].flatMap(mdc => (lists.has(`${mdc} D1`) ? [[mdc, new Set(lists.get(`${mdc} D1`))]] : [])));
  const byAdrg = new Map<string, Recipe[]>();
  const before: Cells[] = [];
  for (const row of rows) {
    const source: Source = {
      ...{ lists, valid, owners, before, groups, entrySets, anyPrincipal },
      entry: entries.get(row.mdc!)!,
      preMdc: proceduresOf.get('MDCA')!,
    };
    if (row.kind !== 'ambiguous') byAdrg.set(row.adrg!, [...(byAdrg.get(row.adrg!) ?? []), recipeOf(row, source)]);
    before.push(row);
  }
  const listed = new Set([...proceduresOf.values()].flatMap(codes => [...codes]));
  return {
    byAdrg,
    proceduresOf,
    ambiguousMdcs: new Set(rows.filter(row => row.kind === 'ambiguous' && row.condition === 'px1 valid').map(row => row.mdc!)),
    validProcedures: valid,
    isBystander: code => !valid.has(code) && !listed.has(code),
  };
}

type Lists = ReadonlyMap<string, readonly string[]>;
type Source = {
  readonly lists: Lists;
  readonly valid: ReadonlySet<string>;
  readonly owners: ReadonlyMap<string, ReadonlyMap<string, Cells>>;
  readonly before: readonly Cells[];
  readonly groups: ReadonlyMap<string, Recipe['groups']>;
  readonly entry: string;
  readonly entrySets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly preMdc: ReadonlySet<string>;
  /** Principal diagnoses of the MDCs, for the pre-MDC that has no list of its own. */
  readonly anyPrincipal: readonly string[];
};

function recipeOf(row: Cells, { lists, valid, owners, before, groups, entry, entrySets, preMdc, anyPrincipal }: Source): Recipe {
  const { mdc, adrg, condition } = row as { mdc: string; adrg: string; condition: string };
  const own = (list: string) => lists.get(`${adrg} ${list}`) ?? [];
  const asked = (subject: string) => [...condition.matchAll(new RegExp(`\\b${subject} in (\\w+)`, 'g'))].map(found => own(found[1]!));
  const entryCodes = lists.get(`${mdc} D1`) ?? anyPrincipal;
  const anyDx = asked('(?<![ps])dx');
  const [principal] = asked('pdx');
  const secondaries = mdc === 'MDCZ' ? [] : asked('sdx');
  const taken = new Set(before);
  const ownersHere = owners.get(mdc);
  const owned = (code: string) => {
    const owner = ownersHere?.get(code);
    return !owner || owner.adrg === adrg || !taken.has(owner);
  };
  const entrySet = entrySets.get(mdc);
  const inEntry = (code: string) => !entrySet || entrySet.has(code);
  const named = principal ?? anyDx[0]?.filter(inEntry);
  const principals = (named && named.length > 0 ? named : entryCodes).filter(
    code => inEntry(code) && (row.kind !== 'medical' || owned(code)),
  );
  const [main] = asked('px1');
  const notTaken = (code: string) => mdc === 'MDCA' || !preMdc.has(code);
  const mains = (main ?? (/(?<!not )px1 valid/.test(condition) ? [...valid] : [])).filter(code => notTaken(code) && owned(code));
  return {
    mdc,
    adrg,
    kind: row.kind as Recipe['kind'],
    sex: /sex = 1/.test(entry) ? 1 : /sex = 2/.test(entry) ? 2 : 0,
    principals,
    secondaries: anyDx[0] && !anyDx[0].some(inEntry) ? [...secondaries, anyDx[0]] : secondaries,
    mains,
    procedures: asked('px'),
    otherSites: injury => [...lists].find(([key, site]) => /^MDCZ S/.test(key) && !site.includes(injury))?.[1] ?? [],
    infant: /age_days <= 28/.test(condition) ? 'newborn' : /age_days > 28/.test(condition) ? 'infant' : undefined,
    birthWeight: weightRange(condition),
    earlier: before
      .filter(other => other.mdc === mdc && other.adrg !== adrg && /^pdx in \w+ and px1 in \w+$/.test(other.condition!))
      .map(other => ({ principals: listOf(other, 'pdx', lists), mains: listOf(other, 'px1', lists) })),
    groups: groups.get(adrg) ?? { none: undefined, cc: undefined, mcc: undefined },
  };
}

function listOf({ adrg, condition }: Cells, subject: string, lists: Lists): ReadonlySet<string> {
  const [, list] = new RegExp(`\\b${subject} in (\\w+)`).exec(condition!)!;
  return new Set(lists.get(`${adrg} ${list}`));
}

function weightRange(condition: string): readonly [number, number] | undefined {
  if (!/weight/.test(condition)) return undefined;
  const [, from] = /weight >= (\d+)/.exec(condition) ?? [];
  const [, below] = /weight < (\d+)/.exec(condition) ?? [];
  return [Number(from ?? 700), Number(below ?? 3000)];
}

function listsOf(texts: FactTexts): Lists {
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

/** By MDC and code, the row that comes first with a plain list holding the code. */
function ownersOf(rows: readonly Cells[], lists: Lists): ReadonlyMap<string, ReadonlyMap<string, Cells>> {
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

function groupsOf(texts: FactTexts): ReadonlyMap<string, Recipe['groups']> {
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

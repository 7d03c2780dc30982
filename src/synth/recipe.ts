/**
 * How a case of an ADRG row is written: from which lists its principal diagnosis, its main procedure and its other codes are taken.
 * The catalogue's tables are read as facts about typical cases; whether a case then really lands in its group is the grouper's business.
 */
import { groupsOf, type Lists, listsOf, ownersOf, takenFrom } from './catalogue-facts.ts';
import { type Cells, type FactTexts, rowsOf } from './facts.ts';

export type Severity = 'none' | 'cc' | 'mcc';
export type Taken = { readonly principals: ReadonlySet<string>; readonly mains: ReadonlySet<string> };
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
  readonly earlier: readonly Taken[];
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
  const takenBy = takenFrom(lists);
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
      ...{ lists, valid, owners, before, groups, entrySets, takenBy, anyPrincipal },
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

type Source = {
  readonly lists: Lists;
  readonly valid: ReadonlySet<string>;
  readonly owners: ReadonlyMap<string, ReadonlyMap<string, Cells>>;
  readonly before: readonly Cells[];
  readonly groups: ReadonlyMap<string, Recipe['groups']>;
  readonly entry: string;
  readonly entrySets: ReadonlyMap<string, ReadonlySet<string>>;
  readonly preMdc: ReadonlySet<string>;
  readonly takenBy: (row: Cells) => Taken;
  /** Principal diagnoses of the MDCs, for the pre-MDC that has no list of its own. */
  readonly anyPrincipal: readonly string[];
};

function recipeOf(row: Cells, { lists, valid, owners, before, groups, entry, entrySets, preMdc, takenBy, anyPrincipal }: Source): Recipe {
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
  // Without a list of its own a row takes whatever enters the MDC; the very same list then, so that its commonest codes are found once.
  const principals = named?.length ? named.filter(code => inEntry(code) && (row.kind !== 'medical' || owned(code))) : entryCodes;
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
      .map(other => takenBy(other)),
    groups: groups.get(adrg) ?? { none: undefined, cc: undefined, mcc: undefined },
  };
}

function weightRange(condition: string): readonly [number, number] | undefined {
  if (!/weight/.test(condition)) return undefined;
  const [, from] = /weight >= (\d+)/.exec(condition) ?? [];
  const [, below] = /weight < (\d+)/.exec(condition) ?? [];
  return [Number(from ?? 700), Number(below ?? 3000)];
}

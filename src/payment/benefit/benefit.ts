/** What the insured of a region get, as typed values; every number keeps the leaf it came from. */
import { Decimal } from '../../money.ts';
import type { Leaf, Leaves } from '../../policy/leaf.ts';
import { reader as policyReader } from '../../policy/leaf-reader.ts';
import { both, didYouMean, mistake } from '../../policy/mistakes.ts';
import { nearest } from '../../policy/nearest.ts';
import type { Sourced } from '../../policy/policy.ts';
import { amountsOf, bandsOf, type ShareBand } from './bands.ts';
import { beyondBases, beyondFunds, type CarePlace, places } from './names.ts';

export type Benefit = {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly from: string;
  readonly leaves: Leaves;
  /** Words of a file to the names used here: insurance codes, hospital levels, where care was given, patients' categories. */
  readonly insurance: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, CarePlace>;
  readonly retired: ReadonlySet<string>;
  readonly plans: ReadonlyMap<string, Plan>;
  /** undefined for a place: the file says nothing about care there. */
  readonly away: Readonly<Record<CarePlace, Away | undefined>>;
  /** 医疗救助 by group of the insured. */
  readonly aid: ReadonlyMap<string, Aid>;
  /** 先行自付 by class of item. */
  readonly preSelfpay: ReadonlyMap<string, Sourced>;
};

export type Plan = {
  readonly levels: ReadonlyMap<string, LevelPlan>;
  readonly retiredBonus: Sourced | undefined;
  /** 统筹基金年度最高支付限额. */
  readonly cap: Sourced;
  readonly beyond: Beyond | undefined;
};
export type LevelPlan = {
  /** Of the first, second ... admission of the year; the last holds for all after it. */
  readonly deductibles: readonly Decimal[];
  readonly deductibleLeaf: Leaf;
  /** By the in-scope cost of the stay, counted from its first yuan: the deductible lies in the lowest bands. */
  readonly bands: readonly ShareBand[];
  readonly leaf: Leaf;
};
export type Beyond = {
  readonly fund: (typeof beyondFunds)[number];
  readonly of: (typeof beyondBases)[number];
  /** Its own deductible for the year. */
  readonly from: Decimal;
  /** By the year's amount, counted from its first yuan. */
  readonly segments: readonly ShareBand[];
  readonly leaf: Leaf;
  readonly cap: Sourced | undefined;
};
/** share × times − less. */
export type Away = { readonly times: Decimal; readonly less: Decimal; readonly leaf: Leaf | undefined };
export type Aid = { readonly share: Sourced; readonly cap: Sourced | undefined };

type About = Pick<Benefit, 'file' | 'id' | 'title' | 'region' | 'from'>;

export function benefitFrom(about: About, leaves: Leaves): Benefit {
  const { at, decimal, required, keyed } = reader(leaves, about.id);
  const insurance = wordsTo(leaves, 'insurance_map');
  const names = [...new Set(keyed('insurance_map').map(({ key }) => key))];
  const groups = [...new Set(keyed('aid').map(({ key }) => key.split('.')[0]!))];
  return {
    ...about,
    leaves,
    insurance,
    levels: wordsTo(leaves, 'levels'),
    places: wordsTo(leaves, 'places') as ReadonlyMap<string, CarePlace>,
    retired: new Set((at('retired')?.value as readonly string[] | undefined) ?? []),
    plans: new Map(names.map(name => [name, planOf(name, leaves, about.id)])),
    away: Object.fromEntries(places.map(place => [place, awayOf(place, leaves, about.id)])) as Benefit['away'],
    aid: new Map(
      groups.map(group => [
        group,
        {
          share: required(`aid.${group}.share`),
          cap: decimal(`aid.${group}.cap`),
        },
      ]),
    ),
    preSelfpay: new Map(keyed('pre_selfpay').map(({ key }) => [key, required(`pre_selfpay.${key}`)])),
  };
}

function planOf(insurance: string, leaves: Leaves, id: string): Plan {
  const { at, decimal, required, keyed, missing } = reader(leaves, id);
  const levels = [...new Set([...keyed(`pool.${insurance}`), ...keyed(`deductible.${insurance}`)].map(({ key }) => key))];
  if (levels.length === 0) throw missing(`pool.${insurance}`);
  const leafOf = (path: string): Leaf => {
    const leaf = at(path);
    if (!leaf) throw missing(path);
    return leaf;
  };
  return {
    levels: new Map(
      levels.map(level => {
        const [first, pool] = [leafOf(`deductible.${insurance}.${level}`), leafOf(`pool.${insurance}.${level}`)];
        return [level, { deductibles: amountsOf(first), deductibleLeaf: first, bands: bandsOf(pool), leaf: pool }];
      }),
    ),
    retiredBonus: decimal(`retired_bonus.${insurance}`),
    cap: required(`cap.${insurance}`),
    beyond: keyed(`beyond.${insurance}`).length === 0 ? undefined : beyondOf(`beyond.${insurance}`, leaves, id),
  };
}

function beyondOf(path: string, leaves: Leaves, id: string): Beyond {
  const { at, word, decimal, required, missing } = reader(leaves, id);
  const leaf = at(`${path}.segments`);
  if (!leaf) throw missing(`${path}.segments`);
  const one = <T extends string>(name: string, known: readonly T[]): T => {
    const found = known.find(value => value === word(`${path}.${name}`));
    if (!found) throw missing(`${path}.${name}`);
    return found;
  };
  return {
    fund: one('fund', beyondFunds),
    of: one('of', beyondBases),
    from: required(`${path}.from`).value,
    segments: bandsOf(leaf),
    leaf,
    cap: decimal(`${path}.cap`),
  };
}

function awayOf(place: CarePlace, leaves: Leaves, id: string): Away | undefined {
  if (place === 'local') return { times: one, less: none, leaf: undefined };
  const { decimal } = reader(leaves, id);
  const [times, less] = [decimal(`away.${place}.times`), decimal(`away.${place}.less`)];
  if (!times && !less) return undefined;
  return { times: times?.value ?? one, less: less?.value ?? none, leaf: (less ?? times)!.leaf };
}

const one = new Decimal(1);
const none = new Decimal(0);

/** Reads like a policy; what is missing is missing from the benefit file. */
function reader(leaves: Leaves, id: string) {
  const read = policyReader(leaves, id);
  const missing = (path: string) =>
    mistake(
      'POLICY_INVALID',
      [...leaves.values()][0]?.at,
      both(`${id} 没有写 ${path}`, `${id} does not say ${path}`),
      both(`在待遇文件里补上 ${path}。`, `Add ${path} to the benefit file.`),
    );
  const required = (path: string): Sourced => {
    const found = read.decimal(path);
    if (!found) throw missing(path);
    return found;
  };
  return { ...read, missing, required };
}

/** Every word of the lists to the key it stands under; a word that stands under two is a mistake. The key is a word of itself. */
function wordsTo(leaves: Leaves, path: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const { key, leaf } of reader(leaves, path).keyed(path)) {
    for (const word of new Set([key, ...(leaf.value as readonly string[])])) {
      const other = words.get(word);
      if (other !== undefined)
        throw mistake(
          'PARAMETER_INVALID',
          leaf.at,
          both(`“${word}”既在 ${path}.${other} 又在 ${path}.${key}`, `"${word}" is in ${path}.${other} and in ${path}.${key}`),
          both('一个词只对应一项。', 'A word belongs to one of them.'),
        );
      words.set(word, key);
    }
  }
  return words;
}

/** The name that a word of a file or of the command line stands for; an unknown one is answered with the nearest. */
export function nameIn<T extends string>(
  words: ReadonlyMap<string, T>,
  word: string,
  what: { readonly zh: string; readonly en: string },
): T {
  const name = words.get(word);
  if (name !== undefined) return name;
  const near = nearest(word, words.keys());
  throw mistake(
    'PARAMETER_UNKNOWN',
    undefined,
    both(`待遇文件里没有${what.zh}“${word}”`, `the benefit file knows no ${what.en} "${word}"`),
    near === undefined ? both('请在待遇文件里列出。', 'List it in the benefit file.') : didYouMean(near),
  );
}

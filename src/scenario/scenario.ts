/** A scenario resolved: its chain of files laid over a region's policy, every value with its place, and the hash that names it. */
import type { Condition } from '../policy/condition.ts';
import type { Leaf, Leaves, Place } from '../policy/leaf.ts';
import { mixRules } from '../policy/mix-rules.ts';

/** The leaves in force from a day (day number since 1970-01-01, inclusive) until the next slice begins. */
export type Slice = { readonly from: number; readonly leaves: Leaves };

export type Period = { readonly from: number; readonly to: number; readonly by: 'settled' | 'discharged'; readonly at: Place };

/** Stays meeting every condition are left out, under the id of the rule. */
export type ExcludeRule = {
  readonly id: string;
  readonly when: readonly Condition[];
  readonly source: string;
  readonly at: Place;
};
export type Population = {
  /** Path of the file the scenario was written for; undefined when it names none. */
  readonly data: string | undefined;
  /** Keys of the policy's insurance_map; undefined: all. */
  readonly insurance: readonly string[] | undefined;
  /** Hospital ids of `view.hospitals`; undefined: all. */
  readonly hospitals: readonly string[] | undefined;
  readonly exclude: readonly ExcludeRule[];
};

export const measures = ['stays', 'cost', 'payment', 'fund_payment', 'patient', 'other', 'margin'] as const;
export type Measure = (typeof measures)[number];
/** A total known from elsewhere; `equals` and `within` are yuan (stays: a count), exact decimal text. */
export type KnownTotal = {
  readonly id: string;
  readonly measure: Measure;
  readonly equals: string;
  readonly within: string;
  readonly source: string;
  readonly at: Place;
};

/** A parameter that was set to another value on the screen, in the scenario itself or in a parent; `from` is '' where nothing held. */
export type Edited = { readonly scenario: string; readonly path: string; readonly from: string; readonly to: string };

export type ResolvedScenario = {
  readonly id: string;
  readonly title: string;
  /** `title_en` of the file; undefined when it has none. */
  readonly titleEn?: string | undefined;
  readonly question: string;
  /** Files of the chain, the oldest first; the last is the scenario itself. */
  readonly files: readonly string[];
  readonly method: string;
  /** '' when the method groups nothing. */
  readonly catalogue: string;
  readonly policy: { readonly id: string; readonly region: string; readonly file: string };
  /** Path of the weight table; '' when the policy names none. */
  readonly weights: string;
  /** The policy's leaves with the scenario's over them, as they are at the start of the period. */
  readonly leaves: Leaves;
  /** One slice, or several when a dated value changes inside the period. The first holds for every earlier day too. */
  readonly slices: readonly Slice[];
  /** What the chain itself states, in the order of the files: dotted path to the leaves by date. */
  readonly stated: ReadonlyMap<string, readonly Dated[]>;
  readonly period: Period | undefined;
  readonly population: Population;
  readonly checks: readonly KnownTotal[];
  /** The scenario whose price level this one takes over (`price.rebase: neutral`). */
  readonly rebasedOn: ResolvedScenario | undefined;
  /** True when `price.rebase: none` says that a different price level is meant. */
  readonly ownScale: boolean;
  /** Values of the chain that no file states. */
  readonly edited: readonly Edited[];
  /** sha256 of the canonical text of everything above that changes a result. */
  readonly hash: string;
};

/** A leaf and the day from which it holds; undefined: always. */
export type Dated = { readonly from: number | undefined; readonly leaf: Leaf };

/** Methods that pay a case by its DRG, and therefore need a catalogue, weights and a price level. */
const casePayment = (method: string): boolean => method === 'drg_rate' || method === 'drg_points';

/** The main method and those of the mix. */
export const methodsOf = ({ method, leaves }: Pick<ResolvedScenario, 'method' | 'leaves'>): readonly string[] => [
  method,
  ...mixRules(leaves).map(rule => rule.method),
];

export const paysByGroup = (scenario: Pick<ResolvedScenario, 'method' | 'leaves'>): boolean => methodsOf(scenario).some(casePayment);

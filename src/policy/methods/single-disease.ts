/**
 * 单病种付费, section 8 of the payment reference: a fixed price for a listed disease and operation. Charges that the price leaves out are
 * paid apart at cost; the hospital keeps or bears price − cost. Stays that leave the list by a reason are paid by the main method.
 */
import type { Leaf, Leaves } from '../leaf.ts';
import { reader } from '../leaf-reader.ts';
import type { Paying } from '../policy.ts';
import { type ExitRule, exitRules } from './exit-rules.ts';
import { knownLevels } from './known-levels.ts';

export type SingleDiseasePolicy = Paying & {
  readonly method: 'single_disease';
  /** The price list, as the policy names it. */
  readonly table: string;
  readonly tableLeaf: Leaf;
  readonly exits: readonly ExitRule[];
  /** Levels that the list may name. */
  readonly levelsKnown: ReadonlySet<string>;
};

export function singleDiseasePolicy(leaves: Leaves, paying: Paying): SingleDiseasePolicy {
  const { at, missing } = reader(leaves, paying.id);
  const tableLeaf = at('single_disease.table');
  if (!tableLeaf) throw missing('single_disease.table');
  const exits = at('single_disease.exits');
  return {
    ...paying,
    method: 'single_disease',
    table: tableLeaf.value as string,
    tableLeaf,
    exits: exits && Array.isArray(exits.value) ? exitRules('single_disease.exits', exits) : [],
    levelsKnown: knownLevels(leaves),
  };
}

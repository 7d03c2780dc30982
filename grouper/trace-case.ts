/** Says why a case landed where it did: the fast path gives the result, and every condition on the way to it is put beside the fact. */

import { type CaseFacts, caseFacts } from './case-facts.ts';
import type { Case } from './cases.ts';
import type { CompiledCatalogue, CompiledRow } from './compiled.ts';
import { complicationsOf, effectiveOf } from './complications.ts';
import { type Condition, conjuncts } from './condition.ts';
import { groupCase } from './group-case.ts';
import { NO_ROW } from './result.ts';
import type { AdrgStep, DrgStep, MdcStep, Trace } from './trace.ts';

const MOST_NEAR_MISSES = 5;

export function traceCase(compiled: CompiledCatalogue, one: Case): Trace {
  const { group, row, decider } = groupCase(compiled, one);
  const complications = complicationsOf(compiled, one, decider);
  const facts = caseFacts(compiled, one, effectiveOf(complications));
  const decided = row === NO_ROW ? undefined : compiled.rows[row]!;
  return {
    catalogue: compiled.id,
    group,
    mdcs: mdcSteps(compiled, facts, decided),
    adrg: decided && adrgStep(decided, facts),
    nearMisses: nearMisses(compiled, facts, row === NO_ROW ? compiled.rows.length : row),
    complications,
    drgs: decided && decided.kind !== 'ambiguous' ? drgSteps(compiled, decided.adrg, facts) : [],
  };
}

function mdcSteps({ mdcs }: CompiledCatalogue, facts: CaseFacts, decided: CompiledRow | undefined): MdcStep[] {
  return mdcs.slice(0, decided ? decided.mdc + 1 : mdcs.length).flatMap(({ mdc, name, entry }, place) => {
    const entered = facts.holds(entry);
    return entered || place === decided?.mdc ? [{ mdc, name, entered, checks: conjuncts(entry).map(facts.check) }] : [];
  });
}

function adrgStep({ adrg, name, kind, line, condition }: CompiledRow, facts: CaseFacts): AdrgStep {
  return { adrg, name, kind, line, checks: conjuncts(condition).map(facts.check) };
}

/**
 * Rows of entered MDCs tried before the deciding one that failed by one condition while something else held. The more conditions held (those of the
 * MDC entry included), the nearer; among equals the MDC tried last comes first, which is the one that decided.
 */
function nearMisses({ rows, mdcs }: CompiledCatalogue, facts: CaseFacts, before: number): AdrgStep[] {
  const held = new Map<number, number>();
  for (const [place, { entry }] of mdcs.entries()) if (facts.holds(entry)) held.set(place, conjuncts(entry).filter(saysSomething).length);
  const missed = rows.slice(0, before).flatMap(row => {
    if (!row.active || row.scope === 'outside' || !held.has(row.mdc)) return [];
    const parts = conjuncts(row.condition);
    if (parts.filter(part => !facts.holds(part)).length !== 1) return [];
    const nearness = held.get(row.mdc)! + parts.filter(saysSomething).length - 1;
    return nearness > 0 ? [{ row, nearness }] : [];
  });
  return missed
    .toSorted((a, b) => b.nearness - a.nearness || b.row.mdc - a.row.mdc)
    .slice(0, MOST_NEAR_MISSES)
    .map(({ row }) => adrgStep(row, facts));
}

const saysSomething = (condition: Condition): boolean => condition.kind !== 'constant';

const drgSteps = ({ chains }: CompiledCatalogue, adrg: string, facts: CaseFacts): DrgStep[] =>
  (chains[adrg] ?? []).map(({ drg, name, text, condition }) => ({ drg, name, condition: text, holds: facts.holds(condition) }));

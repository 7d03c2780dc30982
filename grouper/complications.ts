/** The complications of one case, each with its exclusion group and whether the principal diagnosis cancels it. */
import type { Effective } from './case-facts.ts';
import type { Case } from './cases.ts';
import type { CompiledCatalogue } from './compiled.ts';
import type { ComplicationStep } from './trace.ts';
import { placeOfWord } from './word-index.ts';

/** `decider`: position of the diagnosis that decided the severity. */
export function complicationsOf(compiled: CompiledCatalogue, { dx }: Case, decider: number): ComplicationStep[] {
  const { exclusion, exclusionGroups } = compiled;
  const place = dx.length === 0 ? -1 : placeOfWord(compiled.dx.index, dx[0]!);
  const cancelling = place < 0 ? 0 : exclusion[place]!;
  return dx.flatMap((code, position) => {
    const at = position === 0 ? -1 : placeOfWord(compiled.dx.index, code);
    if (at < 0) return [];
    // a code may stand in both levels; the heavier one decides
    let undecided = position === decider;
    return (['mcc', 'cc'] as const).flatMap(level => {
      const group = compiled[level][at]!;
      if (group === 0) return [];
      const cancelled = group === cancelling;
      const decides = undecided && !cancelled;
      if (decides) undecided = false;
      return [{ code, level, exclusionGroup: exclusionGroups[group]!, cancelled, decides }];
    });
  });
}

export function effectiveOf(steps: readonly ComplicationStep[]): Effective {
  const of = (level: 'mcc' | 'cc') => steps.filter(step => step.level === level && !step.cancelled).map(step => step.code);
  return { mcc: of('mcc'), cc: of('cc') };
}

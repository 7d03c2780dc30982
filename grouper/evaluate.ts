/**
 * What a condition says when its atoms are answered yes, no or unknown (Kleene). One meaning for every use:
 * a whole case answers every atom; a part of a case (its main diagnosis, say) leaves the rest unknown.
 */
import type { Atom, Condition } from './condition.ts';

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Truth = typeof NO | typeof UNKNOWN | typeof YES;

export type Ask = (atom: Exclude<Atom, { kind: 'constant' }>) => Truth;

export function evaluate(condition: Condition, ask: Ask): Truth {
  switch (condition.kind) {
    case 'constant':
      return condition.value ? YES : NO;
    case 'not':
      return (YES - evaluate(condition.of, ask)) as Truth;
    case 'and': {
      let all: Truth = YES;
      for (const part of condition.of) {
        const one = evaluate(part, ask);
        if (one === NO) return NO;
        if (one < all) all = one;
      }
      return all;
    }
    case 'or': {
      let any: Truth = NO;
      for (const part of condition.of) {
        const one = evaluate(part, ask);
        if (one === YES) return YES;
        if (one > any) any = one;
      }
      return any;
    }
    default:
      return ask(condition);
  }
}

export const truth = (holds: boolean): Truth => (holds ? YES : NO);

/**
 * Which part of a case can answer an atom. A condition answered by one part alone is settled by that part's bit row;
 * any other leaves the row open, to be asked of the whole case.
 */
import { type Atom, atomsOf, type Condition } from './condition.ts';

export type Aspect = 'principal' | 'main procedure' | 'numbers';

/** The parts of the case that have something to say to the condition, and whether one of them settles it. */
export function aspectsOf(condition: Condition): { readonly aspects: ReadonlySet<Aspect>; readonly settled: boolean } {
  const answers = [...atomsOf(condition)].map(aspectOfAtom);
  const aspects = new Set(answers.flatMap(answer => (answer ? [answer.aspect] : [])));
  // constants belong to no part: they are settled with the numbers, which every case has
  if (aspects.size === 0) aspects.add('numbers');
  return { aspects, settled: aspects.size === 1 && answers.every(answer => answer === undefined || answer.alone) };
}

/** `alone`: the part answers the atom whatever the rest of the case is. */
function aspectOfAtom(atom: Atom): { readonly aspect: Aspect; readonly alone: boolean } | undefined {
  switch (atom.kind) {
    case 'constant':
      return undefined;
    case 'complication':
      return { aspect: 'principal', alone: false };
    case 'number':
      return atom.field === 'sites' ? { aspect: 'principal', alone: false } : { aspect: 'numbers', alone: true };
    case 'codes':
      switch (atom.subject) {
        case 'pdx':
          return { aspect: 'principal', alone: true };
        case 'sdx':
        case 'dx':
          return { aspect: 'principal', alone: false };
        case 'px1':
          return { aspect: 'main procedure', alone: true };
        case 'opx':
        case 'px':
          return { aspect: 'main procedure', alone: false };
      }
  }
}

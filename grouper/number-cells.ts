/** Cuts the numbers of a case at the bounds that conditions name, and gives every combination of the pieces its bit row. */
import { type Need, sharedRows } from './bit-rows.ts';
import type { NumberCells } from './compiled.ts';
import { type Atom, atomsOf, type CaseField, type Condition, caseFields, compare } from './condition.ts';
import { truth, UNKNOWN } from './evaluate.ts';

type NumberAtom = Extract<Atom, { kind: 'number' }>;
/** Class of every value, and one value to stand for each class; -1 is a missing number. */
type Cut = { readonly classes: Uint8Array; readonly samples: readonly number[] };

export function cutNumbers(conditions: readonly Condition[], needs: readonly Need[], count: number): NumberCells {
  const atoms = conditions.flatMap(condition => [...atomsOf(condition)]).filter(atom => atom.kind === 'number');
  const cuts = caseFields.map(field => cut(atoms.filter(atom => atom.field === field)));
  const strides = cuts.map((_, f) => cuts.slice(0, f).reduce((product, { samples }) => product * samples.length, 1));
  const cells = cuts.reduce((product, { samples }) => product * samples.length, 1);
  const relevant = needs.filter(need => need.aspects.has('numbers'));
  const rows = sharedRows(count);
  const of = Uint32Array.from({ length: cells }, (_, cell) => {
    const numbers = cuts.map(({ samples }, f) => samples[Math.floor(cell / strides[f]!) % samples.length]!);
    return rows.place(relevant, atom => {
      if (atom.kind !== 'number' || atom.field === 'sites') return UNKNOWN;
      return truth(compareNumber(numbers[caseFields.indexOf(atom.field as CaseField)]!, atom));
    });
  });
  return { classes: cuts.map(({ classes }) => classes), strides, words: rows.words(), of };
}

/** A missing number (below 0) makes every comparison false. */
export const compareNumber = (value: number, { comparison, bound }: NumberAtom): boolean => value >= 0 && compare(value, comparison, bound);

function cut(atoms: readonly NumberAtom[]): Cut {
  const largest = Math.ceil(Math.max(0, ...atoms.map(atom => atom.bound)));
  const classes = new Uint8Array(largest + 3);
  const samples: number[] = [];
  const known = new Map<string, number>();
  for (let value = -1; value <= largest + 1; value++) {
    const answers = atoms.map(atom => (compareNumber(value, atom) ? 1 : 0)).join('');
    if (!known.has(answers)) known.set(answers, samples.push(value) - 1);
    classes[value + 1] = known.get(answers)!;
  }
  return { classes, samples };
}

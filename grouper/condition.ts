/** A condition of a catalogue as a tree. Its atoms ask about codes, numbers or complications; everything else is and, or, not. */

export const diagnosisSubjects = ['pdx', 'sdx', 'dx'] as const;
export const procedureSubjects = ['px1', 'opx', 'px'] as const;
export type Subject = (typeof diagnosisSubjects)[number] | (typeof procedureSubjects)[number];

/** Numbers of the case itself. */
export const caseFields = ['sex', 'age', 'age_days', 'weight'] as const;
export type CaseField = (typeof caseFields)[number];
/** Numbers a condition may compare: those of the case, and the body sites its diagnoses hit. */
export const fields = [...caseFields, 'sites'] as const;
export type Field = (typeof fields)[number];

export const comparisons = ['=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

export type Atom =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** Some code of the subject is in the list (a table list, the valid procedures, or all codes with a prefix). */
  | { readonly kind: 'codes'; readonly subject: Subject; readonly list: number; readonly text: string }
  | { readonly kind: 'number'; readonly field: Field; readonly comparison: Comparison; readonly bound: number }
  | { readonly kind: 'complication'; readonly level: 'mcc' | 'cc' };

export type Condition =
  | Atom
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

/** The parts that must all hold, with `not` carried down to the atoms: `not (a or b)` gives `not a`, `not b`. */
export function conjuncts(condition: Condition): Condition[] {
  const plain = withNotAtAtoms(condition, false);
  return plain.kind === 'and' ? [...plain.of] : [plain];
}

/** The condition as the catalogue would write it. */
export function textOf(condition: Condition): string {
  switch (condition.kind) {
    case 'constant':
      return String(condition.value);
    case 'codes':
      return condition.text;
    case 'number':
      return `${condition.field} ${condition.comparison} ${condition.bound}`;
    case 'complication':
      return condition.level;
    case 'not':
      return `not ${bracketed(condition.of, ['and', 'or'])}`;
    case 'and':
      return condition.of.map(part => bracketed(part, ['or'])).join(' and ');
    case 'or':
      return condition.of.map(textOf).join(' or ');
  }
}

export function* atomsOf(condition: Condition): Generator<Atom> {
  switch (condition.kind) {
    case 'not':
      yield* atomsOf(condition.of);
      return;
    case 'and':
    case 'or':
      for (const part of condition.of) yield* atomsOf(part);
      return;
    default:
      yield condition;
  }
}

export function compare(value: number, comparison: Comparison, bound: number): boolean {
  switch (comparison) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
  }
}

function withNotAtAtoms(condition: Condition, negated: boolean): Condition {
  switch (condition.kind) {
    case 'not':
      return withNotAtAtoms(condition.of, !negated);
    case 'and':
    case 'or': {
      const kind = negated ? (condition.kind === 'and' ? 'or' : 'and') : condition.kind;
      // joins of the same kind become one: a and (b and c) = a and b and c
      const of = condition.of.map(part => withNotAtAtoms(part, negated)).flatMap(part => (part.kind === kind ? part.of : [part]));
      return { kind, of };
    }
    case 'constant':
      return { kind: 'constant', value: condition.value !== negated };
    default:
      return negated ? { kind: 'not', of: condition } : condition;
  }
}

const bracketed = (part: Condition, weaker: readonly string[]): string => (weaker.includes(part.kind) ? `(${textOf(part)})` : textOf(part));

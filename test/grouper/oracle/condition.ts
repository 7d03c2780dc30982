/** The condition language as a tree, parsed by plain descent; `and` binds tighter than `or`, `not` tighter than both. */

export const subjects = ['pdx', 'sdx', 'dx', 'px1', 'opx', 'px'] as const;
export type Subject = (typeof subjects)[number];
export type Condition =
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'severity'; readonly level: string }
  | { readonly kind: 'in'; readonly subject: Subject; readonly list: string }
  | { readonly kind: 'valid'; readonly subject: Subject }
  | { readonly kind: 'starts'; readonly subject: Subject; readonly prefix: string }
  | { readonly kind: 'number'; readonly field: string; readonly operator: string; readonly bound: number };

export function parse(text: string): Condition {
  const tokens = text.replaceAll('(', ' ( ').replaceAll(')', ' ) ').trim().split(/\s+/);
  let at = 0;

  const or = (): Condition => chain('or', and);
  const and = (): Condition => chain('and', not);
  function chain(word: 'or' | 'and', next: () => Condition): Condition {
    const parts = [next()];
    while (tokens[at] === word) {
      at++;
      parts.push(next());
    }
    return parts.length === 1 ? parts[0]! : { kind: word, parts };
  }
  function not(): Condition {
    if (tokens[at] === 'not') {
      at++;
      return { kind: 'not', part: not() };
    }
    if (tokens[at] !== '(') return atom();
    at++;
    const inner = or();
    if (tokens[at++] !== ')') throw new Error(`no ) in ${text}`);
    return inner;
  }
  function atom(): Condition {
    const word = tokens[at++]!;
    if (word === 'true' || word === 'false') return { kind: 'constant', value: word === 'true' };
    if (word === 'mcc' || word === 'cc') return { kind: 'severity', level: word };
    const operator = tokens[at++]!;
    const subject = subjects.find(known => known === word);
    if (!subject) return { kind: 'number', field: word, operator, bound: Number(tokens[at++]) };
    if (operator === 'valid') return { kind: 'valid', subject };
    if (operator === 'in') return { kind: 'in', subject, list: tokens[at++]! };
    if (operator === 'starts') return { kind: 'starts', subject, prefix: tokens[at++]! };
    throw new Error(`not a test: ${word} ${operator} in ${text}`);
  }

  const condition = or();
  if (at !== tokens.length) throw new Error(`left over in ${text}`);
  return condition;
}

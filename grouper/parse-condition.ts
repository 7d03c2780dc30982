/**
 * The condition language of the catalogue tables, by recursive descent:
 *   cond := and ("or" and)*    and := not ("and" not)*    not := "not" not | "(" cond ")" | atom
 *   atom := true | false | mcc | cc | SUBJECT in LIST | SUBJECT valid | SUBJECT starts PREFIX | FIELD OP NUMBER
 */
import {
  type Comparison,
  type Condition,
  comparisons,
  diagnosisSubjects,
  type Field,
  fields,
  procedureSubjects,
  type Subject,
} from './condition.ts';

/** What is wrong with a condition, in words; whoever read the table adds the place. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

/** Finds the number of a list by the words of the condition; undefined when there is no such list. */
export type Lists = {
  readonly named: (subject: Subject, name: string) => number | undefined;
  readonly valid: (subject: Subject) => number | undefined;
  readonly prefix: (subject: Subject, prefix: string) => number;
};

type Tokens = { readonly words: readonly string[]; next: number };

/** Larger than any number a case can carry; keeps the tables of number classes small. */
const LARGEST_BOUND = 999_999;

export function parseCondition(text: string, lists: Lists): Condition {
  const tokens: Tokens = { words: text.replace(/[()]/g, ' $& ').split(/\s+/).filter(Boolean), next: 0 };
  const condition = parseOr(tokens, lists);
  const rest = tokens.words[tokens.next];
  if (rest !== undefined) throw new ConditionError(`"${rest}" where "and", "or" or the end was expected`);
  return condition;
}

function parseOr(tokens: Tokens, lists: Lists): Condition {
  const of = [parseAnd(tokens, lists)];
  while (accept(tokens, 'or')) of.push(parseAnd(tokens, lists));
  return of.length === 1 ? of[0]! : { kind: 'or', of };
}

function parseAnd(tokens: Tokens, lists: Lists): Condition {
  const of = [parseNot(tokens, lists)];
  while (accept(tokens, 'and')) of.push(parseNot(tokens, lists));
  return of.length === 1 ? of[0]! : { kind: 'and', of };
}

function parseNot(tokens: Tokens, lists: Lists): Condition {
  if (accept(tokens, 'not')) return { kind: 'not', of: parseNot(tokens, lists) };
  if (!accept(tokens, '(')) return parseAtom(tokens, lists);
  const inner = parseOr(tokens, lists);
  if (!accept(tokens, ')')) throw new ConditionError('a parenthesis is not closed');
  return inner;
}

function parseAtom(tokens: Tokens, lists: Lists): Condition {
  const word = take(tokens);
  if (word === 'true' || word === 'false') return { kind: 'constant', value: word === 'true' };
  if (word === 'mcc' || word === 'cc') return { kind: 'complication', level: word };
  if (isSubject(word)) return parseCodes(word, tokens, lists);
  if (isField(word)) return parseNumber(word, tokens);
  throw new ConditionError(`unknown word "${word}"`);
}

function parseCodes(subject: Subject, tokens: Tokens, lists: Lists): Condition {
  const verb = take(tokens);
  switch (verb) {
    case 'in': {
      const name = take(tokens);
      return codes(subject, `in ${name}`, lists.named(subject, name));
    }
    case 'valid':
      return codes(subject, 'valid', lists.valid(subject));
    case 'starts': {
      const prefix = take(tokens);
      return codes(subject, `starts ${prefix}`, lists.prefix(subject, prefix));
    }
    default:
      throw new ConditionError(`"${verb}" after "${subject}" where "in", "valid" or "starts" was expected`);
  }
}

function codes(subject: Subject, said: string, list: number | undefined): Condition {
  if (list === undefined) throw new ConditionError(`"${subject} ${said}": there is no such list`);
  return { kind: 'codes', subject, list, text: `${subject} ${said}` };
}

function parseNumber(field: Field, tokens: Tokens): Condition {
  const comparison = take(tokens);
  if (!isComparison(comparison)) throw new ConditionError(`"${comparison}" after "${field}" where a comparison was expected`);
  const number = take(tokens);
  if (!/^\d+(\.\d+)?$/.test(number) || Number(number) > LARGEST_BOUND) {
    throw new ConditionError(`"${number}" where a number from 0 to ${LARGEST_BOUND} was expected`);
  }
  return { kind: 'number', field, comparison, bound: Number(number) };
}

function accept(tokens: Tokens, word: string): boolean {
  if (tokens.words[tokens.next] !== word) return false;
  tokens.next++;
  return true;
}

function take(tokens: Tokens): string {
  const word = tokens.words[tokens.next];
  if (word === undefined) throw new ConditionError('the condition ends too early');
  tokens.next++;
  return word;
}

const isSubject = (word: string): word is Subject => ([...diagnosisSubjects, ...procedureSubjects] as readonly string[]).includes(word);
const isField = (word: string): word is Field => (fields as readonly string[]).includes(word);
const isComparison = (word: string): word is Comparison => (comparisons as readonly string[]).includes(word);

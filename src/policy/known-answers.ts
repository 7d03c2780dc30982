/**
 * What a policy must reproduce to be trusted: worked cases, and tables of published prices. A case is one flat line, what is given and
 * what is expected of it together; a table names the column of prices and whom they are for.
 */
import { type Expected, expectedNames, expectedPayment } from './expected-payment.ts';
import { type GivenStay, givenStay } from './given-stay.ts';
import type { Leaf, Leaves, Place } from './leaf.ts';
import { both, didYouMean, wrong } from './mistakes.ts';
import { nearest } from './nearest.ts';

export type WorkedCase = { readonly kind: 'case'; readonly at: Place; readonly given: GivenStay; readonly expected: Expected };
/** Every row of the table that has a weight and a price: the price is the standard of that weight. */
export type PublishedPrices = {
  readonly kind: 'prices';
  readonly at: Place;
  readonly table: string;
  readonly column: string;
  readonly insurance: string;
  readonly level: string | undefined;
};
export type KnownAnswer = WorkedCase | PublishedPrices;

export const answersOf = (leaves: Leaves): readonly KnownAnswer[] => {
  const leaf = leaves.get('known_answers');
  return leaf && Array.isArray(leaf.value) ? readAnswers('known_answers', leaf) : [];
};

export const checkAnswers = (path: string, leaf: Leaf): void => void readAnswers(path, leaf);

const readAnswers = (path: string, leaf: Leaf): readonly KnownAnswer[] =>
  (leaf.value as readonly unknown[]).map((written, i) => answerOf(path, written, leaf.items?.[i]?.at ?? leaf.at));

function answerOf(path: string, written: unknown, at: Place): KnownAnswer {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw wrong(path, at, both('有一项读不懂', 'has an item that cannot be read'), caseForm);
  const { source, ...said } = written as Readonly<Record<string, unknown>>;
  if ('table' in said) return pricesOf(path, said, at);
  const entries = Object.entries(said);
  const expects = (name: string) => expectedNames.some(one => one === name) && name !== 'patient' && name !== 'other';
  const [given, expected] = [entries.filter(([name]) => !expects(name)), entries.filter(([name]) => expects(name))];
  return {
    kind: 'case',
    at,
    given: givenStay(Object.fromEntries(given), at),
    expected: expectedPayment(Object.fromEntries(expected), at),
  };
}

const columnNames = ['table', 'column', 'insurance', 'level'] as const;

function pricesOf(path: string, said: Readonly<Record<string, unknown>>, at: Place): PublishedPrices {
  const odd = Object.keys(said).find(name => !columnNames.some(one => one === name));
  if (odd !== undefined)
    throw wrong(
      path,
      at,
      both(`的价格表没有“${odd}”这一项`, `has a table of prices with "${odd}"`),
      didYouMean(nearest(odd, columnNames)!),
    );
  const { table, column, insurance, level } = said;
  const text = (value: unknown): value is string => typeof value === 'string' && value !== '';
  if (text(table) && text(column) && text(insurance) && (level === undefined || text(level)))
    return { kind: 'prices', at, table, column, insurance, level };
  throw wrong(path, at, both('的价格表不完整', 'has a table of prices that is not complete'), tableForm);
}

const caseForm = both(
  '写成 {level: tertiary, insurance: employee, weight: "0.96", cost: "8000.00", payment: "9818.88"}。',
  'Write {level: tertiary, insurance: employee, weight: "0.96", cost: "8000.00", payment: "9818.88"}.',
);
const tableForm = both(
  '写成 {table: prices.tsv, column: standard, level: tertiary, insurance: employee}。',
  'Write {table: prices.tsv, column: standard, level: tertiary, insurance: employee}.',
);

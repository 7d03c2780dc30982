/** A stay that is given, settled, and held against what was expected of it; amounts are whole fen, so equal is to the fen. */
import { Decimal, toFen, yuanText } from '../money.ts';
import { type Expected, expectedAmounts } from '../policy/expected-payment.ts';
import { type Place, placeText } from '../policy/leaf.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { billOf } from './bill.ts';
import { linesOf } from './explain.ts';
import { givenFile } from './given-load.ts';
import type { Part } from './part.ts';
import { bands, type Line, policyOf, type Settlement, unpricedReasons } from './settlement.ts';

export type Answer = {
  readonly at: Place;
  /** What is given, for a person: `AB19 tertiary employee`. */
  readonly name: string;
  /** By name of the result, what is written and what came out; only the results that were expected. */
  readonly results: readonly { readonly name: string; readonly expected: string; readonly got: string; readonly equal: boolean }[];
  readonly equal: boolean;
  /** How the payment came about; empty where it is as expected. */
  readonly lines: readonly Line[];
};

export type Settled = { readonly settlement: Settlement; readonly stays: StayTable; readonly part: Part; readonly row: number };

export function answered(about: Pick<Answer, 'at' | 'name'>, expected: Expected, settled: Settled): Answer {
  const results = resultsOf(expected, settled);
  const equal = results.every(result => result.equal);
  return { ...about, results, equal, lines: equal ? [] : linesOfStay(settled).map(line => placed(line, about.at)) };
}

function resultsOf({ band, points, amounts }: Expected, { settlement, row }: Settled): Answer['results'] {
  const results: Answer['results'][number][] = [];
  const put = (name: string, expected: string, got: string) => results.push({ name, expected, got, equal: expected === got });
  if (band !== undefined) put('band', band, bands[settlement.band[row]!]!);
  if (points !== undefined) put('points', points.value.toFixed(points.digits), pointsOf(settlement, row, points.digits));
  for (const name of expectedAmounts) {
    const amount = amounts[name];
    if (amount) put(name, yuanText(toFen(amount)), yuanText(settlement[name][row]!));
  }
  return results;
}

/** Payment ÷ point value; '' for a stay that no point value pays. */
function pointsOf({ prices, price, payment }: Settlement, row: number, digits: number): string {
  const rate = prices[price[row]!]?.rate;
  return rate ? new Decimal(payment[row]!).div(100).div(rate).toFixed(digits, Decimal.ROUND_HALF_UP) : '';
}

/** The number of a group that is given stands where the answer stands. */
const placed = (line: Line, at: Place): Line => ({
  ...line,
  source: line.source?.replace(new RegExp(`\\b${givenFile}:\\d+`), placeText(at)),
});

function linesOfStay({ settlement, stays, part, row }: Settled): readonly Line[] {
  const policy = policyOf(settlement, row);
  const { lines } = linesOf({
    bill: billOf(stays, row),
    band: bands[settlement.band[row]!]!,
    reason: unpricedReasons[settlement.reason[row]!]!,
    price: settlement.prices[settlement.price[row]!],
    policy,
    within: { stays, row, settlement, part },
  });
  return lines;
}

/** A region's table of published prices, row by row: the standard of the row's weight must be the price it states, to the fen. */
import { Decimal, toFen, yuanText } from '../money.ts';
import { givenStay } from '../policy/given-stay.ts';
import type { PublishedPrices } from '../policy/known-answers.ts';
import { both, mistake } from '../policy/mistakes.ts';
import type { Policy } from '../policy/policy.ts';
import { type Answer, answered } from './answer.ts';
import { givenLoad, groupOf } from './given-load.ts';
import { spokenAs } from './given-policy.ts';
import { settle } from './settle.ts';

/**
 * A stay of every row, of just its price, so that no outlier rule applies. Row 0000 has a price of its own that no stay is grouped into:
 * it is asked for as a group like the others.
 */
export function publishedPrices(prices: PublishedPrices, policy: Policy, readText: (path: string) => string): readonly Answer[] {
  const { table, level, insurance } = prices;
  return rowsOf(prices, readText(table)).map(({ drg, weight, price, line }) => {
    const written = { insurance, ...(level === undefined ? {} : { level }), weight, drg, cost: yuanText(toFen(price)) };
    const { stays, grouping, weights } = givenLoad(spokenAs(policy, givenStay(written, prices.at)), policy);
    const part = { policy, grouping, groups: [{ ...groupOf(drg), status: 'grouped' as const }], weights, readText };
    const expected = { band: undefined, points: undefined, amounts: { standard: new Decimal(price) } };
    const name = [drg, level, insurance].filter(word => word !== undefined).join(' ');
    return answered({ at: { file: table, line }, name }, expected, { settlement: settle({ ...part, stays }), stays, part });
  });
}

type PricedRow = { readonly drg: string; readonly weight: string; readonly price: string; readonly line: number };

/** Rows that have both a weight and a price; a row with text in their place has none. */
function rowsOf({ table, column, at }: PublishedPrices, text: string): readonly PricedRow[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = header.split('\t');
  const place = (name: string): number => {
    const found = columns.indexOf(name);
    if (found >= 0) return found;
    throw mistake(
      'PARAMETER_INVALID',
      at,
      both(`${table} 没有 ${name} 这一列`, `${table} has no column ${name}`),
      both(`它的列：${columns.join('、')}。`, `Its columns are ${columns.join(', ')}.`),
    );
  };
  const [drgColumn, weightColumn, priceColumn] = [place('drg'), place('weight'), place(column)];
  const number = /^\d+(\.\d+)?$/;
  return lines.flatMap((row, i) => {
    const cells = row.split('\t');
    const [drg = '', weight = '', price = ''] = [cells[drgColumn], cells[weightColumn], cells[priceColumn]];
    return number.test(weight) && new Decimal(weight).gt(0) && number.test(price) ? [{ drg, weight, price, line: i + 2 }] : [];
  });
}

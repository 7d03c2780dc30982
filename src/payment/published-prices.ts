/** A region's table of published prices, row by row: the standard of the row's weight must be the price it states, to the fen. */
import { Decimal, toFen, yuanText } from '../money.ts';
import { givenStay } from '../policy/given-stay.ts';
import type { PublishedPrices } from '../policy/known-answers.ts';
import type { Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';
import type { Policy } from '../policy/policy.ts';
import { type Answer, answered } from './answer.ts';
import { givenLoad } from './given-load.ts';
import { refuseUnknownPayer, spokenAs } from './given-policy.ts';
import { settle } from './settle.ts';

/**
 * A stay of every row, of just its price, so that no outlier rule applies. Row 0000 has a price of its own that no stay is grouped into:
 * it is asked for as a group like the others.
 */
export function publishedPrices(prices: PublishedPrices, policy: Policy, readText: (path: string) => string): readonly Answer[] {
  const { table, level, insurance } = prices;
  refuseUnknownPayer(prices, policy, prices.at);
  const rows = rowsOf(prices, readText(table));
  const given = rows.map(({ drg, weight, price }) => {
    const written = { insurance, ...(level === undefined ? {} : { level }), weight, drg, cost: yuanText(toFen(price)) };
    return spokenAs(policy, givenStay(written, prices.at));
  });
  const { stays, grouping, groups, weights } = givenLoad(given, policy);
  const part = { policy, grouping, groups: groups.map(group => ({ ...group, status: 'grouped' as const })), weights, readText };
  const settlement = settle({ ...part, stays });
  return rows.map(({ drg, price, line }, row) => {
    const expected = { band: undefined, points: undefined, amounts: { standard: new Decimal(price) } };
    const name = [drg, level, insurance].filter(word => word !== undefined).join(' ');
    return answered({ at: { file: table, line }, name }, expected, { settlement, stays, part, row });
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
  const first = new Map<string, number>();
  return lines.flatMap((row, i) => {
    const cells = row.split('\t');
    const [drg = '', weight = '', price = ''] = [cells[drgColumn], cells[weightColumn], cells[priceColumn]];
    if (!number.test(weight) || new Decimal(weight).eq(0) || !number.test(price)) return [];
    if (first.has(drg)) throw twice(drg, { file: table, line: i + 2 }, first.get(drg)!);
    first.set(drg, i + 2);
    return [{ drg, weight, price, line: i + 2 }];
  });
}

const twice = (drg: string, at: Place, before: number) =>
  mistake(
    'WEIGHTS_INVALID',
    at,
    both(`病组 ${drg} 与第 ${before} 行重复`, `${drg} is already on line ${before}`),
    both('每个病组只留一行。', 'Keep one line a group.'),
  );

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/money.ts';
import { count, wan, yuan } from '../../../src/report/format.ts';
import { aggregatesOf, columnFigure } from '../../../src/ui/table/column-figure.ts';
import { exactTotal } from '../../../src/ui/table/exact-total.ts';
import { figureText } from '../../../src/ui/table/figure-text.ts';
import { footerOf, footerWork, saidOf } from '../../../src/ui/table/footers.ts';
import { numberColumn } from '../../../src/ui/table/sheet.ts';
import { type Aggregate, aggregates, asItComes } from '../../../src/ui/table/spec.ts';
import { arrangedAtOnce, openTable } from '../../../src/ui/table/table-view.ts';
import { atOnce } from '../../../src/ui/work.ts';
import { columns, footing, kept, small } from './small-sheet.ts';

const columnOf = (key: string) => columns.find(column => column.key === key)!;
const numbers = (values: readonly number[]) => numberColumn({ key: 'n', title: 'n', width: 8, value: row => values[row]!, text: String });
const rows = (n: number) => Uint32Array.from({ length: n }, (_, row) => row);
const figure = (values: readonly number[], aggregate: Aggregate) =>
  atOnce(columnFigure(rows(values.length), numbers(values), aggregate))?.toString();

describe('a figure of a column', () => {
  // known: 1, 2, 3, 10, 2; sum 18, mean 3.6; in order 1 2 2 3 10: median 2, p90 at 3.6: 3 + 0.6 x 7 = 7.2
  const values = [1, 2, Number.NaN, 3, 10, 2];
  it.each([
    ['sum', '18'],
    ['mean', '3.6'],
    ['median', '2'],
    ['p90', '7.2'],
    ['least', '1'],
    ['most', '10'],
    ['distinct', '4'],
    ['filled', '5'],
  ] as const)('%s is %s', (aggregate, wanted) => {
    expect(figure(values, aggregate)).toBe(wanted);
  });

  it('the median of an even number lies between the two in the middle', () => {
    expect(figure([4, 1, 3, 2], 'median')).toBe('2.5');
  });

  it('of no number is unknown; of none counted is nothing', () => {
    expect(aggregates.map(aggregate => figure([Number.NaN], aggregate))).toEqual([...Array(6).fill(undefined), '0', '0']);
  });

  it('words are counted: 骨科 twice, 心内科, ICU, 心内科二区; one is missing', () => {
    const of = (aggregate: Aggregate) => atOnce(columnFigure(rows(6), columnOf('department'), aggregate))?.toString();
    expect([aggregatesOf(columnOf('department')), of('distinct'), of('filled')]).toEqual([['distinct', 'filled'], '4', '5']);
  });
});

describe('a sum', () => {
  const sum = (values: readonly number[]) => atOnce(exactTotal(rows(values.length), numbers(values))).sum.toString();

  it('of decimals is their decimal sum, where adding doubles drifts', () => {
    const tenths = Array<number>(1_000).fill(0.1);
    // 99.9999999999986 in floating point
    expect([tenths.reduce((a, b) => a + b, 0) === 100, sum(tenths)]).toEqual([false, '100']);
    expect(sum([0.1, 0.2, 3.7362, -0.0001, 1e-9])).toBe('4.036100001');
  });

  it('of fen is exact beyond what a double holds', () => {
    // 2 x 9,007,199,254,740,991 + 1
    expect(sum([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1])).toBe('18014398509481983');
    expect(sum([Number.MAX_SAFE_INTEGER, 0.5, -Number.MAX_SAFE_INTEGER])).toBe('0.5');
  });

  it('of any decimals is that of Decimal', () => {
    const decimal = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6)).map(([steps, digits]) => new Decimal(steps).div(10 ** digits));
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 50 }), decimals => {
        const exact = decimals.reduce((a, b) => a.plus(b), new Decimal(0));
        expect(sum(decimals.map(one => one.toNumber()))).toBe(exact.toString());
      }),
    );
  });

  it('of quotients keeps what an addition rounds away', () => {
    expect(sum([1e16, 1 / 3, -1e16]).slice(0, 12)).toBe('0.3333333333');
  });
});

describe('a figure as it is shown', () => {
  const shown = (show: ((value: number) => string) | undefined, exact: Decimal.Value, aggregate: Aggregate = 'mean') =>
    figureText(show ? { show } : {}, aggregate, new Decimal(exact));

  it.each([
    // fen shown in yuan and in ten-thousands, half a step up
    [yuan, '149410.5', '1,494.11'],
    [yuan, '149410.4999999999999999999', '1,494.10'], // its nearest double is the half itself
    [yuan, '-149410.4999999999999999999', '-1,494.10'],
    [yuan, '149410.5000000000000000001', '1,494.11'],
    [wan, '4999.9999999999999999', '0.00'],
    [wan, '5000', '0.01'],
    [undefined, '7.5', '7.50'],
    [undefined, '12345', '12,345'],
    [undefined, new Decimal(2).div(3), '0.67'],
    [undefined, '0.0049999999999999999999', '0.00'],
    [count, '12345', '12,345'],
    [count, new Decimal(8).div(3), '2.67'], // a column of whole numbers has a mean all the same
  ])('%o of %s is %s', (show, exact, wanted) => {
    expect(shown(show, exact)).toBe(wanted);
  });

  it('how many is a whole number, whatever the column shows', () => {
    expect([shown(yuan, '1234', 'distinct'), shown(yuan, '1234', 'filled')]).toEqual(['1,234', '1,234']);
  });
});

describe('footers', () => {
  const open = openTable(small);
  it('are those of the column unless a person asks for others', () => {
    const said = (key: string, footers = {}) => saidOf(columnOf(key), { footers });
    expect([said('total'), said('days'), said('share'), said('total', { total: 'median' }), said('total', { total: 'none' })]).toEqual([
      'sum',
      'mean',
      'none',
      'median',
      'none',
    ]);
    expect(saidOf({ ...columnOf('share'), together: () => '1' }, { footers: {} })).toBe('together');
  });

  it('are of the rows shown', () => {
    // 52,310 + 50,000 + 1,000 + 2,000 + 999.99; of 骨科 52,310 + 1,000
    const filtered = { ...open, shown: Uint32Array.from(kept(['department=骨科'])) };
    expect([footerOf(columnOf('total'), open), footerOf(columnOf('total'), filtered)]).toEqual([
      { said: 'sum', text: '106,309.99' },
      { said: 'sum', text: '53,310.00' },
    ]);
    // 1,000 and 52,310: 26,655
    expect(footerOf(columnOf('total'), { ...filtered, spec: footing({ total: 'median' }) })).toEqual({ said: 'median', text: '26,655.00' });
  });

  it('of many rows are worked out in slices, and known from then on', () => {
    const sheet = { ...small, count: 30_000, columns: [{ ...numbers([]), value: (row: number) => row % 7, footer: 'sum' as const }] };
    const view = openTable(sheet);
    const [column] = sheet.columns;
    const before = footerOf(column!, view);
    const work = footerWork(view)!;
    atOnce(work);
    // 4,285 weeks of 21, and 0 + 1 + 2 + 3 + 4 of the last five
    expect([before, footerOf(column!, view), footerWork(view)]).toEqual([
      { said: 'sum', text: undefined },
      { said: 'sum', text: '89,995' },
      undefined,
    ]);
  });

  it('are nothing where a person took them away', () => {
    expect(footerOf(columnOf('total'), arrangedAtOnce(open, { ...asItComes, footers: { total: 'none' } }))).toBeUndefined();
  });
});

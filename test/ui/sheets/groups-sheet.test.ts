import { describe, expect, it } from 'vitest';
import { toFen } from '../../../src/money.ts';
import { groupsSheet } from '../../../src/ui/sheets/groups-sheet.ts';
import { speaker } from '../../../src/ui/words.ts';
import { desk } from '../desk-fixture.ts';
import { footerOf, shownOf } from './footer.ts';

const run = desk.runs[2]!;
const sheet = groupsSheet(desk, run, speaker('zh'));
const exact = (key: string) => sheet.columns.find(one => one.key === key)?.exact;

describe('the table of groups', () => {
  it('has the worst result first: what the group is paid less what its stays cost', () => {
    // FR25: 9,600.50 + 2,000.00 - 8,600.50 - 2,000.00; IR29: 2 x 9,000.00 - 9,800.00 - 4,200.00
    expect(shownOf(sheet, 'result')).toEqual([
      ['GD29', '−2.00'],
      ['IC29', '−1.41'],
      ['FM19', '−0.10'],
      ['0000', '0.00'],
      ['FR25', '+0.10'],
      ['IR29', '+0.40'],
    ]);
  });

  it('counts a stay without a price in the group it fell into, and the lines that stays lie beyond', () => {
    const met = ['stays', 'high', 'low', 'unpriced'].map(key => shownOf(sheet, key).map(([, text]) => text));
    expect(met).toEqual([
      ['1', '1', '1', '1', '2', '2'],
      ['1', '0', '0', '0', '0', '0'],
      ['0', '0', '0', '0', '1', '0'],
      ['0', '0', '0', '1', '0', '0'],
    ]);
  });

  it('has a total for what adds up, and the figure of all stays for what does not', () => {
    // 149,410.50 / 8 = 18,676.3125; 44 days / 8; 11.4562 / 7 = 1.63660
    const footers = ['stays', 'weight', 'mean-cost', 'high', 'low', 'unpriced', 'mean-days', 'cost', 'margin', 'result'];
    expect(footers.map(key => footerOf(sheet, key))).toEqual([
      8,
      '1.6366',
      '18,676.31',
      1,
      1,
      1,
      '5.5',
      toFen('149410.50'),
      toFen('-30096.15'),
      toFen('-30096.15'),
    ]);
    expect(footerOf(sheet, 'result')).toBe(run.result.totals.groupResult);
  });

  it('gives files exact figures: yuan of totals, yuan and fen of means, nothing for what is missing', () => {
    expect([exact('result')?.(1), exact('mean-cost')?.(4), exact('weight')?.(1), exact('standard')?.(3)]).toEqual([
      '-14096.15',
      '5300.25',
      '3.7362',
      '',
    ]);
  });

  it('tells several prices of a group as the lowest and the highest', () => {
    // a second price of IR29, as another hospital level has it, of which stay 3 is paid
    const prices = [...run.settlement.prices, { ...run.settlement.prices[1]!, standard: toFen('8000') }];
    const price = run.settlement.price.slice();
    price[2] = prices.length - 1;
    const two = groupsSheet(desk, { ...run, settlement: { ...run.settlement, prices, price } }, speaker('zh'));
    expect(shownOf(two, 'standard').at(-1)).toEqual(['IR29', '8,000.00–9,000.00']);
    expect(two.columns.find(({ key }) => key === 'standard')?.exact?.(5)).toBe('8000.00..9000.00');
  });
});

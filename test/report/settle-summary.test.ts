import { expect, it } from 'vitest';
import { bandIndex, NOBODY, type Settlement } from '../../src/payment/settlement.ts';
import { settleSummary } from '../../src/report/settle-summary.ts';
import { drg, policyFile, policyOf } from '../payment/small-hospital.ts';
import { policy } from '../policy/short-policy.ts';

const fen = (...yuan: readonly number[]) => Float64Array.from(yuan, amount => amount * 100);
const wuhan = drg(policyFile('wuhan-2024-illustrative'));
const own = policyOf(`
payment_method: drg_rate
price: {source: shape, rates: {tertiary: {employee: {value: "100", unit: CNY/weight}}}}
`);
const settlement = (over: Partial<Settlement> = {}): Settlement => ({
  count: 4,
  policies: [wuhan, own],
  by: Uint8Array.of(0, 1, 1, NOBODY),
  prices: [],
  price: new Int32Array(4).fill(-1),
  band: Uint8Array.of(bandIndex.normal, bandIndex.low, bandIndex.unpriced, bandIndex.out),
  reason: Uint8Array.of(0, 0, 1, 0),
  standard: fen(0, 0, 0, 0),
  payment: fen(1100, 90, 500, 0),
  fund: fen(800, 60, 400, 0),
  patient: fen(300, 30, 100, 0),
  other: fen(0, 0, 0, 0),
  margin: fen(100, -10, 0, 0),
  ...over,
});
const cost = fen(1000, 100, 500, 7777);

it('adds up what every policy paid; stays left out are in no sum', () => {
  expect(settleSummary({ settlement: settlement(), cost }, 'en').split('\n').slice(0, 7)).toEqual([
    '3 stays cost 1,600.00 yuan and are paid 1,690.00, 1,260.00 of it by the fund; margin +90.00; 1 have no price and stand at their bill',
    'policy and method                 stays      cost   payment      fund  patient  other   margin',
    '────────────────────────────────────────────────────────────────────────────────────────────────'.slice(0, 94),
    'wuhan-2024-illustrative drg_rate      1  1,000.00  1,100.00    800.00   300.00   0.00  +100.00',
    'test drg_rate                         2    600.00    590.00    460.00   130.00   0.00   -10.00',
    '────────────────────────────────────────────────────────────────────────────────────────────────'.slice(0, 94),
    'all                                   3  1,600.00  1,690.00  1,260.00   430.00   0.00   +90.00',
  ]);
});

it('one policy needs no table, and what nobody says is a dash', () => {
  const unknown = new Float64Array(4).fill(Number.NaN);
  const one = settlement({ policies: [own], by: Uint8Array.of(0, 0, 0, NOBODY), fund: unknown, patient: unknown, margin: unknown });
  expect(settleSummary({ settlement: one, cost }, 'zh').split('\n').slice(0, 2)).toEqual([
    '3 例总费用 1,600.00 元，支付 1,690.00 元，其中基金 – 元，差额 – 元；1 例未定价，按原结算计入',
    '示意：1 个有来源的数值中 1 个为转述或假设，并非当地文件原文，结果不能作为结算依据',
  ]);
});

it('tells the rules that a policy writes and its method does not read; those of its mix are the policy read once', () => {
  const beds = policy(`payment_method: quota
hospital: {level: tertiary}
quota: {source: shape, unit: CNY/stay, amounts: {tertiary: {employee: "100"}}}
outliers: {source: shape, low: {threshold: {value: "0.4", unit: ratio}, pay: actual_cost}}
modifiers: {source: shape, unit: ratio, day_surgery_ratio: "0.8"}
`);
  const one = settlement({ policies: [beds], by: Uint8Array.of(0, 0, 0, NOBODY) });
  const lines = settleSummary({ settlement: one, cost }, 'en').split('\n');
  expect(lines.filter(line => line.includes('do nothing'))).toEqual([
    expect.stringMatching(/^2 sections of rules do nothing under the payment method: outliers \(.*:\d+\), modifiers \(.*:\d+\)$/),
  ]);
});

it('names the values that a policy leaves out, in one line; the summary of one that writes all has none', () => {
  const named = (policies: Settlement['policies']) =>
    settleSummary({ settlement: settlement({ policies }), cost }, 'en')
      .split('\n')
      .filter(line => line.includes('taken as'));
  expect(named([own])).toEqual([
    'test leaves 7 values out, taken as: weights.unit = weight, weights.fallback = none, basis = total_cost, fund_share.method = difference, fund_share.patient = by_item, rounding.standard = none, hospital_coefficient.from = none',
  ]);
  expect(named([wuhan])).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuanText } from '../../../src/money.ts';
import { clear } from '../../../src/payment/clearing/clear.ts';
import type { Clearing } from '../../../src/payment/clearing/clearing.ts';
import { ledgerColumns, totalOf } from '../../../src/payment/clearing/ledger.ts';
import { ledgerBy } from '../../../src/payment/clearing/ledger-by.ts';
import { settle } from '../../../src/payment/settle.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { policy } from '../../policy/short-policy.ts';
import { dipPolicyOf, given, readText, staysWith } from '../dip/written-catalogue.ts';
import { withCodes } from '../methods/with-codes.ts';
import { groups, points, policyFile, policyOf, weights } from '../small-hospital.ts';
import { hospitalOf } from '../written-stays.ts';
import { cleared, clearedBy, type DatedStay, insured, lineText, read, yearOf } from './small-year.ts';

const own = `hospital: {level: tertiary, levels: {}}
fund_share: {method: fund_basis}
`;
const pays: readonly [string, Policy][] = [
  ['ffs', policy('payment_method: ffs\n')],
  ['drg_rate', policyFile('wuhan-2024-illustrative')],
  ['drg_points', policyFile('jinhua-illustrative')],
  [
    'per_diem',
    policy(`${own}payment_method: per_diem
per_diem: {source: notice, unit: CNY/day, rates: {tertiary: {employee: [{to_day: null, rate: "300.5"}], resident: [{to_day: null, rate: "250"}]}}}
`),
  ],
  [
    'quota',
    policy(`${own}payment_method: quota
quota: {source: notice, unit: CNY/stay, amounts: {tertiary: {employee: "8000", resident: "7000.01"}}}
`),
  ],
  [
    'global_budget',
    policy(`${own}payment_method: global_budget
global_budget: {source: notice, unit: CNY, allot: {H1: "100000", H2: {employee: "50000", resident: "30000.03"}}}
settlement: {source: notice, sharing: [{from: "0", to: "1", hospital_keeps: "0.5"}, {from: "1", to: null, fund_pays: "0.5"}]}
`),
  ],
  [
    'capitation',
    policy(`${own}payment_method: capitation
capitation:
  source: notice
  amount: {unit: CNY/head, employee: "500", resident: "300.03"}
  enrolled: {unit: head, employee: [{to_age: null, heads: 100, factor: "1"}], resident: [{to_age: null, heads: 70, factor: "1"}]}
  quality_factor: {value: "0.9", unit: ratio}
  referred_out: {unit: CNY, employee: "2000", resident: "400"}
`),
  ],
];

const yuan = (least: number, most: number) => fc.integer({ min: least, max: most }).map(fen => yuanText(fen));
const stay: fc.Arbitrary<DatedStay> = fc.record({
  group: fc.integer({ min: 0, max: 5 }),
  total: yuan(100_000, 6_000_000),
  fund: yuan(0, 4_000_000),
  account: yuan(0, 50_000),
  cash: yuan(0, 100_000),
  insurance: fc.constantFrom('310', '390', '340'),
  hospital: fc.constantFrom('H1', 'H2'),
  days: fc.integer({ min: 1, max: 40 }),
  discharged: fc.constantFrom('2025-01-01', '2025-01-31', '2025-02-28', '2025-06-15', '2025-12-31', '2024-12-31', '2026-01-01'),
});
// some stays have no date at all
const stays = fc.array(
  fc.tuple(stay, fc.boolean()).map(([{ discharged, ...rest }, dated]): DatedStay => (dated ? { ...rest, discharged: discharged! } : rest)),
  { minLength: 1, maxLength: 25 },
);

const nobodyElse = '    others_points: {value: "0", unit: point}\n';
const noOtherWeight = nobodyElse.replace('points', 'weight').replace('point}', 'weight}');
const budget = (fund: string, more = ''): string => `settlement:
  source: notice
  unit: ratio
  monthly_pay_ratio: "0.93"
${more}  score_tiers: [{from: "0", to: null, release: "0.777"}]
insurances:
${insured(fund, '0.7', '    quality_score: {value: "1", unit: score}\n    quality_factor: {value: "0.987", unit: ratio}\n    deductions: [{month: "2025-02", amount: "33.33"}]\n')}
${insured(fund, '0.6', '    prepayments: [{month: "2025-01", amount: "777.77"}]\n', 'resident')}`;

const sharing = `  sharing: [{from: "0", to: "1", hospital_keeps: "0.5"}, {from: "1", to: "1.1", fund_pays: "0.6"}, {from: "1.1", to: null, fund_pays: "0"}]
`;
// points would float: the price of the months is kept, and shared by hospital
const kept = read(
  budget('900000000.00', '  point_value_band: ["1", "1"]\n').replaceAll(/ +fund_share: .*\n/g, line => `${line}${nobodyElse}`),
);
const shared = read(budget('900000000.00', sharing));
const atBudget = (rows: readonly DatedStay[], by: Policy): Clearing => clearedBy(by, rows, by.method === 'drg_points' ? kept : shared);

describe('nothing is lost between stays, months and year', () => {
  it.each(pays)('%s', (_, by) => {
    fc.assert(
      fc.property(stays, rows => {
        fc.pre(clearable(by, rows));
        const clearing = atBudget(rows, by);
        const { ledger, final, insurances } = clearing;
        const year = totalOf(ledger);
        const column = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
        expect([year.stays, year.payment, year.fund, year.patient, year.other]).toEqual([
          rows.length,
          ...[final.payment, final.fund, final.patient, final.other].map(column),
        ]);
        expect(year.paid_by_rule + year.deposit).toBe(
          ledger.filter(row => row.insurance !== '340').reduce((sum, row) => sum + row.declared, 0),
        );
        for (const by of ['hospital', 'insurance'] as const)
          expect(totalOf(ledgerBy(ledger, by).map(row => ({ ...row, period: 0 })))).toEqual(year);
        // the last balance of a cleared insurance is nothing, and the statement says what the ledger does
        for (const { insurance, lines, due, final: open } of insurances) {
          const own = ledger.filter(row => row.insurance === insurance);
          expect([own.at(-1)!.balance, totalOf(own).clearing]).toEqual([0, open]);
          const sum = (group: string): number =>
            lines.reduce((all, line) => (line.group === group && line.kind === 'item' ? all + line.amount! : all), 0);
          expect([sum('due'), sum('due') + sum('final')]).toEqual([due, open]);
        }
        expect(ledgerColumns.every(name => Number.isSafeInteger(year[name]))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it.each(pays)('the order of stays changes nothing: %s', (_, by) => {
    fc.assert(
      fc.property(
        stays.chain(rows => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }))),
        ([rows, shuffled]) => {
          fc.pre(clearable(by, rows));
          const [a, b] = [atBudget(rows, by), atBudget(shuffled, by)];
          const sorted = ({ ledger }: Clearing) => ledger.map(({ balance: _, ...row }) => JSON.stringify(row)).sort();
          // a pool is divided by largest remainder and ties go by row: months may differ by those fen, the year may not
          const divided = by.method === 'global_budget' || by.method === 'capitation';
          if (!divided) expect(sorted(a)).toEqual(sorted(b));
          expect(totalOf(b.ledger).payment).toBe(totalOf(a.ledger).payment);
          if (!divided) expect(b.insurances.map(({ lines }) => lines)).toEqual(a.insurances.map(({ lines }) => lines));
        },
      ),
      { numRuns: 8 },
    );
  });
});

it('several hospitals cleared together share what each shares cleared alone', () => {
  const by = policyFile('wuhan-2024-illustrative');
  fc.assert(
    fc.property(stays, rows => {
      const all = rows.map(row => ({ ...row, discharged: '2025-03-01' }));
      const sharings = (own: readonly DatedStay[]): readonly number[] =>
        clearedBy(by, own, shared).insurances.map(({ sharing: amount }) => amount);
      const alone = ['H1', 'H2'].map(name => all.filter(({ hospital }) => hospital === name)).filter(own => own.length > 0);
      const sums = alone.map(sharings).reduce((sum, one) => sum.map((amount, i) => amount + one[i]!));
      expect(sharings(all)).toEqual(sums);
    }),
    { numRuns: 25 },
  );
});

/** Some stay is of the year, and of points every insurance has one that they pay. */
const clearable = ({ method }: Policy, rows: readonly DatedStay[]): boolean =>
  method === 'drg_points' ? payable(rows) : rows.some(({ discharged = '2025' }) => discharged.startsWith('2025'));

/** Both insurances have a stay of the year that points pay. */
const payable = (rows: readonly DatedStay[]): boolean =>
  ['310', '390'].every(code =>
    rows.some(
      ({ insurance, group, discharged }) => insurance === code && group >= 3 && (discharged === undefined || discharged.startsWith('2025')),
    ),
  );

describe('a floating price spends the pool', () => {
  const byPoints = policyOf(`${points('9000', '90', '1.03')}outliers:
  low: {threshold: {value: "0.4", unit: ratio, source: shape}, pay: points_at_cost}
  high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio, source: shape}, pay: standard_plus_excess, excess_pay_ratio: {value: "0.7", unit: ratio, source: shape}}
ungrouped: {"0000": {pay_ratio: {value: "0.7", unit: ratio, source: shape}}}
`);
  const pool = (rows: readonly DatedStay[], fund: string, others: string) =>
    cleared(byPoints, rows, `insurances:\n${insured(fund, '0.7', `    others_points: {value: "${others}", unit: point}\n`)}`);
  const employees = stays.map(rows => [
    { group: 3, total: '9500.00', fund: '1', cash: '1', insurance: '310' },
    ...rows.map(row => ({ ...row, insurance: '310' })),
  ]);

  it('to within half a step of the price for every point and half a fen for every stay', () => {
    fc.assert(
      fc.property(employees, fc.integer({ min: 10 ** 9, max: 10 ** 10 }), fc.integer({ min: 0, max: 100_000 }), (rows, fund, others) => {
        const { insurances } = pool(rows, yuanText(fund), String(others));
        const { price, poolTail } = insurances[0]!;
        const bound = price!.ownUnits
          .plus(price!.othersUnits)
          .times('0.00005')
          .times(100)
          .plus(rows.length / 2 + 2);
        expect(bound.gte(Math.abs(poolTail))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('and more own points with the same others lower it', () => {
    fc.assert(
      fc.property(employees, fc.integer({ min: 1, max: 5 }), (rows, more) => {
        const again = Array.from(
          { length: more },
          (): DatedStay => ({ group: 5, total: '9500.00', fund: '1', cash: '1', insurance: '310' }),
        );
        const of = (all: readonly DatedStay[]) => pool(all, '9000000.00', '1000').insurances[0]!.price!;
        const [few, many] = [of(rows), of([...rows, ...again])];
        expect([many.raw!.lt(few.raw!), many.price.lte(few.price)]).toEqual([true, true]);
      }),
      { numRuns: 15 },
    );
  });

  it('a rate, too: stays at their standard spend it, and outliers that move with it come to rest', () => {
    // 0.96, 1 and 1.2 weights, and a low stay at its cost of 2,000: (70,000 ÷ 0.7 − 2,000) ÷ 3.16 = 31,012.6582…
    // at that rate 9,000 would be low too (below 0.3 × 31,012.66 = 9,303.80): its cost is paid, 89,000 ÷ 2.16 = 41,203.7037
    const floating = policyOf(`payment_method: drg_rate
price: {source: shape, unit: CNY/weight, mode: floating, rates: {tertiary: {employee: "10000"}}}
outliers: {low: {threshold: {value: "0.3", unit: ratio, source: shape}, pay: actual_cost}}
`);
    const of = (group: number, total: string): DatedStay => ({ group, total, fund: '0', cash: '0', insurance: '310' });
    const { insurances, final } = cleared(
      floating,
      [of(3, '9000'), of(4, '30000'), of(5, '30000'), of(3, '2000')],
      `insurances:\n${insured('70000.00', '0.7', noOtherWeight)}`,
    );
    const { price, poolTail } = insurances[0]!;
    expect([price!.price.toFixed(), [...final.payment].map(yuanText), poolTail]).toEqual([
      '41203.7037',
      ['9000.00', '39555.56', '49444.44', '2000.00'],
      0,
    ]);
  });

  it('what is exempt is paid at cost before the pool is divided, and no unit is bought with it', () => {
    const exempting = policyOf(`${points('9000', '90', '1')}exempt: [materials]
outliers:
  low: {threshold: {value: "0.4", unit: ratio, source: shape}, pay: points_at_cost}
`);
    const employee = { group: 3, fund: '1', cash: '1', insurance: '310' };
    // at the standard 100 points; low, 2,700 ÷ 9,000 × 100 = 30
    const rows = [
      { ...employee, total: '9500', materials: '1000' },
      { ...employee, total: '3000', materials: '300' },
    ];
    // 14,210 ÷ 0.7 = 20,300, less 1,300 of materials 19,000, ÷ (100 + 30 + 70) = 95
    const others = '    others_points: {value: "70", unit: point}\n';
    const { insurances, final } = cleared(exempting, rows, `insurances:\n${insured('14210.00', '0.7', others)}`);
    const { price, poolTail, lines } = insurances[0]!;
    expect([
      price!.ownUnits.toFixed(),
      yuanText(price!.fixed),
      price!.price.toFixed(),
      ...[...final.payment].map(yuanText),
      poolTail,
    ]).toEqual(['130', '1300.00', '95', '10500.00', '3150.00', 0]);
    expect(lines.some(({ label }) => label === 'price_swings')).toBe(false);
  });

  it('a rate that swings is settled, and said to swing', () => {
    // a ratio above 1 pays a tenth of the standard: at 10,000 and more the stay is 1 weight, 15,000 ÷ (1 + 1) = 7,500; at less it is 0.1,
    // 15,000 ÷ 1.1 = 13,636.3636: never both. Round 12 stands on 7,500
    const swinging = policyOf(`payment_method: drg_rate
price: {source: shape, unit: CNY/weight, mode: floating, rates: {tertiary: {employee: "10000"}}}
stay_rules: [{when: {ratio_gt: "1"}, pay: share_of_standard, share: "0.1", source: shape}]
`);
    const stay: DatedStay = { group: 3, total: '10000', fund: '0', cash: '0', insurance: '310' };
    const others = '    others_weight: {value: "1", unit: weight}\n';
    const { price, poolTail, lines } = cleared(swinging, [stay], `insurances:\n${insured('10500.00', '0.7', others)}`).insurances[0]!;
    expect([price!.price.toFixed(), price!.swingsTo?.toFixed(), yuanText(poolTail)]).toEqual(['7500', '13636.3636', '6750.00']);
    expect(lines.filter(({ label }) => label === 'price_swings').map(lineText)).toEqual(['price_swings 13636.3636 | n = 12']);
  });
});

describe('methods that read codes', () => {
  const sums = ({ ledger, final }: Clearing) => [
    totalOf(ledger).payment,
    final.payment.reduce((all, one) => all + one, 0),
    ledger.at(-1)!.balance,
  ];

  it('DIP: the value of a point that the policy states floats', () => {
    // 2,000 points each; others 6,000; 49,000 ÷ 0.7 ÷ 10,000 = 7 yuan a point
    const dated = {
      dx: ['I25.103'],
      px: ['36.0700', '37.7800', '36.0601'],
      total: '19000',
      fund: '9000',
      cash: '1000',
      discharged: '2025-03-01',
    };
    const part = { policy: dipPolicyOf('  point_value: given', given('10')), readText: readText() };
    const more = '    others_points: {value: "6000", unit: point}\n';
    const clearing = clear({ stays: staysWith([dated, dated]), part, budget: read(`insurances:\n${insured('49000.00', '0.7', more)}`) });
    const { price, poolTail } = clearing.insurances[0]!;
    expect([price!.ownUnits.toFixed(), price!.price.toFixed(), ...[...clearing.final.payment].map(yuanText), poolTail]).toEqual([
      '4000',
      '7',
      '14000.00',
      '14000.00',
      0,
    ]);
    expect(sums(clearing)).toEqual([2_800_000, 2_800_000, 0]);
  });

  it('a single disease has a price that no budget moves', () => {
    const table = 'diagnosis\toperation\tlevel\tinsurance\tprice\texcluded\tname\nK35\t47.0\ttertiary\t*\t6200.00\t\t阑尾切除\n';
    const listed = policy(`${own}payment_method: single_disease\nsingle_disease: {source: notice, table: prices.tsv, exits: []}\n`);
    const rows = ['5000', '900'].map(total => ({ insurance: '310', total, fund: total, cash: '0', discharged: '2025-03-01' }));
    const coded = withCodes(hospitalOf(rows), ['K35.2 / 47.0100', 'E11.9 /']);
    const clearing = clear({
      stays: coded,
      part: { policy: listed, readText: () => table },
      budget: read(`insurances:\n${insured('49000.00', '0.7')}`),
    });
    // 6,200.00, and 900.00 by item
    expect([clearing.insurances[0]!.price, sums(clearing)]).toEqual([undefined, [710_000, 710_000, 0]]);
  });
});

it('months at the price of the policy are what settling them says', () => {
  const rows: DatedStay[] = [{ group: 3, total: '9000', fund: '7000', cash: '2000', discharged: '2025-04-01' }];
  const { stays: table, grouping } = yearOf(rows);
  const part = { policy: policyFile('jinhua-illustrative'), grouping, groups, weights };
  const clearing = clear({ stays: table, part, budget: read(`insurances:\n${insured('70000.00', '0.7', nobodyElse)}`) });
  expect(clearing.ledger[0]!.declared).toBe(settle({ ...part, stays: table }).fund[0]);
});

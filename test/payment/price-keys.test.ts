/** Whatever hospital, level, insurance, age and kind of stay come together, the standard is the product written out; their order changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal, toFen } from '../../src/money.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, unpricedReasons } from '../../src/payment/settlement.ts';
import { groups, policyOf, staysOf, type TestStay, weights } from './small-hospital.ts';

const policy = policyOf(`
payment_method: drg_rate
price:
  source: shape
  rates:
    tertiary: {unit: CNY/weight, employee: "10228.35", resident: "9736.1"}
    secondary: {unit: CNY/weight, employee: "8367", resident: "7379"}
  group_factors: [{groups: [AB13], insurance: resident, factor: "0.85", source: shape}]
hospital_coefficient: {from: hospital, source: shape, values: {unit: ratio, H1: "1.0213", H2: "0.94"}}
primary_care_groups: {list: [AB15], levels: [tertiary], mode: rate_factor, value: {value: "0.9", unit: ratio, source: shape}}
modifiers:
  source: shape
  child: {max_age: 5, factor: {value: "1.03", unit: ratio}}
  day_surgery_ratio: {value: "0.87", unit: ratio}
`);

const rates: Readonly<Record<string, string>> = {
  'tertiary 310': '10228.35',
  'tertiary 390': '9736.1',
  'secondary 310': '8367',
  'secondary 390': '7379',
};
const weightOf: Readonly<Record<number, string>> = { 3: '1', 4: '0.96', 5: '1.2' };

const anyStay: fc.Arbitrary<TestStay & { readonly level: string; readonly insurance: string; readonly hospital: string }> = fc.record({
  group: fc.constantFrom(3, 4, 5),
  total: fc.constant('9000'),
  cash: fc.constant('0'),
  hospital: fc.constantFrom('H1', 'H2', 'H3', ''),
  level: fc.constantFrom('tertiary', 'secondary', 'primary'),
  insurance: fc.constantFrom('310', '390', '340'),
  age: fc.constantFrom(-1, 0, 5, 6, 70),
  day_surgery: fc.constantFrom('', '0', '1'),
});

/** The rule as a person would read it, without tables. */
function expected({ group, hospital, level, insurance, age, day_surgery }: TestStay): string {
  if (insurance === '340') return 'insurance_unmapped';
  if (level === 'primary') return 'level_unmapped';
  if (hospital !== 'H1' && hospital !== 'H2') return 'hospital_unlisted';
  let standard = new Decimal(rates[`${level} ${insurance}`]!).times(weightOf[group]!).times(hospital === 'H1' ? '1.0213' : '0.94');
  if (group === 4 && insurance === '390') standard = standard.times('0.85');
  if (group === 5 && level === 'tertiary') standard = standard.times('0.9');
  if (age! >= 0 && age! <= 5) standard = standard.times('1.03');
  if (day_surgery === '1') standard = standard.times('0.87');
  return `normal ${toFen(standard)}`;
}

function paid(rows: readonly TestStay[]): string[] {
  const { stays, grouping } = staysOf(rows);
  const { band, reason, payment, price, prices } = settle({ stays, policy, grouping, groups, weights });
  return rows.map((_, i) => {
    if (price[i]! < 0) return unpricedReasons[reason[i]!]!;
    expect(prices[price[i]!]!.standard).toBe(payment[i]);
    return `${bands[band[i]!]} ${payment[i]}`;
  });
}

it('pays the product written out', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { minLength: 1, maxLength: 40 }), rows => {
      expect(paid(rows)).toEqual(rows.map(expected));
      expect(paid([...rows].reverse())).toEqual(rows.map(expected).reverse());
    }),
    { numRuns: 80 },
  );
});

import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/money.ts';
import { unitPrices, withPrice } from '../../../src/payment/clearing/with-price.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { policy } from '../../policy/short-policy.ts';
import { policyFile } from '../small-hospital.ts';

const at = { file: 'b.yaml', line: 9 };
const price = (value: string) => ({
  value: new Decimal(value),
  leaf: { value, unit: 'CNY', source: { id: 'notice', type: 'official', title: 'notice 7' }, at } as const,
});
const shown = (of: Policy) =>
  [...unitPrices(of).values()].map(one => `${one.insurance} ${one.unit} ${one.price.value.toFixed()} ${one.path}`);
const wuhan = policyFile('wuhan-2024-illustrative');

describe('a policy at another price', () => {
  it('is priced by points, or by the rate of its default level', () => {
    expect(shown(wuhan)).toEqual([
      'employee weight 10228 price.rates.tertiary.employee',
      'resident weight 9736 price.rates.tertiary.resident',
    ]);
    expect(shown(policyFile('jinhua-illustrative'))).toEqual([
      'employee point 84.71 price.point_value.employee',
      'resident point 84.71 price.point_value.resident',
    ]);
    expect(shown(policy('payment_method: ffs\n'))).toEqual([]);
  });

  it('moves the rates of all levels of an insurance together, and nothing else', () => {
    // half of 10,228 is 5,114: 8,367 → 4,183.5 and 6,302 → 3,151
    const half = withPrice(wuhan, new Map([['employee', price('5114')]]));
    const rates = (of: Policy) =>
      [...of.leaves].filter(([path]) => path.startsWith('price.rates.')).map(([path, { value }]) => `${path.slice(12)} ${value}`);
    expect(rates(half)).toEqual([
      'tertiary.employee 5114',
      'tertiary.resident 9736',
      'secondary.employee 4183.5',
      'secondary.resident 7379',
      'primary.employee 3151',
      'primary.resident 4791',
    ]);
    const others = (of: Policy) => [...of.leaves].filter(([path]) => !path.endsWith('.employee'));
    expect(others(half)).toEqual(others(wuhan));
    expect(rates(wuhan)[0]).toBe('tertiary.employee 10228');
  });

  it('names the line of the budget, with the unit of the policy', () => {
    const { leaves } = withPrice(wuhan, new Map([['employee', price('5114')]]));
    const leaf = leaves.get('price.rates.secondary.employee')!;
    expect([leaf.unit, leaf.at, leaf.source?.id]).toEqual(['CNY/weight', at, 'notice']);
  });

  it('keeps its mix, at the new price', () => {
    const mixed = policy(`payment_method: drg_rate
price: {source: notice, unit: CNY/weight, rates: {tertiary: {employee: "10000"}}}
hospital: {level: tertiary, levels: {}}
mix: [{id: old, when: {age_gte: 80}, method: ffs, source: notice}]
`);
    const moved = withPrice(mixed, new Map([['employee', price('9000')]]));
    expect([moved.mix.map(({ id, policy: { method } }) => `${id} ${method}`), shown(moved)]).toEqual([
      ['old ffs'],
      ['employee weight 9000 price.rates.tertiary.employee'],
    ]);
  });
});

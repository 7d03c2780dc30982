import { describe, expect, it } from 'vitest';
import { openPolicy } from '../../src/app/policy.ts';
import { rulePlaces } from '../../src/app/rule-places.ts';
import { findInstallation } from '../../src/files/installation.ts';
import type { Band, Price, UnpricedReason } from '../../src/payment/settlement.ts';
import { policyFrom } from '../../src/policy/policy.ts';

const places = (id: string) => {
  const file = openPolicy(findInstallation(process.cwd()), id);
  return {
    rule: (band: Band, reason: UnpricedReason, price?: Price) =>
      rulePlaces([policyFrom(file, file.leaves)])({ by: 0, band, reason, rule: 0, fallsBack: false, price }),
    at: (path: string) => `${path} ${file.file}:${file.leaves.get(path)!.at.line}`,
  };
};
const price = (level: string, insurance: string) => ({ level, insurance }) as Price;

describe('the rule a stay was paid by', () => {
  it('a normal stay names the rate of its own level and insurance', () => {
    const { rule, at } = places('wuhan-2024-illustrative');
    expect(rule('normal', '', price('tertiary', 'employee'))).toBe(at('price.rates.tertiary.employee'));
    expect(rule('normal', '', price('secondary', 'resident'))).toBe(at('price.rates.secondary.resident'));
    expect(at('price.rates.tertiary.employee')).not.toBe(at('price.rates.tertiary.resident').replace('resident', 'employee'));
  });

  it('by points, the point value of its insurance', () => {
    const { rule, at } = places('nanchang-illustrative');
    expect(rule('normal', '', price('tertiary', 'resident'))).toBe(at('price.point_value.resident'));
  });

  it('outliers name their rule, a stay without a price says why', () => {
    const { rule, at } = places('wuhan-2024-illustrative');
    expect(rule('low', '')).toBe(at('outliers.low.pay'));
    expect(rule('high', '')).toBe(at('outliers.high.pay'));
    expect(rule('unpriced', 'no_weight')).toBe('no_weight data/weights/reference-2.0.tsv');
    expect(rule('unpriced', 'ambiguous')).toBe('ambiguous');
  });

  it('a stay that a rule of its own leaves to the bill names that rule', () => {
    const file = openPolicy(findInstallation(process.cwd()), 'qingyang-2025-illustrative');
    const line = file.leaves.get('stay_rules')!.items![0]!.at.line;
    const decided = { by: 0, band: 'ffs', reason: '', rule: 1, fallsBack: false, price: undefined } as const;
    expect(rulePlaces([policyFrom(file, file.leaves)])(decided)).toBe(`stay_rules[1] ${file.file}:${line}`);
  });

  it('a high stay beyond the share of high cases names the share, not the rate', () => {
    const file = openPolicy(findInstallation(process.cwd()), 'sample-mix-illustrative');
    const policies = [policyFrom(file, file.leaves)];
    const decided = { by: 0, band: 'normal', reason: '', rule: 0, fallsBack: true, price: price('tertiary', 'employee') } as const;
    const { line } = file.leaves.get('outliers.high.max_case_share')!.at;
    expect(rulePlaces(policies)(decided)).toBe(`outliers.high.max_case_share ${file.file}:${line}`);
  });
});

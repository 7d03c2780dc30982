/** Random rules about groups and patients, written as a policy writes them: what the price of AB11 may depend on. */
import fc from 'fast-check';

const factor = fc.integer({ min: 1, max: 30_000 }).map(n => (n / 10_000).toFixed(4));
const ratio = (value: string) => `{value: "${value}", unit: ratio}`;
/** AB11 by its code, by its ADRG, or not at all. */
const groups = fc.constantFrom('[AB11]', '[AB1]', '[AB13]');

const primaryCare = fc
  .record({ list: groups, mode: fc.constantFrom('coefficient', 'fixed_rate', 'rate_factor', 'use_level'), factor })
  .map(({ list, mode, factor: value }) => {
    if (mode === 'use_level') return `primary_care_groups: {list: ${list}, mode: use_level, level: tertiary}`;
    const unit = mode === 'fixed_rate' ? 'CNY/weight' : 'ratio';
    return `primary_care_groups: {list: ${list}, mode: ${mode}, value: {value: "${value}", unit: ${unit}, source: shape}}`;
  });

const priceRules = fc.option(
  fc.record({ list: groups, factor, insurance: fc.constantFrom('', 'insurance: employee, ', 'insurance: resident, ') }),
);

const modifiers = fc.record({ child: factor, maxAge: fc.integer({ min: 0, max: 18 }), tcm: factor, list: groups, day: factor }).map(
  m => `
modifiers:
  source: shape
  child: {max_age: ${m.maxAge}, factor: ${ratio(m.child)}}
  tcm_factor: ${ratio(m.tcm)}
  tcm_groups: {list: ${m.list}}
  day_surgery_ratio: ${ratio(m.day)}`,
);

/** `inPrice` goes below `price:`, `text` beside it; most policies have few of the rules. */
export const anyGroupRules = fc
  .record({
    care: fc.option(primaryCare),
    factors: priceRules,
    mean: fc.option(fc.record({ list: groups, factor })),
    unstable: fc.option(
      fc.record({ list: fc.constantFrom('[AB11]', '[AB13]', '[AB13]'), pay: fc.constantFrom('actual_cost', 'points_at_cost') }),
    ),
    modifiers: fc.option(modifiers),
  })
  .map(({ care, factors, mean, unstable, modifiers: moved }) => ({
    inPrice: (points: boolean): string =>
      [
        ...(factors
          ? [`  group_factors: [{groups: ${factors.list}, ${factors.insurance}factor: "${factors.factor}", source: shape}]`]
          : []),
        ...(mean && points ? [`  mean_cost_groups: {list: ${mean.list}, divisor: ${ratio(mean.factor)}}`] : []),
      ].join('\n'),
    text: (points: boolean): string =>
      [
        care ?? '',
        unstable ? `group_flags: {unstable: {list: ${unstable.list}}, unstable_pay: ${points ? unstable.pay : 'actual_cost'}}` : '',
        moved ?? '',
      ].join('\n'),
  }));

/** The campaign: 100,000 random cases per shipped catalogue, nearly every DRG reached. */
import { describe, expect, it } from 'vitest';
import { agreementOn } from './agreement.ts';

describe.each(['chs-drg-1.1', 'chs-drg-2.0'])('%s: grouper and oracle at length', id => {
  const agreement = agreementOn(`data/catalogue/${id}`, { records: 100_000, seed: 7 });

  it('agree on every case', () => {
    expect(agreement.differences).toEqual([]);
  });

  it('were asked about more than 95 % of the DRGs', () => {
    console.log(
      `${id}: ${agreement.reached} of ${agreement.drgs} DRGs, ${agreement.ambiguous} ambiguous, ${agreement.ungrouped} ungrouped`,
    );
    expect(agreement.reached).toBeGreaterThan(0.95 * agreement.drgs);
  });
});

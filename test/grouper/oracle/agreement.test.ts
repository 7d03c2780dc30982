/** The compiled grouper gives the slow interpreter's answer on 10,000 random cases per shipped catalogue. */
import { describe, expect, it } from 'vitest';
import { agreementOn } from './agreement.ts';

describe.each(['chs-drg-1.1', 'chs-drg-2.0'])('%s: grouper and oracle', id => {
  const agreement = agreementOn(`data/catalogue/${id}`, { records: 10_000, seed: 20_250_101 });

  it('agree on MDC, ADRG, DRG, severity and the diagnosis that decided it, for every case', () => {
    expect(agreement.differences).toEqual([]);
  });

  it('were asked about most of the catalogue, and about cases without a group', () => {
    console.log(
      `${id}: ${agreement.reached} of ${agreement.drgs} DRGs, ${agreement.ambiguous} ambiguous, ${agreement.ungrouped} ungrouped`,
    );
    expect(agreement.reached).toBeGreaterThan(0.8 * agreement.drgs);
    expect(agreement.ungrouped).toBeGreaterThan(100);
  });
});

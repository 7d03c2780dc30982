import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce } from '../../src/payment/in-force.ts';
import { NOBODY } from '../../src/payment/settlement.ts';
import { hospitalOf, type WrittenStay } from './written-stays.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const policy = (from: string, ...places: string[]) => ({ places, from: day(from) });
const chosen = (stays: readonly WrittenStay[], ...policies: ReturnType<typeof policy>[]) => {
  const by = inForce(hospitalOf(stays), policies);
  return by && [...by].map(i => (i === NOBODY ? '-' : i));
};

const hangzhou24 = policy('2024-01-01', '330100', '杭州');
const hangzhou25 = policy('2025-01-01', '330100', '杭州');
const yuhang = policy('2024-01-01', '330110');
const jinhua = policy('2024-01-01', '330700', '金华');

describe('which policy is in force for a stay', () => {
  it('is no question when there is one', () => {
    expect(chosen([{ insured_region: '999999', discharged: '2020-01-01' }], jinhua)).toBeUndefined();
  });

  it('goes by the insured place, and of its policies by the day of discharge', () => {
    const at = (insured_region: string, discharged: string) => ({ insured_region, discharged });
    const stays = [
      at('330100', '2024-12-31'),
      at('330100', '2025-01-01'),
      at('杭州', '2025-06-30'),
      at('330700', '2025-06-30'),
      at('330106', '2025-06-30'), // a district of 3301
      at('330110', '2025-06-30'), // a district with a policy of its own
      at('330100', '2023-12-31'), // before the first
      at('330800', '2025-06-30'), // nobody's
      at('', '2025-06-30'),
      at('杭州市', '2025-06-30'), // a name is meant as written
    ];
    expect(chosen(stays, hangzhou24, hangzhou25, yuhang, jinhua)).toEqual([0, 1, 1, 3, 1, 2, '-', '-', '-', '-']);
  });

  it('goes by the day of settlement where a file gives no discharge, and to nobody without a day', () => {
    const stays = [{ insured_region: '330100', settled: '2025-03-01' }, { insured_region: '330100' }];
    expect(chosen(stays, hangzhou24, hangzhou25)).toEqual([1, '-']);
  });

  it('needs no place where only dates tell the policies apart', () => {
    const stays = [{ discharged: '2024-05-05' }, { discharged: '2025-05-05' }, { insured_region: '330700', discharged: '2025-05-05' }];
    expect(chosen(stays, hangzhou24, hangzhou25)).toEqual([0, 1, '-']);
  });

  it('takes local, province and remote for stays whose file says no more', () => {
    const stays = [
      { place: 'local', discharged: '2025-05-05' },
      { place: 'remote', discharged: '2025-05-05' },
      { place: 'local', insured_region: '330700', discharged: '2025-05-05' },
    ];
    expect(chosen(stays, policy('2025-01-01', '330100', 'local'), jinhua)).toEqual([0, '-', 1]);
  });

  it('does not depend on the order of the policies', () => {
    const all = [hangzhou24, hangzhou25, yuhang, jinhua];
    const stay = fc.record({
      insured_region: fc.constantFrom('330100', '330110', '330199', '330700', '杭州', '金华', '', '33'),
      discharged: fc.constantFrom('2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2025-12-31'),
    });
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 8 }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (stays, order) => {
        const shuffled = chosen(stays, ...order.map(i => all[i]!))!;
        expect(shuffled.map(i => (i === '-' ? i : order[i as number]))).toEqual(chosen(stays, ...all));
      }),
    );
  });
});

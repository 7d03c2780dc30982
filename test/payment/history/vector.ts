/** The worked vector of the payment reference: A 4000 5000 6000 5000, B 18000 22000 20000 24000 16000, C 9000 11000 10000; and small histories. */
import { Decimal } from '../../../src/money.ts';
import type { Rules } from '../../../src/payment/history/calibrate.ts';
import type { History } from '../../../src/payment/history/history.ts';

export type Case = { readonly drg: string; readonly yuan: number; readonly days?: number; readonly year?: number };

/** Groups of one ADRG begin alike: AA1 holds AA11 and AA15. */
export function historyOf(cases: readonly Case[], codes: readonly string[] = [...new Set(cases.map(({ drg }) => drg))]): History {
  const groups = codes.map(drg => ({
    ...{ mdc: drg === '0000' ? '0000' : `MDC${drg[0]}`, adrg: drg.slice(0, 3), drg, name: `组 ${drg}` },
    status: drg === '0000' ? ('ungrouped' as const) : drg.endsWith('QY') ? ('ambiguous' as const) : ('grouped' as const),
  }));
  return {
    ...{ count: cases.length, groups, group: cases.map(({ drg }) => codes.indexOf(drg)) },
    cost: cases.map(({ yuan }) => yuan * 100),
    days: cases.map(({ days = -1 }) => days),
    year: cases.map(({ year = 0 }) => year),
  };
}

const of = (drg: string, ...yuan: readonly number[]): readonly Case[] => yuan.map(one => ({ drg, yuan: one }));

export const vector: readonly Case[] = [
  ...of('AA11', 4000, 5000, 6000, 5000),
  ...of('BB11', 18000, 22000, 20000, 24000, 16000),
  ...of('CC11', 9000, 11000, 10000),
];

export const plainRules: Rules = {
  ...{ trim: 'none', from: 0, minCases: 6, years: undefined, borrow: [], normalise: false, toScale: false },
  ...{ previous: undefined, reference: undefined, structure: undefined },
};

export const digits = (value: Decimal | undefined, n: number): string | undefined => value?.toFixed(n, Decimal.ROUND_HALF_UP);

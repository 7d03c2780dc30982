/**
 * Shares by bands of an amount: `[{up_to: "10000", share: "0.85"}, {up_to: null, share: "0.9"}]`. A bound belongs to the band it ends, the bands
 * rise, and the last one is open. Amounts in a row (deductible of the first, second, third admission) are a list of quoted numbers.
 */
import { Decimal } from '../../money.ts';
import type { Leaf } from '../../policy/leaf.ts';
import { both, wrong } from '../../policy/mistakes.ts';

/** Yuan; `upTo` undefined is open. */
export type ShareBand = { readonly upTo: Decimal | undefined; readonly share: Decimal };

export const bandsOf = (leaf: Leaf): readonly ShareBand[] =>
  (leaf.value as readonly RawBand[]).map(({ up_to, share }) => ({
    upTo: up_to === null ? undefined : new Decimal(up_to),
    share: new Decimal(share),
  }));

export const amountsOf = (leaf: Leaf): readonly Decimal[] => (leaf.value as readonly string[]).map(value => new Decimal(value));

export type Slice = { readonly amount: Decimal; readonly share: Decimal };

/** What lies in each band between two amounts: 8,000 to 12,000 with a bound at 10,000 is 2,000 and 2,000. Empty slices are left out. */
export function slicesBetween(from: Decimal, to: Decimal, bands: readonly ShareBand[]): readonly Slice[] {
  return bands.flatMap(({ upTo, share }, i) => {
    const low = Decimal.max(from, bands[i - 1]?.upTo ?? 0);
    const high = upTo ? Decimal.min(to, upTo) : to;
    return high.gt(low) ? [{ amount: high.minus(low), share }] : [];
  });
}

export const shareOfSlices = (slices: readonly Slice[]): Decimal =>
  slices.reduce((sum, { amount, share }) => sum.plus(amount.times(share)), new Decimal(0));

type RawBand = { readonly up_to: string | null; readonly share: string };
const number = (value: unknown): value is string => typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);

export function checkBands(path: string, leaf: Leaf): void {
  const bad = (zh: string, en: string, at = leaf.at) =>
    wrong(
      path,
      at,
      both(zh, en),
      both(
        '写成 [{up_to: "10000", share: "0.85"}, {up_to: null, share: "0.9"}]。',
        'Write [{up_to: "10000", share: "0.85"}, {up_to: null, share: "0.9"}].',
      ),
    );
  const bands = leaf.value as readonly unknown[];
  if (bands.length === 0) throw bad('没有分段', 'has no bands');
  let below = new Decimal(0);
  for (const [i, band] of bands.entries()) {
    const at = leaf.items?.[i]?.at;
    if (!isBand(band)) throw bad(`第 ${i + 1} 段不是 {up_to, share}`, `has a band ${i + 1} that is not {up_to, share}`, at);
    if (new Decimal(band.share).gt(1))
      throw bad(`第 ${i + 1} 段的比例 ${band.share} 大于 1`, `has a share of ${band.share}, more than 1`, at);
    const isLast = i === bands.length - 1;
    if (band.up_to === null && !isLast) throw bad('在不封顶的一段之后还有分段', 'goes on after the open band', at);
    if (band.up_to === null) continue;
    if (isLast) throw bad(`没有 ${band.up_to} 以上的比例`, `leaves amounts above ${band.up_to} without a share`, at);
    const upTo = new Decimal(band.up_to);
    if (upTo.lte(below))
      throw bad(`分段重叠：${band.up_to} 排在 ${below.toFixed()} 之后`, `overlaps: ${band.up_to} comes after ${below.toFixed()}`, at);
    below = upTo;
  }
}

function isBand(band: unknown): band is RawBand {
  if (typeof band !== 'object' || band === null) return false;
  const { up_to, share, ...rest } = band as Record<string, unknown>;
  return number(share) && (up_to === null || number(up_to)) && Object.keys(rest).length === 0;
}

export function checkAmounts(path: string, leaf: Leaf): void {
  const amounts = leaf.value as readonly unknown[];
  const odd = amounts.findIndex(amount => !number(amount));
  if (amounts.length > 0 && odd < 0) return;
  throw wrong(
    path,
    leaf.items?.[odd]?.at ?? leaf.at,
    both('不是加引号的金额列表', 'is not a list of quoted amounts'),
    both(
      '按第 1、2、3 次住院写成 ["600", "460", "320"]；最后一个用于以后各次。',
      'Write ["600", "460", "320"] for the 1st, 2nd, 3rd admission; the last one holds for all after it.',
    ),
  );
}

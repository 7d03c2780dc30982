/**
 * 质量保证金返还: what share of the deposit an annual score releases. A tier begins with its `from` and ends before its `to`; inside a tier
 * with `rises_to` the share rises on a straight line. 80 to 90 from 0.8 to 1: a score of 85 releases 0.9.
 */
import type { Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaf, Place } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

export type ScoreTier = {
  readonly from: Decimal;
  /** undefined: open. */
  readonly to: Decimal | undefined;
  readonly release: Decimal;
  /** Share at the upper end; undefined: the same all over the tier. */
  readonly risesTo: Decimal | undefined;
  readonly at: Place;
};

export const checkScoreTiers = (path: string, leaf: Leaf): void => void scoreTiers(leaf, path);

/** Throws at the first tier that cannot be meant: a gap, an overlap, no tier from 0 on or none that is open. */
export function scoreTiers({ value, at, items }: Leaf, path = 'settlement.score_tiers'): readonly ScoreTier[] {
  if (!Array.isArray(value) || value.length === 0) throw wrong(path, at, both('不是分档列表', 'is not a list of tiers'), example);
  const tiers = value.map((written, i) => tierOf(written, { path, place: items?.[i]?.at ?? at, number: i + 1 }));
  let end: Decimal | undefined = new Decimal(0);
  for (const { from, to, at: place } of tiers) {
    if (!end) throw wrong(path, place, both('在不封顶的一档之后还有分档', 'goes on after the open tier'), example);
    if (!from.eq(end)) {
      const [a, b] = [end.toFixed(), from.toFixed()];
      const what = from.gt(end)
        ? both(`在 ${a} 与 ${b} 之间有缺口`, `has a gap between ${a} and ${b}`)
        : both(`分档重叠：${b} 到 ${a}`, `overlaps from ${b} to ${a}`);
      throw wrong(path, place, what, both(`这一档从 "${a}" 开始。`, `Begin this tier at "${a}".`));
    }
    end = to;
  }
  if (end) throw wrong(path, tiers.at(-1)!.at, both(`没有 ${end.toFixed()} 以上的一档`, `has no tier from ${end.toFixed()} on`), example);
  return tiers;
}

type Here = { readonly path: string; readonly place: Place; readonly number: number };

function tierOf(written: unknown, { path, place, number }: Here): ScoreTier {
  const bad = (what: Text): UserError => wrong(path, place, both(`第 ${number} 档${what.zh}`, `has a tier ${number} ${what.en}`), example);
  const {
    from,
    to,
    release,
    rises_to,
    source: _,
    ...rest
  } = (typeof written === 'object' && written !== null ? written : {}) as Readonly<Record<string, unknown>>;
  const [odd] = Object.keys(rest);
  if (odd !== undefined) throw bad(both(`里没有“${odd}”这一项`, `with an unknown "${odd}"`));
  const decimal = (name: string, text: unknown): Decimal => {
    if (typeof text === 'string' && /^\d+(\.\d+)?$/.test(text)) return new Decimal(text);
    throw bad(both(`的 ${name} 不是加引号的数`, `whose ${name} is not a quoted number`));
  };
  const tier = {
    from: decimal('from', from),
    to: to === null ? undefined : decimal('to', to),
    release: decimal('release', release),
    risesTo: rises_to === undefined ? undefined : decimal('rises_to', rises_to),
    at: place,
  };
  if (tier.to?.lte(tier.from)) throw bad(both('的 to 不大于 from', 'that ends before it begins'));
  if (tier.risesTo && !tier.to) throw bad(both('没有 to，不能写 rises_to', 'that is open and cannot rise'));
  if (tier.release.gt(1) || tier.risesTo?.gt(1)) throw bad(both('返还超过全部', 'that releases more than all'));
  return tier;
}

const written =
  '[{from: "0", to: "60", release: "0"}, {from: "60", to: "80", release: "0.5"}, {from: "80", to: "90", release: "0.8", rises_to: "1"}, {from: "90", to: null, release: "1"}]';
const example = both(`写成 ${written}。`, `Write ${written}.`);

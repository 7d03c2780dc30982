/**
 * 结余留用、合理超支分担: who keeps what is left of an amount and who bears what goes beyond it, by u = actual ÷ allotted. Tiers join without
 * gap from 0 to the open end; none lies on both sides of 1. A tier begins with its `from` and ends before its `to`.
 */
import type { Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import type { Leaf, Place } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

/**
 * `hospital_keeps`: share of what was not spent inside the tier. `fund_pays`: share of what was spent inside the tier.
 * `cost_times`, `allot_times`: the whole payment where u lies in the tier, a multiple of the actual or of the allotted amount.
 */
export type SharingKind = 'hospital_keeps' | 'fund_pays' | 'cost_times' | 'allot_times';

export type SharingTier = {
  readonly from: Decimal;
  /** undefined: open. */
  readonly to: Decimal | undefined;
  readonly kind: SharingKind;
  readonly share: Decimal;
  readonly at: Place;
};

/** Throws at the first tier that cannot be meant. `path` is the name of the list in the policy. */
export function sharingTiers(leaf: Pick<Leaf, 'value' | 'at' | 'items'>, path = 'settlement.sharing'): readonly SharingTier[] {
  const { value, at, items } = leaf;
  if (!Array.isArray(value) || value.length === 0) throw wrong(path, at, both('不是分档列表', 'is not a list of tiers'), example);
  const tiers = value.map((written, i) => tierOf(written, { path, place: items?.[i]?.at ?? at, number: i + 1 }));
  tiers.forEach((tier, i) => {
    checkJoin(tiers[i - 1], tier, path);
  });
  const last = tiers.at(-1)!;
  if (last.to) {
    const end = last.to.toFixed();
    throw wrong(
      path,
      last.at,
      both(`没有 ${end} 以上的一档`, `has no tier from ${end} on`),
      both('最后一档写 to: null。', 'End the last tier with to: null.'),
    );
  }
  return tiers;
}

/** For the vocabulary: the list as a whole. */
export const checkSharing = (path: string, leaf: Leaf): void => void sharingTiers(leaf, path);

const kinds: readonly SharingKind[] = ['hospital_keeps', 'fund_pays', 'cost_times', 'allot_times'];

type Here = { readonly path: string; readonly place: Place; readonly number: number };

function tierOf(written: unknown, here: Here): SharingTier {
  const bad = (what: Text, hint: Text = example): UserError =>
    wrong(here.path, here.place, both(`第 ${here.number} 档${what.zh}`, `has a tier ${here.number} ${what.en}`), hint);
  const { from, to, ...rest } = (typeof written === 'object' && written !== null ? written : {}) as Readonly<Record<string, unknown>>;
  const [said, ...more] = Object.keys(rest).filter(key => key !== 'source');
  const kind = kinds.find(known => known === said);
  if (!kind || more.length > 0) throw bad(both(`不是 {from, to, ${kinds.join(' | ')}}`, `that is not {from, to, ${kinds.join(' | ')}}`));
  const decimal = (name: string, text: unknown): Decimal => {
    if (typeof text === 'string' && /^\d+(\.\d+)?$/.test(text)) return new Decimal(text);
    const [number, hint] =
      typeof text === 'number'
        ? [both('没有加引号', 'without quotes'), both(`写成 "${text}"。`, `Write "${text}".`)]
        : [both('不是小数', 'that is not a decimal'), example];
    throw bad(both(`的 ${name} ${number.zh}`, `with a \`${name}\` ${number.en}`), hint);
  };
  const tier = {
    from: decimal('from', from),
    to: to === null ? undefined : decimal('to', to),
    kind,
    share: decimal(kind, rest[kind]),
    at: here.place,
  };
  checkTier(tier, bad);
  return tier;
}

function checkTier({ from, to, kind, share }: SharingTier, bad: (what: Text, hint?: Text) => UserError): void {
  if (to?.lte(from)) throw bad(both('的 to 不大于 from', 'that ends before it begins'));
  if (from.lt(1) && (!to || to.gt(1)))
    throw bad(both('跨过了 1', 'that lies on both sides of 1'), both('在 "1" 处分成两档。', 'Split it at "1".'));
  if (from.gte(1) !== (kind === 'fund_pays')) {
    throw from.gte(1)
      ? bad(both(`超过 1 却写 ${kind}`, `beyond 1 with ${kind}`), both('1 以上写 fund_pays。', 'From 1 on write fund_pays.'))
      : bad(both('不到 1 却写 fund_pays', 'below 1 with fund_pays'), both('1 以下写 hospital_keeps。', 'Below 1 write hospital_keeps.'));
  }
  if ((kind === 'hospital_keeps' || kind === 'fund_pays') && share.gt(1))
    throw bad(both(`的 ${kind} 大于 1`, `with more than all of ${kind}`), both('写 0 到 1 之间的份额。', 'Write a share from 0 to 1.'));
}

/** The first tier begins at 0, every other where the one before it ends. */
function checkJoin(before: SharingTier | undefined, { from, at }: SharingTier, path: string): void {
  const end = before ? before.to : new Decimal(0);
  if (!end) throw wrong(path, at, both('在不封顶的一档之后还有分档', 'goes on after the open tier'), example);
  if (from.eq(end)) return;
  const [a, b] = [end.toFixed(), from.toFixed()];
  throw from.gt(end)
    ? wrong(
        path,
        at,
        both(`在 ${a} 与 ${b} 之间有缺口`, `has a gap between ${a} and ${b}`),
        both(`这一档从 "${a}" 开始。`, `Begin this tier at "${a}".`),
      )
    : wrong(
        path,
        at,
        both(`分档重叠：${b} 到 ${a}`, `overlaps from ${b} to ${a}`),
        both(`这一档从 "${a}" 开始。`, `Begin this tier at "${a}".`),
      );
}

const written =
  '[{from: "0", to: "0.85", hospital_keeps: "0.5"}, {from: "0.85", to: "1", hospital_keeps: "1"}, {from: "1", to: "1.1", fund_pays: "0.6"}, {from: "1.1", to: null, fund_pays: "0"}]';
const example = both(`写成 ${written}。`, `Write ${written}.`);

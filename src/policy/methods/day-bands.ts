/** 床日分段: what a day in bed is paid from the first day on, in bands that join; `to_day` belongs to its band, the last band is open (null). */
import { Decimal } from '../../money.ts';
import type { Leaf, Place } from '../leaf.ts';
import { both, wrong } from '../mistakes.ts';

export type DayBand = {
  readonly fromDay: number;
  /** undefined: every later day. */
  readonly toDay: number | undefined;
  /** Yuan a day. */
  readonly yuan: Decimal;
  readonly at: Place;
};
/** The word that the amount of a band is written with: a price of a day, or the mean cost of a day. */
export type DayWord = 'rate' | 'mean';

export function dayBands(path: string, { value, at, items }: Leaf, word: DayWord): readonly DayBand[] {
  const form = `[{to_day: 30, ${word}: "300"}, {to_day: 90, ${word}: "260"}, {to_day: null, ${word}: "220"}]`;
  const hint = both(`写成 ${form}。`, `Write ${form}.`);
  if (!Array.isArray(value) || value.length === 0) throw wrong(path, at, both('不是床日分段', 'is not a list of bands of days'), hint);
  let next = 1;
  return value.map((written: unknown, i): DayBand => {
    const place = items?.[i]?.at ?? at;
    const bad = (zh: string, en: string) => wrong(path, place, both(`第 ${i + 1} 段${zh}`, `has a band ${i + 1} ${en}`), hint);
    const { to_day, [word]: amount, source: _, ...rest } = (written ?? {}) as Readonly<Record<string, unknown>>;
    if (Object.keys(rest).length > 0 || to_day === undefined || amount === undefined)
      throw bad(`不是 {to_day, ${word}}`, `that is not {to_day, ${word}}`);
    if (typeof amount === 'number') throw bad(`的 ${word} ${amount} 没有加引号`, `with the unquoted number ${amount}`);
    if (typeof amount !== 'string' || !/^\d+(\.\d+)?$/.test(amount))
      throw bad(`的 ${word} 不是小数`, `with a \`${word}\` that is not a decimal`);
    const isLast = i === value.length - 1;
    if (to_day === null && !isLast) throw bad('不封顶，后面却还有分段', 'that is open, and others follow it');
    if (to_day !== null && isLast)
      throw bad(`之后没有分段：第 ${to_day} 天以后没有价格`, `that ends on day ${to_day}, and later days have no price`);
    if (to_day !== null && !(Number.isSafeInteger(to_day) && (to_day as number) >= next))
      throw bad(`的 to_day 不是 ${next} 或以后的一天`, `with a \`to_day\` that is not day ${next} or later`);
    const fromDay = next;
    const toDay = to_day === null ? undefined : (to_day as number);
    next = (toDay ?? 0) + 1;
    return { fromDay, toDay, yuan: new Decimal(amount), at: place };
  });
}

export const checkDayRates = (path: string, leaf: Leaf): void => void dayBands(path, leaf, 'rate');
export const checkDayMeans = (path: string, leaf: Leaf): void => void dayBands(path, leaf, 'mean');

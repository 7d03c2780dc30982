/** 分年龄参保人数: heads by age with a risk factor, in bands that join from age 0; `to_age` belongs to its band, the last band is open (null). */
import { Decimal } from '../../money.ts';
import type { Leaf, Place } from '../leaf.ts';
import { both, wrong } from '../mistakes.ts';

export type AgeBand = { readonly heads: number; readonly factor: Decimal; readonly at: Place };

const form = '[{to_age: 6, heads: 1200, factor: "1.3"}, {to_age: null, heads: 20000, factor: "1"}]';
const hint = both(`写成 ${form}。`, `Write ${form}.`);

export function ageBands(path: string, { value, at, items }: Leaf): readonly AgeBand[] {
  if (!Array.isArray(value) || value.length === 0) throw wrong(path, at, both('不是年龄分段', 'is not a list of bands of ages'), hint);
  let next = 0;
  return value.map((written: unknown, i): AgeBand => {
    const place = items?.[i]?.at ?? at;
    const bad = (zh: string, en: string) => wrong(path, place, both(`第 ${i + 1} 段${zh}`, `has a band ${i + 1} ${en}`), hint);
    const { to_age, heads, factor, source: _, ...rest } = (written ?? {}) as Readonly<Record<string, unknown>>;
    if (Object.keys(rest).length > 0 || [to_age, heads, factor].includes(undefined))
      throw bad('不是 {to_age, heads, factor}', 'that is not {to_age, heads, factor}');
    if (typeof factor === 'number') throw bad(`的 factor ${factor} 没有加引号`, `with the unquoted number ${factor}`);
    if (typeof factor !== 'string' || !/^\d+(\.\d+)?$/.test(factor))
      throw bad('的 factor 不是小数', 'with a `factor` that is not a decimal');
    if (!(Number.isSafeInteger(heads) && (heads as number) >= 0))
      throw bad('的 heads 不是人数', 'with `heads` that are no number of persons');
    const isLast = i === value.length - 1;
    if (to_age === null && !isLast) throw bad('不封顶，后面却还有分段', 'that is open, and others follow it');
    if (to_age !== null && isLast) throw bad(`之后没有分段：${to_age} 岁以上无人`, `that ends at age ${to_age}, and later ages have none`);
    if (to_age !== null && !(Number.isSafeInteger(to_age) && (to_age as number) >= next))
      throw bad(`的 to_age 不是 ${next} 岁或以上`, `with a \`to_age\` that is not age ${next} or later`);
    next = ((to_age as number | null) ?? 0) + 1;
    return { heads: heads as number, factor: new Decimal(factor), at: place };
  });
}

export const checkAgeBands = (path: string, leaf: Leaf): void => void ageBands(path, leaf);

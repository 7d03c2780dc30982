/** Dated amounts of a budget: what was paid, advanced or deducted in a month, and changes of the budget itself with day and reason. */
import type { Text } from '../../errors.ts';
import { type Fen, toFen } from '../../money.ts';
import { dayOf } from '../../policy/day.ts';
import type { Leaf, LeafItem } from '../../policy/leaf.ts';
import { both, wrong } from '../../policy/mistakes.ts';
import type { Adjustment, Entry } from './budget.ts';

/** `later`: months of the next year count, too (what is paid); `negative`: what was taken back. */
export type EntryTerms = { readonly year: number; readonly later: boolean; readonly negative: boolean };

export function entriesOf(path: string, leaf: Leaf, { year, later, negative }: EntryTerms): readonly Entry[] {
  return itemsOf(leaf).map(({ written, item }, i) => {
    const bad = refuse(path, item, i + 1, monthForm);
    const { month, amount, reason, hospital, source: _, ...rest } = written;
    refuseOdd(rest, bad);
    if (typeof month !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw bad(both('没有写 month', 'has no month'));
    const ofYear = Number(month.slice(0, 4));
    // the last months of a year are often paid in the next one
    if (ofYear !== year && !(later && ofYear === year + 1)) throw bad(otherYear(month, year));
    const fen = amountOf(amount, bad);
    if (fen < 0 && !negative) throw bad(both('的 amount 小于 0', 'has an amount below 0'));
    return { month, amount: fen, reason: textOf(reason), hospital: textOf(hospital), at: item.at, source: item.source };
  });
}

export function adjustmentsOf(path: string, leaf: Leaf | undefined, year: number): readonly Adjustment[] {
  if (!leaf) return [];
  return itemsOf(leaf).map(({ written, item }, i) => {
    const bad = refuse(path, item, i + 1, dateForm);
    const { date, amount, reason, source: _, ...rest } = written;
    refuseOdd(rest, bad);
    if (typeof date !== 'string' || dayOf(date) === undefined) throw bad(both('没有写 date', 'has no date'));
    if (Number(date.slice(0, 4)) !== year) throw bad(otherYear(date, year));
    if (typeof reason !== 'string' || reason === '') throw bad(both('没有写 reason', 'has no reason'));
    return { date, amount: amountOf(amount, bad), reason, leaf, at: item.at };
  });
}

const otherYear = (said: string, year: number): Text => both(`是 ${said}，不属于 ${year} 年度`, `is of ${said}, not of the year ${year}`);

type Item = { readonly written: Readonly<Record<string, unknown>>; readonly item: LeafItem };
type Bad = (what: Text) => Error;

const itemsOf = ({ value, items, at, source }: Leaf): readonly Item[] =>
  (value as readonly unknown[]).map((one, i) => ({
    written: (typeof one === 'object' && one !== null ? one : {}) as Item['written'],
    item: items?.[i] ?? { at, source },
  }));

const refuse =
  (path: string, { at }: LeafItem, number: number, form: string): Bad =>
  what =>
    wrong(path, at, both(`第 ${number} 项${what.zh}`, `has an item ${number} that ${what.en}`), both(`写成 ${form}。`, `Write ${form}.`));

function refuseOdd(rest: Readonly<Record<string, unknown>>, bad: Bad): void {
  const [odd] = Object.keys(rest);
  if (odd !== undefined) throw bad(both(`里没有“${odd}”这一项`, `has an unknown "${odd}"`));
}

function amountOf(written: unknown, bad: Bad): Fen {
  if (typeof written === 'string' && /^-?\d+(\.\d{1,2})?$/.test(written)) return toFen(written);
  throw bad(both('的 amount 不是加引号的元（至多两位小数）', 'has an amount that is not quoted yuan with at most two decimals'));
}

const textOf = (written: unknown): string => (written === undefined || written === null ? '' : String(written));
const monthForm = '{month: "2025-03", amount: "12000.00", reason: "..."}';
const dateForm = '{date: "2025-07-01", amount: "1000000.00", reason: "..."}';

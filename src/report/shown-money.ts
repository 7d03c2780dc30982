/**
 * Money as a report shows it: ten-thousands of yuan with two decimals and a true minus sign.
 * What is shown is rounded, so parts shown may miss the total shown; `tail` says by how much.
 */
import { signed, wan } from './format.ts';

/** One step of what is shown: 0.01 ten-thousand yuan is 100 yuan, 10 000 fen. */
const STEP = 10_000;

export const minus = (text: string): string => text.replace(/^-/, '−');

export const shownWan = (fen: number): string => minus(wan(fen));

export const shownChange = (fen: number): string => minus(signed(wan(fen)));

/** Fen that the shown total has more than the shown parts together; 0 when they add up. Unknown money has no tail. */
export function tail(total: number, parts: readonly number[]): number {
  const missing = parts.reduce((left, part) => left - steps(part), steps(total));
  return Number.isNaN(missing) ? 0 : missing * STEP;
}

/** Half away from zero, as `wan` rounds. */
const steps = (fen: number): number => Math.sign(fen) * Math.floor((Math.abs(fen) + STEP / 2) / STEP);

/** Figures of key presses: how long until the frame is on the screen, in milliseconds. */
import type { Figure } from './rounds.ts';

export type KeyFigure = Figure & {
  /** Milliseconds: half of the presses, and 95 in 100 of them, take at most so long. */
  readonly p50?: number;
  readonly p95?: number;
  /** Presses that changed nothing on the screen. */
  readonly silent?: number;
  /** Kilobytes by which the heap is larger after a thousand more presses. */
  readonly kilobytes?: number;
};

export function keyFigure(stage: string, times: readonly (number | undefined)[]): KeyFigure {
  const drawn = times.filter(time => time !== undefined).sort((a, b) => a - b);
  const seconds = drawn.reduce((sum, time) => sum + time, 0) / 1000;
  const at = (share: number) => Number((drawn[Math.min(drawn.length - 1, Math.floor(drawn.length * share))] ?? 0).toFixed(1));
  const silent = times.length - drawn.length;
  const figure = { stage, n: drawn.length, seconds, perSecond: Math.floor(drawn.length / seconds), p50: at(0.5), p95: at(0.95) };
  return silent === 0 ? figure : { ...figure, silent };
}

export function keyText({ stage, n, seconds, p50, p95, silent, kilobytes }: KeyFigure): string {
  const head = `${stage.padEnd(58)} n ${String(n).padStart(5)}`;
  if (kilobytes !== undefined) return `${head}   ${kilobytes.toFixed(1)} kB per 1,000 presses (${seconds.toFixed(0)} s)`;
  const quiet = silent === undefined ? '' : `   ${silent} drew nothing`;
  return `${head}   p50 ${p50?.toFixed(1).padStart(7)} ms   p95 ${p95?.toFixed(1).padStart(7)} ms${quiet}`;
}

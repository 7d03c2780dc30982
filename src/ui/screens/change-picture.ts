/** From the baseline to the scenario looked at, part by part: the largest movers, the rest together, and nothing left over. */

import { shownChange } from '../../report/shown-money.ts';
import type { Drawing } from '../charts/drawing.ts';
import { type Level, waterfallLines } from '../charts/waterfall.ts';
import type { Lines } from '../lines.ts';
import type { Say } from '../words.ts';

export type Movement = {
  readonly title: string;
  readonly start: Level;
  /** In any order; those that do not move are left out. */
  readonly steps: readonly Level[];
  readonly end: Level;
};

export function changePicture({ title, start, steps, end }: Movement, { say, ...drawing }: Drawing & { readonly say: Say }): Lines {
  const { pen, width, height } = drawing;
  const moving = steps.filter(({ value }) => value !== 0).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const chart = waterfallLines(
    { start, steps: moving, end, remainder: say('remainder'), rest: say('rest'), text: shownChange, change: shownChange },
    { ...drawing, height: height - 1 },
  );
  return [[{ text: pen.cut(title, width), tone: 'strong' }], ...chart];
}

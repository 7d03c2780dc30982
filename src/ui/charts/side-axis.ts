/** The axis at the left of a plot: its figures, right-aligned and whole, or only its line, or nothing, as the width allows. */
import type { Pen } from '../pen.ts';
import type { Canvas } from './canvas.ts';
import type { Strokes } from './strokes.ts';

export type Tick = { readonly row: number; readonly text: string; readonly zero?: boolean };

/** What a plot needs at the least before figures, and before the line, may take room from it. */
const PLOT_BESIDE_FIGURES = 8;
const PLOT_BESIDE_LINE = 4;

/** Columns of the figures with the blank after them, and of the line: 0 for what there is no room for. */
export function sideRoom(texts: readonly string[], width: number, pen: Pen): { readonly figures: number; readonly line: number } {
  const figures = Math.max(0, ...texts.map(pen.width)) + 1;
  const line = width > PLOT_BESIDE_LINE ? 1 : 0;
  return { figures: texts.length > 0 && width - figures - line >= PLOT_BESIDE_FIGURES ? figures : 0, line };
}

type Side = {
  readonly top: number;
  readonly rows: number;
  readonly room: ReturnType<typeof sideRoom>;
  readonly ticks: readonly Tick[];
  /** The row at which the axis begins when it does not begin at zero: its line is broken there. */
  readonly broken?: number | undefined;
  readonly pen: Pen;
  readonly strokes: Strokes;
};

export function drawSide(canvas: Canvas, { top, rows, room, ticks, broken, pen, strokes }: Side): void {
  if (room.line === 0) return;
  for (let row = 0; row < rows; row++) canvas.put(room.figures, top + row, strokes.axis, 'quiet');
  for (const { row, text, zero } of ticks) {
    canvas.put(room.figures, top + row, zero ? strokes.cross : strokes.tick, 'quiet');
    if (room.figures > 0) canvas.write(room.figures - 1 - pen.width(text), top + row, text, 'quiet');
  }
  if (broken !== undefined) canvas.put(room.figures, top + broken, strokes.broken, 'quiet');
}

/** One figure a row, none twice: zero first, because the sign of everything else is read from it. */
export function legibleTicks(ticks: readonly Tick[]): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of [...ticks].sort((a, b) => Number(b.zero ?? false) - Number(a.zero ?? false))) {
    if (!kept.some(({ row, text }) => row === tick.row || text === tick.text)) kept.push(tick);
  }
  return kept;
}

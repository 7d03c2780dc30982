/**
 * Ink's canvas, line by line: takes the place of ink/build/output.js in the bundle and gives byte for byte what it gives.
 * Ink makes one object per cell and compares the styles of every two neighbours; lines that lie side by side need only blanks
 * between them. A row on which writes overlap or leave the canvas is drawn by Ink's own; so is a whole frame that clips.
 */
import { lineReader, type Strip, type StyledText } from './strip.ts';

export type Transformer = (line: string, index: number) => string;
export type Clip = { readonly x1?: number; readonly x2?: number; readonly y1?: number; readonly y2?: number };
export type Canvas = {
  write(x: number, y: number, text: string, options: { readonly transformers: readonly Transformer[] }): void;
  clip(clip: Clip): void;
  unclip(): void;
  get(): { readonly output: string; readonly height: number };
};
export type CanvasSize = { readonly width: number; readonly height: number };
export type Ink = StyledText & { readonly Output: new (size: CanvasSize) => Canvas };

/** A line on a row. */
type Placed = { readonly x: number; readonly line: string; readonly strip: Strip };

export function lineCanvas(ink: Ink): (size: CanvasSize) => Canvas {
  const read = lineReader(ink);
  return size => {
    const operations: ((canvas: Canvas) => void)[] = [];
    const writes: Parameters<Canvas['write']>[] = [];
    let clips = false;
    return {
      write(...write) {
        operations.push(canvas => canvas.write(...write));
        writes.push(write);
      },
      clip(clip) {
        operations.push(canvas => canvas.clip(clip));
        clips = true;
      },
      unclip() {
        operations.push(canvas => canvas.unclip());
      },
      get() {
        if (clips) return drawnBy(new ink.Output(size), operations);
        const rows = laidOut(writes, size.height, read);
        return { output: rows.map(row => rowText(row, size.width, ink)).join('\n'), height: rows.length };
      },
    };
  };
}

function drawnBy(canvas: Canvas, operations: readonly ((canvas: Canvas) => void)[]) {
  for (const operation of operations) operation(canvas);
  return canvas.get();
}

function laidOut(writes: readonly Parameters<Canvas['write']>[], height: number, read: (line: string) => Strip): Placed[][] {
  const rows: Placed[][] = [];
  for (let y = 0; y < height; y++) rows.push([]);
  for (const [x, y, text, { transformers }] of writes) {
    if (!text) continue;
    for (const [index, part] of text.split('\n').entries()) {
      const row = rows[y + index];
      // As in Ink: a text that begins above the canvas is not drawn at all, one that ends below it is cut off.
      if (!row) break;
      const line = transformers.reduce((shown, transform) => transform(shown, index), part);
      const strip = read(line);
      if (strip.width > 0) row.push({ x, line, strip });
    }
  }
  return rows;
}

function rowText(row: readonly Placed[], width: number, ink: Ink): string {
  const ordered = row.toSorted((a, b) => a.x - b.x);
  if (!sideBySide(ordered, width)) return drawnByInk(row, width, ink);
  let text = '';
  let end = 0;
  let styled = false;
  for (const { x, strip } of ordered) {
    if (x > end) text += ' '.repeat(x - end);
    // Styles that meet without a blank between them are joined by Ink, which keeps what both have in common.
    else if (styled && strip.opens) return joined(ordered, ink);
    text += strip.text;
    end = x + strip.width;
    styled = strip.closes;
  }
  return text.trimEnd();
}

function sideBySide(ordered: readonly Placed[], width: number): boolean {
  let end = 0;
  for (const { x, strip } of ordered) {
    if (!Number.isInteger(x) || x < end) return false;
    end = x + strip.width;
  }
  return ordered.length === 0 || end <= width;
}

function joined(ordered: readonly Placed[], ink: Ink): string {
  let end = 0;
  const runs = ordered.flatMap(({ x, strip }) => {
    const gap = { type: 'char', value: ' '.repeat(x - end), fullWidth: false, styles: [] } as const;
    const before = x > end ? [gap] : [];
    end = x + strip.width;
    return [...before, ...strip.runs];
  });
  return ink.styledCharsToString(runs).trimEnd();
}

/** One row of Ink's own canvas. The line goes in as what the transformer makes of a letter: it is not split again. */
function drawnByInk(row: readonly Placed[], width: number, { Output }: Ink): string {
  const canvas = new Output({ width, height: 1 });
  for (const { x, line } of row) canvas.write(x, 0, 'x', { transformers: [() => line] });
  return canvas.get().output;
}

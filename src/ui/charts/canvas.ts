/** A grid of cells that charts are drawn on: nothing leaves it, and a wide character is never left half covered. */
import type { Lines, Span } from '../lines.ts';
import type { Tone } from '../theme.ts';
import type { Drawing } from './drawing.ts';

export type Canvas = {
  /** One mark of one column. Outside the grid it is not drawn. */
  put(x: number, y: number, mark: string, tone?: Tone): void;
  /** The text whole, or not at all. */
  write(x: number, y: number, text: string, tone?: Tone): boolean;
  /** Whether nothing is drawn yet on so many columns from here, all of them inside. */
  free(x: number, y: number, columns: number): boolean;
  /** The same, with a blank or the edge on both sides: two texts would not read as one. */
  clear(x: number, y: number, columns: number): boolean;
  lines(): Lines;
};

type Cell = { readonly text: string; readonly tone: Tone | undefined };

const BLANK: Cell = { text: ' ', tone: undefined };
/** The right half of a wide character. */
const HALF = '';
const graphemes = new Intl.Segmenter();

export function canvasOf({ width, height, pen }: Drawing): Canvas {
  const rows: Cell[][] = Array.from({ length: Math.max(0, Math.floor(height)) }, () => Array(Math.max(0, Math.floor(width))).fill(BLANK));

  function lay(row: Cell[], x: number, cell: Cell): void {
    if (row[x]?.text === HALF && cell.text !== HALF) row[x - 1] = BLANK;
    if (row[x + 1]?.text === HALF) row[x + 1] = BLANK;
    row[x] = cell;
  }

  function free(x: number, y: number, columns: number): boolean {
    const row = rows[y];
    return row !== undefined && x >= 0 && x + columns <= row.length && row.slice(x, x + columns).every(cell => cell === BLANK);
  }

  return {
    put(x, y, mark, tone) {
      const row = rows[y];
      if (row && x >= 0 && x < row.length) lay(row, x, { text: mark, tone });
    },
    write(x, y, text, tone) {
      const row = rows[y];
      const shown = pen.cut(text, Number.POSITIVE_INFINITY);
      if (!row || x < 0 || x + pen.width(shown) > row.length) return false;
      let at = x;
      for (const { segment } of graphemes.segment(shown)) {
        const columns = pen.width(segment);
        if (columns === 0) continue;
        lay(row, at, { text: segment, tone });
        if (columns === 2) lay(row, at + 1, { text: HALF, tone });
        at += columns;
      }
      return true;
    },
    free,
    clear: (x, y, columns) =>
      free(x, y, columns) && (x === 0 || free(x - 1, y, 1)) && (x + columns === rows[y]?.length || free(x + columns, y, 1)),
    lines: () => rows.map(spansOf),
  };
}

/** Neighbours of one tone are one span; what is blank at the end of a line is left away. */
function spansOf(row: readonly Cell[]): readonly Span[] {
  const end = row.findLastIndex(({ text }) => text !== ' ') + 1;
  const spans: { text: string; tone?: Tone }[] = [];
  let tone: Tone | undefined;
  for (const cell of row.slice(0, end)) {
    const last = spans.at(-1);
    if (last && cell.tone === tone) last.text += cell.text;
    else spans.push(cell.tone === undefined ? { text: cell.text } : { text: cell.text, tone: cell.tone });
    tone = cell.tone;
  }
  return spans;
}

/** A row as one line. Left of it stand the cursor and the mark of a marked row; the current row is also shown reversed. */
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { GAP, type Placed } from './columns.ts';

export type RowShown = { readonly row: number; readonly current: boolean; readonly marked: boolean };

export function rowSpans({ row, current, marked }: RowShown, placed: readonly Placed[], pen: Pen): readonly Span[] {
  const cells = placed.map(({ column, width }, i) => ({
    text: (i === 0 ? '' : ' '.repeat(GAP)) + pen.fit(column.text(row, width), width, column.align),
    tone: column.tone?.(row),
  }));
  const mark: Span = { text: marked ? pen.marks.marked : ' ', tone: marked ? 'accent' : undefined };
  if (current)
    return [
      { text: pen.marks.cursor, tone: 'accent' },
      { text: mark.text + cells.map(({ text }) => text).join(''), tone: 'selected' },
    ];
  return merged([{ text: ' ' }, mark, ...cells]);
}

/** Neighbours of one tone become one span: most rows are a single piece of text. */
function merged(spans: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  for (const span of spans) {
    const last = pieces.at(-1);
    if (last && (last.tone ?? 'plain') === (span.tone ?? 'plain')) pieces[pieces.length - 1] = { ...last, text: last.text + span.text };
    else pieces.push(span);
  }
  return pieces;
}

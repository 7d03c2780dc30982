/**
 * The one table: a window of rows over an index. It draws what fits and nothing else, each row as one line of text,
 * so that a frame over a million rows costs what a frame over twenty does.
 */
import { Box } from 'ink';
import { count } from '../../report/format.ts';
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import { GAP, type Placed, placeColumns } from '../table/columns.ts';
import type { Sheet } from '../table/sheet.ts';
import { columnAt, columnsOf, type TableView, topOf } from '../table/table-view.ts';
import { writtenFilter } from '../table/written-filter.ts';
import type { Say } from '../words.ts';
import { TABLE_CHROME } from './chrome.ts';
import { Line } from './Line.tsx';

type Props = {
  readonly sheet: Sheet;
  readonly view: TableView;
  readonly width: number;
  /** Lines of title, header and rows together. */
  readonly height: number;
  /** What the table is about; stands before the filter and the position. */
  readonly title: string;
  readonly pen: Pen;
  readonly say: Say;
};

export function Table({ sheet, view, width, height, title, pen, say }: Props) {
  const room = Math.max(0, height - TABLE_CHROME);
  const top = topOf(view, room);
  const rows = view.shown.subarray(top, top + room);
  const { placed, hiddenLeft, hiddenRight } = placeColumns(columnsOf(view), columnAt(view), width - 1);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Line spans={titleSpans({ sheet, view, title, width, pen, say })} />
      <Line spans={headerSpans({ placed, view, hiddenLeft, hiddenRight, pen })} />
      {rows.length === 0 ? <Line spans={[{ text: `  ${pen.cut(say('noRows'), width - 2)}`, tone: 'quiet' }]} /> : null}
      {Array.from(rows, (row, i) => (
        <Line key={row} spans={rowSpans({ row, placed, current: top + i === view.cursor, pen })} />
      ))}
    </Box>
  );
}

/** `title   filter 骨 -> 812 stays (Esc clears)            12/812` */
function titleSpans({ sheet, view, title, width, pen, say }: Omit<Props, 'height'>): readonly Span[] {
  const { shown, cursor, spec } = view;
  const filter = spec.filters.map(writtenFilter).join(` ${pen.marks.dot} `);
  const position = `${count(shown.length === 0 ? 0 : cursor + 1)}/${count(shown.length)} `;
  const kept = { text: filter, n: count(shown.length) };
  const filtered = filter === '' ? '' : `   ${say(sheet.idBegins ? 'filtered' : 'filteredRows', kept)}${say('filterOff')}`;
  const room = width - pen.width(position) - 1;
  const left = room - 1;
  const name = pen.cut(title, Math.max(0, left - pen.width(filtered)));
  return [
    { text: ' ' },
    { text: name, tone: 'strong' },
    { text: pen.fit(pen.cut(filtered, left - pen.width(name)), room - pen.width(name)), tone: 'warning' },
    { text: position, tone: 'quiet' },
  ];
}

type Header = {
  readonly placed: readonly Placed[];
  readonly view: TableView;
  readonly hiddenLeft: boolean;
  readonly hiddenRight: boolean;
  readonly pen: Pen;
};

/**
 * The current column has a mark before its name, the sorted one a mark after it; both stand in the blanks between columns, so that
 * they never cut a name. Marks in those blanks also tell that there are more columns at that side.
 */
function headerSpans({ placed, view, hiddenLeft, hiddenRight, pen }: Header): readonly Span[] {
  const { marks } = pen;
  const firstMoving = placed.findIndex(({ column }) => column.fixed === undefined);
  const afterMoving = placed.findIndex(({ column }) => column.fixed === 'right');
  const lastMoving = (afterMoving < 0 ? placed.length : afterMoving) - 1;
  const cells = placed.map(({ column, index, width }, place): Span => {
    const current = index === columnAt(view);
    const name = (current ? marks.column : ' ') + pen.cut(column.title, width);
    const blank = ' '.repeat(Math.max(0, width + 1 - pen.width(name)));
    const sort = view.spec.sorts.find(({ key }) => key === column.key);
    const sorted = sort ? (sort.descending ? marks.down : marks.up) : undefined;
    const more = hiddenRight && place === lastMoving ? marks.hiddenRight : hiddenLeft && place === firstMoving - 1 ? marks.hiddenLeft : ' ';
    const text = column.align === 'right' ? blank + name : name + blank;
    return { text: text + (sorted ?? more), tone: current ? 'accent' : 'quiet' };
  });
  return [{ text: ' ' }, ...cells];
}

type RowProps = { readonly row: number; readonly placed: readonly Placed[]; readonly current: boolean; readonly pen: Pen };

/** The current row has a mark at its left and is shown reversed. */
function rowSpans({ row, placed, current, pen }: RowProps): readonly Span[] {
  const cells = placed.map(({ column, width }, i) => ({
    text: (i === 0 ? ' ' : ' '.repeat(GAP)) + pen.fit(column.text(row, width), width, column.align),
    tone: column.tone?.(row),
  }));
  if (current)
    return [
      { text: pen.marks.cursor, tone: 'accent' },
      { text: cells.map(({ text }) => text).join(''), tone: 'selected' },
    ];
  return merged([{ text: ' ' }, ...cells]);
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

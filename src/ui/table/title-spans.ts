/** The line above a table: its name, every filter and how it goes away again, what is hidden or marked, and where the cursor stands. */
import { count } from '../../report/format.ts';
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { Say } from '../words.ts';
import { isArranging, type TableView } from './table-view.ts';
import { writtenFilter } from './written-filter.ts';

type Title = { readonly view: TableView; readonly title: string; readonly width: number; readonly pen: Pen; readonly say: Say };

/** `title   filter 骨 -> 812 (Esc clears)   hidden 2            12/812` */
export function titleSpans({ view, title, width, pen, say }: Title): readonly Span[] {
  const { shown, cursor, spec, marked } = view;
  const counted = isArranging(view) ? pen.marks.more : count(shown.length);
  const position = ` ${count(shown.length === 0 ? 0 : cursor + 1)}/${counted} `;
  const hidden = spec.hidden.length > 0 ? `   ${say('hiddenColumns', { n: spec.hidden.length })}` : '';
  const marks = marked.size > 0 ? `   ${pen.marks.marked} ${say('markedRows', { n: count(marked.size) })}` : '';
  const beside = hidden + marks;
  const room = width - pen.width(position) - 1;
  // The way back is told as long as there is room for it, then the name goes first, then the text of the filter.
  const filters = filterText({ view, pen, say, room: room - pen.width(beside) - 3 });
  const told = (filters === '' ? '' : `   ${filters}`) + beside;
  const name = pen.cut(title, Math.max(0, room - pen.width(told)));
  const rest = pen.cut(name === '' ? told.trimStart() : told, room - pen.width(name));
  return [
    { text: ' ' },
    { text: name, tone: 'strong' },
    { text: pen.fit(rest, room - pen.width(name)), tone: 'warning' },
    { text: position, tone: 'quiet' },
  ];
}

type Filtered = Pick<Title, 'view' | 'pen' | 'say'> & { readonly room: number };

function filterText({ view, pen, say, room }: Filtered): string {
  const { filters } = view.spec;
  if (filters.length === 0) return '';
  const off = say(filters.length > 1 ? 'removeLastFilter' : 'removeFilter');
  const counting = isArranging(view);
  const told = (text: string) => say(counting ? 'filterCounting' : 'filterTitle', { text, n: count(view.shown.length) }) + off;
  const text = filters.map(writtenFilter).join(` ${pen.marks.dot} `);
  return told(pen.cut(text, Math.max(FILTER, room - pen.width(told('')))));
}

/** Columns of a filter's text that stay readable. */
const FILTER = 8;

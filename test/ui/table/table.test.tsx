import { stripVTControlCharacters } from 'node:util';
import { cleanup, render } from 'ink-testing-library';
import { describe, expect, it } from 'vitest';
import { makePen } from '../../../src/ui/pen.ts';
import { numberColumn, type Sheet } from '../../../src/ui/table/sheet.ts';
import { arrangedAtOnce, moveTo, openTable, type TableView } from '../../../src/ui/table/table-view.ts';
import { Table } from '../../../src/ui/views/Table.tsx';
import { speaker } from '../../../src/ui/words.ts';
import { small, spec } from './small-sheet.ts';

/** A million rows that count how often anybody asks for their text. */
function million(asked: number[]): Sheet {
  const text = (row: number) => String(asked.push(row) && row);
  return { ...small, count: 1_000_000, columns: [numberColumn({ key: 'row', title: '行', width: 7, value: row => row, text })] };
}

function drawn(view: TableView, { width = 30, height = 8 } = {}): readonly string[] {
  const table = <Table view={view} width={width} height={height} title="百万行" pen={makePen('zh', false)} say={speaker('zh')} />;
  const frame = stripVTControlCharacters(render(table).lastFrame() ?? '');
  cleanup();
  return frame.split('\n').map(line => line.trimEnd());
}

describe('a table over a million rows, through Ink', () => {
  it('asks for the rows in the window only, one line a row', () => {
    const asked: number[] = [];
    expect(drawn(openTable(million(asked)))).toEqual([
      ' 百万行           1/1,000,000',
      '      ▸行',
      '▌       0',
      '        1',
      '        2',
      '        3',
      '        4',
      '',
    ]);
    expect(asked).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes to the end and asks for the last window', () => {
    const asked: number[] = [];
    const last = moveTo(openTable(million(asked)), Number.POSITIVE_INFINITY, 5);
    expect(drawn(last).slice(2, 7)).toEqual(['   999995', '   999996', '   999997', '   999998', '▌  999999']);
    expect(asked.length).toBe(5);
  });

  it('sorts without asking for texts', () => {
    const asked: number[] = [];
    const sorted = arrangedAtOnce(openTable(million(asked)), spec({ sorts: [{ key: 'row', descending: true }] }));
    expect([asked, [...sorted.shown.subarray(0, 2)]]).toEqual([[], [999_999, 999_998]]);
    expect(drawn(sorted)[1]).toBe('      ▸行▼');
  });

  it('draws nothing beyond its height, however small', () => {
    const view = openTable(small);
    expect([1, 2, 3, 4].map(height => drawn(view, { width: 66, height }).length)).toEqual([1, 2, 3, 4]);
    // title, header, one row, totals
    expect(drawn(view, { width: 66, height: 4 }).map(line => line.slice(0, 6).trim())).toEqual(['百万行', '▸编号', '▌ s1', '合计']);
  });
});

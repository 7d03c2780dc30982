import { stripVTControlCharacters } from 'node:util';
import { cleanup, render } from 'ink-testing-library';
import { describe, expect, it } from 'vitest';
import { makePen } from '../../../src/ui/pen.ts';
import { numberColumn, type Sheet } from '../../../src/ui/table/sheet.ts';
import { moveTo, openTable, sortByColumn } from '../../../src/ui/table/table-view.ts';
import { Table } from '../../../src/ui/views/Table.tsx';
import { speaker } from '../../../src/ui/words.ts';

/** A million rows that count how often anybody asks for their text. */
function million(asked: Set<number>): Sheet {
  return {
    count: 1_000_000,
    columns: [
      numberColumn({
        key: 'row',
        title: '行',
        width: 7,
        value: row => row,
        text: row => {
          asked.add(row);
          return String(row);
        },
      }),
    ],
  };
}

function draw(sheet: Sheet, view = openTable(sheet)): readonly string[] {
  const table = <Table sheet={sheet} view={view} width={30} height={7} title="百万行" pen={makePen('zh', false)} say={speaker('zh')} />;
  const frame = stripVTControlCharacters(render(table).lastFrame() ?? '');
  cleanup();
  return frame.split('\n').map(line => line.trimEnd());
}

describe('a table over a million rows', () => {
  it('asks for the rows in the window only', () => {
    const asked = new Set<number>();
    const sheet = million(asked);
    expect(draw(sheet)).toEqual([
      ' 百万行           1/1,000,000',
      '      ▸行',
      '▌       0',
      '        1',
      '        2',
      '        3',
      '        4',
    ]);
    expect([...asked]).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes to the end and asks for the last window', () => {
    const asked = new Set<number>();
    const sheet = million(asked);
    const last = moveTo(openTable(sheet), Number.POSITIVE_INFINITY, 5);
    expect(draw(sheet, last).slice(2)).toEqual(['   999995', '   999996', '   999997', '   999998', '▌  999999']);
    expect(asked.size).toBe(5);
  });

  it('sorts by the column without asking for texts', () => {
    const asked = new Set<number>();
    const sheet = million(asked);
    const sorted = sortByColumn(openTable(sheet), sheet);
    expect([asked.size, [...sorted.shown.subarray(0, 2)]]).toEqual([0, [999_999, 999_998]]);
    expect(draw(sheet, sorted)[1]).toBe('      ▸行▼');
  });
});

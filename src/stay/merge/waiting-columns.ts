/** The item lines of a table in one piece: those of its own rows, then those that wait for stays of other tables, as if these were rows behind its own. */
import type { FlatTable, NumberArray, TableColumn, TableColumns } from '../table-columns.ts';

export function linesWithWaiting({ count, lines, waiting }: FlatTable): TableColumns | undefined {
  if (!waiting) return lines?.columns;
  const moved = movedBy(waiting.lines.columns, count);
  if (!lines) return moved;
  return new Map([...lines.columns].map(([name, column]) => [name, behind(column, moved.get(name))]));
}

function movedBy(columns: TableColumns, rows: number): TableColumns {
  const stay = columns.get('stay');
  if (stay?.kind !== 'numbers' || rows === 0) return columns;
  return new Map([...columns, ['stay', { kind: 'numbers', values: stay.values.map(place => place + rows) }]]);
}

/** One column after the other; all lines have the same columns. */
function behind(first: TableColumn, second: TableColumn | undefined): TableColumn {
  if (first.kind === 'numbers' && second?.kind === 'numbers') return { kind: 'numbers', values: joined(first.values, second.values) };
  if (first.kind === 'words' && second?.kind === 'words') {
    const known = first.words.length;
    const codes = joined(
      first.codes,
      second.codes.map(code => code + known),
    );
    return { kind: 'words', codes, words: [...first.words, ...second.words] };
  }
  throw new Error('item lines of one load have different columns');
}

function joined<A extends NumberArray>(first: A, second: NumberArray): A {
  const all = new (first.constructor as new (size: number) => A)(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

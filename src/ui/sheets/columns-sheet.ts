/** Every column of every file: what it was read as, or that it was passed over, because it names a person or because nothing knows it. */
import type { Desk } from '../../app/desk.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { textColumns } from './text-columns.ts';

type FileColumn = { readonly file: string; readonly name: string; readonly field: string; readonly how: 'read' | 'dropped' | 'unused' };

export function columnsSheet(desk: Desk, say: Say): Sheet {
  const columns = columnsOfFiles(desk);
  const text = textColumns(columns);
  return {
    ...keyed(columns.map(({ file, name, field }, i) => `${file}:${name || field}:${i + 1}`)),
    columns: [
      text('name', say('columnOf'), { of: ({ name }) => name, most: 32, fixed: 'left' }),
      text('field', say('readAs'), { of: ({ field }) => field, most: 20 }),
      text('how', say('columnUse'), { of: ({ how }) => say(`column_${how}`), most: 16 }),
      text('file', say('file'), { of: ({ file }) => file, most: 28 }),
    ],
  };
}

function columnsOfFiles({ stays: { files } }: Desk): readonly FileColumn[] {
  return files.flatMap(({ name: file, reading }) => {
    if (!reading) return [];
    const read = reading.columns.flatMap(({ field, from }) => from.map((name): FileColumn => ({ file, name, field, how: 'read' })));
    const dropped = reading.dropped.map((name): FileColumn => ({ file, name, field: '', how: 'dropped' }));
    const unused = reading.unused.map((name): FileColumn => ({ file, name, field: '', how: 'unused' }));
    return [...read, ...unused, ...dropped];
  });
}

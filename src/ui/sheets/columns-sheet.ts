/** Every column of every file: what it was read as, or that it was passed over, because it names a person or because nothing knows it. */
import type { Desk } from '../../app/desk.ts';
import type { SourceFile } from '../../stay/stay-table.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { textColumns } from './text-columns.ts';

export type FileColumn = {
  /** Place of the file in the load: two files may have one name. */
  readonly at: number;
  readonly file: string;
  readonly name: string;
  /** '' where it is read as nothing. */
  readonly field: string;
  readonly use: 'read' | 'known' | 'dropped' | 'unused';
};

const known = new WeakMap<readonly SourceFile[], readonly FileColumn[]>();

/** Listed once for a load; a column that is read as two things is there twice. */
export function columnsOfFiles({ stays: { files } }: Pick<Desk, 'stays'>): readonly FileColumn[] {
  const columns = known.get(files) ?? files.flatMap(columnsOfFile);
  known.set(files, columns);
  return columns;
}

export function columnsSheet(desk: Desk, say: Say): Sheet {
  const columns = columnsOfFiles(desk);
  const text = textColumns(columns);
  return {
    ...keyed(columns.map(({ file, name, field }, i) => `${file}:${name || field}:${i + 1}`)),
    columns: [
      text('name', say('columnOf'), { of: ({ name }) => name, most: 32, fixed: 'left' }),
      text('field', say('readAs'), { of: ({ field }) => field, most: 20 }),
      text('use', say('columnUse'), { of: ({ use }) => say(`column_${use}`), most: 24 }),
      text('file', say('file'), { of: ({ file }) => file, most: 28 }),
    ],
  };
}

function columnsOfFile({ name: file, reading }: SourceFile, at: number): readonly FileColumn[] {
  if (!reading) return [];
  const { columns, unused, dropped, known: passed } = reading;
  return [
    ...columns.flatMap(({ field, from }) => from.map((name): FileColumn => ({ at, file, name, field, use: 'read' }))),
    ...unused.map((name): FileColumn => ({ at, file, name, field: '', use: 'unused' })),
    ...passed.map((name): FileColumn => ({ at, file, name, field: '', use: 'known' })),
    ...dropped.map((name): FileColumn => ({ at, file, name, field: '', use: 'dropped' })),
  ];
}

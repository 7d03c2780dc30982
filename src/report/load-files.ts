/** The files of a load and how each was understood; what is usual (commas, a header in the first row) has no column. */
import type { Language } from '../language.ts';
import type { Reading, SourceFile } from '../stay/stay-table.ts';
import { count } from './format.ts';
import { documentWords, formatWords, loadWords, separatorWords } from './load-words.ts';
import type { Column, Table } from './table.ts';
import { filled } from './words.ts';

type FileColumn = Column & { cell(file: SourceFile): string };

export function fileTable(files: readonly SourceFile[], language: Language): Table {
  const say = loadWords[language];
  const readings = files.flatMap(({ reading }) => reading ?? []);
  const any = (isUnusual: (reading: Reading) => boolean): boolean => readings.some(isUnusual);
  const columns: readonly FileColumn[] = [
    { head: say.file, align: 'left', cell: ({ name }) => name },
    { head: say.sha256, align: 'left', cell: ({ sha256 }) => sha256.slice(0, 12) },
    ...shown(readings.length > 0, { head: say.format, align: 'left', cell: of(({ format }) => formatWords[language][format]) }),
    ...shown(readings.length > 0, { head: say.document, align: 'left', cell: of(({ document }) => documentWords[language][document]) }),
    { head: say.encoding, align: 'left', cell: ({ encoding }) => encoding },
    ...shown(
      any(({ separator }) => separator !== ','),
      { head: say.separator, align: 'left', cell: of(({ separator }) => separatorName(separator, language)) },
    ),
    { head: say.profile, align: 'left', widest: 60, cell: file => profileCell(file, language) },
    ...shown(
      any(({ headerRow }) => headerRow !== 1),
      { head: say.headerRow, align: 'right', cell: of(({ headerRow }) => count(headerRow)) },
    ),
    { head: say.read, align: 'right', cell: ({ read }) => count(read) },
    { head: say.loaded, align: 'right', cell: ({ loaded }) => count(loaded) },
    { head: say.refused, align: 'right', cell: ({ refused }) => count(refused) },
  ];
  return { columns, rows: files.map(file => columns.map(({ cell }) => cell(file))), footer: [] };
}

const shown = (isShown: boolean, column: FileColumn): readonly FileColumn[] => (isShown ? [column] : []);

const of =
  (cell: (reading: Reading) => string) =>
  ({ reading }: SourceFile): string =>
    reading ? cell(reading) : '';

const separatorName = (separator: string, language: Language): string => {
  const names: Readonly<Record<string, string>> = separatorWords[language];
  return names[separator] ?? separator;
};

/** A share that is not whole is never shown as whole. */
function profileCell({ profile, reading }: SourceFile, language: Language): string {
  if (!reading) return profile;
  const score = `${Math.floor(reading.score * 100 + 1e-9)}%`;
  return [profile, score, ...(reading.basis === 'official' ? [] : [loadWords[language].unverified])].join(' ');
}

export function mappingTable({ name, reading }: SourceFile, language: Language): { readonly title: string; readonly table: Table } {
  const say = loadWords[language];
  return {
    title: filled(say.mapping, { file: name }),
    table: {
      columns: [
        { head: say.ourColumn, align: 'left' },
        { head: say.theirColumns, align: 'left', widest: 100 },
      ],
      rows: (reading?.columns ?? []).map(({ field, from }) => [field, from.join(', ')]),
      footer: [],
    },
  };
}

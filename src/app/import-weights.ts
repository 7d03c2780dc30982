/** A published weight table, from whatever file it lies in, into the project's own: what was taken, what was refused and why. */
import { UserError } from '../errors.ts';
import { openSheets } from '../files/formats/open-sheets.ts';
import { type OpenPublished, openPublished } from '../files/published-table.ts';
import { type Columns, columnsOf, comparable, type Wanted } from '../payment/published/columns.ts';
import type { PublishedFinding } from '../payment/published/finding.ts';
import { isOfLevel, roleOf } from '../payment/published/heading.ts';
import { onceEach, type TakenGroup, takeRows } from '../payment/published/take-rows.ts';

export type ImportedWeights = {
  readonly file: string;
  readonly sha256: string;
  /** Sheets that were read, with their encoding and the row of their header. */
  readonly sheets: readonly Pick<OpenPublished, 'name' | 'encoding' | 'headerRow'>[];
  /** Sheets that hold no such table, or one with other columns. */
  readonly passedOver: readonly string[];
  readonly names: readonly string[];
  readonly columns: Columns;
  readonly read: number;
  readonly taken: number;
  readonly refused: number;
  readonly groups: readonly TakenGroup[];
  readonly findings: readonly PublishedFinding[];
};

export type ImportOrder = Wanted & { readonly encoding: string | undefined };

/** @throws UserError HEADER_UNKNOWN where no sheet has a column of group codes, USAGE where the price is not one column, WEIGHTS_INVALID where nothing is left. */
export async function importedWeights(path: string, order: ImportOrder): Promise<ImportedWeights> {
  const sheets = await openSheets([path]);
  const opened = sheets.map(sheet => ({
    sheet,
    table: openPublished(sheet, isHeading, order.encoding),
  }));
  const tables = opened.flatMap(({ table }) => (table && hasCodes(table) ? [table] : []));
  if (tables.length === 0) throw noTable(path);
  const { first, columns } = understood(tables, order, path);
  const same = tables.filter(table => table.names.join('\t') === first.names.join('\t'));
  const parts = same.map(({ name: file, names, rows }) => takeRows({ file, names, columns, rows }));
  const { kept, refused } = onceEach(
    parts.flatMap(part => part.groups),
    first.names[columns.price]!,
  );
  const findings = [...parts.flatMap(part => part.findings), ...refused];
  const read = parts.reduce((sum, part) => sum + part.read, 0);
  if (kept.length === 0) throw nothingTaken(path, read);
  return {
    ...{ file: path.split(/[\\/]/).at(-1)!, sha256: first.sha256, names: first.names, columns },
    sheets: same.map(({ name, encoding, headerRow }) => ({ name, encoding, headerRow })),
    passedOver: opened.filter(({ table }) => !table || !same.includes(table)).map(({ sheet }) => sheet.name),
    ...{ read, taken: kept.length, refused: read - kept.length, groups: kept, findings },
  };
}

/** The names of levels stand alone in the lower line of a header of two. */
const isHeading = (cell: string): boolean => roleOf(comparable(cell)) !== 'other' || isOfLevel(comparable(cell));

const hasCodes = ({ names }: OpenPublished): boolean => names.some(name => roleOf(comparable(name)) === 'drg');

/** The first sheet whose columns are understood; the mistake of the first where none is. */
function understood(
  tables: readonly OpenPublished[],
  order: ImportOrder,
  path: string,
): { readonly first: OpenPublished; readonly columns: Columns } {
  let mistake: unknown;
  for (const first of tables) {
    try {
      return { first, columns: columnsOf(first.names, order, `${path}:${first.headerRow}`) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      mistake ??= error;
    }
  }
  throw mistake;
}

const noTable = (at: string): UserError =>
  new UserError(
    'HEADER_UNKNOWN',
    {
      zh: '没有找到表头：需要病组编码列和权重、点数或支付标准列',
      en: 'no header was found: a column of group codes and one of weights, points or standards are needed',
    },
    {
      at,
      hint: {
        zh: '表头例：DRG编码、DRG名称、权重；编码不对时用 --encoding 指定。',
        en: 'A header such as DRG编码, DRG名称, 权重 (or drg, name, weight); --encoding forces an encoding.',
      },
    },
  );

const nothingTaken = (at: string, read: number): UserError =>
  new UserError(
    'WEIGHTS_INVALID',
    { zh: `读取 ${read} 行，没有一个病组可用`, en: `${read} rows read, no group could be taken` },
    {
      at,
      hint: {
        zh: '检查编码列和权重列；用 --column 指明权重列。',
        en: 'Check the columns of codes and weights; --column names the one that prices.',
      },
    },
  );

/**
 * Rows of a small table that a policy names: a heading line, then one row a line, by tabs or by commas; a cell with commas is in quotes.
 * Only headings that are known: a column that is misspelt would be a rule that nobody carries out.
 */
import type { Text, UserError } from '../../errors.ts';
import type { Place } from '../../policy/leaf.ts';
import { both, didYouMean, mistake } from '../../policy/mistakes.ts';
import { nearest } from '../../policy/nearest.ts';

export type TableRow = { readonly at: Place; readonly cells: Readonly<Record<string, string>> };
export type Headings = {
  /** Our name of a heading by how it may be written. */
  readonly known: Readonly<Record<string, string>>;
  readonly required: readonly string[];
};

export function tableRows(text: string, file: string, { known, required }: Headings): readonly TableRow[] {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const cellsOf = first.includes('\t') ? (line: string) => line.split('\t') : commaCells;
  const head = { file, line: 1 };
  const columns = cellsOf(first).map(written => {
    const name = known[written.trim()];
    if (name !== undefined) return name;
    const near = didYouMean(nearest(written.trim(), Object.keys(known))!);
    throw badTable(head, both(`表头没有“${written.trim()}”这一列`, `"${written.trim()}" is no column of this table`), near);
  });
  const twice = columns.find((name, i) => columns.indexOf(name) < i);
  if (twice) throw badTable(head, both(`表头里 ${twice} 出现两次`, `${twice} is twice in the header`), plainHint(required));
  const absent = required.find(name => !columns.includes(name));
  if (absent) throw badTable(head, both(`表头缺少 ${absent}`, `the header has no ${absent}`), plainHint(required));
  return rest.flatMap((line, i): TableRow[] => {
    if (line.trim() === '') return [];
    const at = { file, line: i + 2 };
    const cells = cellsOf(line);
    if (cells.length > columns.length)
      throw badTable(at, both('这一行的列比表头多', 'this row has more cells than the header'), plainHint(required));
    return [{ at, cells: Object.fromEntries(columns.map((name, c) => [name, cells[c]?.trim() ?? ''])) }];
  });
}

export const badTable = (at: Place, text: Text, hint: Text): UserError => mistake('PRICE_LIST_INVALID', at, text, hint);

const plainHint = (required: readonly string[]): Text =>
  both(`至少有这些列：${required.join('、')}。`, `It has at least the columns ${required.join(', ')}.`);

/** `a,"b,c",d`; two quotes in a quoted cell are one. */
function commaCells(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, bare = '']) => (quoted === undefined ? bare : quoted.replaceAll('""', '"')));
}

/**
 * Merged cells: a person sees one value over the whole area, so every cell of the area gets it, in headers and in data alike.
 * Areas are cut to the rows and columns that hold text; areas that overlap are damage, Excel never writes them.
 */
import { damaged, MOST_MERGES, tooLarge } from './limits.ts';
import { copyCell, copyCells, endRow, newSheetText, type SheetText, type Written, widthOf } from './sheet-text.ts';

/** Rows and columns from 0, both ends inside. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export function fillMerges(text: SheetText, merges: readonly Merge[]): SheetText {
  const areas = inside(text, merges);
  if (areas.length === 0) return text;
  const filled = newSheetText(text.at, text.most);
  let next = 0;
  let active: Area[] = [];
  for (let row = 0; row < text.height; row++) {
    active = active.filter(({ bottom }) => bottom >= row);
    for (; next < areas.length && areas[next]!.top === row; next++) active.push(areas[next]!);
    const start = row === 0 ? 0 : text.ends[row - 1]!;
    const written = { bytes: text.bytes, start, end: text.ends[row]! - 1 };
    if (active.length === 0) copyCells(filled, text.widths[row]!, written);
    else fillRow(filled, { row, active, cells: cellsOf(written) });
    endRow(filled);
  }
  return filled;
}

/** One more; so many that they would fill the memory are none of a person's. */
export function addMerge(merges: Merge[], merge: Merge, at: string): void {
  merges.push(merge);
  refuseMany(merges, at);
}

function refuseMany(merges: readonly Merge[], at: string): void {
  if (merges.length > MOST_MERGES) throw tooLarge(at, '合并单元格过多', 'too many merged cells');
}

type Area = Merge & { value: Written | undefined };

/** The areas of more than one cell, top first, cut to the cells that hold text. */
function inside(text: SheetText, merges: readonly Merge[]): Area[] {
  if (merges.length === 0) return [];
  refuseMany(merges, text.at);
  const bottom = text.height - 1;
  const right = widthOf(text) - 1;
  const areas = merges
    .map(merge => ({ ...merge, bottom: Math.min(merge.bottom, bottom), right: Math.min(merge.right, right), value: undefined }))
    .filter(area => area.bottom >= area.top && area.right >= area.left && (area.bottom > area.top || area.right > area.left))
    .sort((a, b) => a.top - b.top);
  const cells = areas.reduce((sum, area) => sum + (area.bottom - area.top + 1) * (area.right - area.left + 1), 0);
  if (cells > text.height * (right + 1)) throw damaged(text.at, '合并单元格互相重叠', 'merged cells overlap');
  return areas;
}

type Row = { readonly row: number; readonly active: readonly Area[]; readonly cells: (Written | undefined)[] };

function fillRow(filled: SheetText, { row, active, cells }: Row): void {
  for (const area of active) {
    if (row === area.top) area.value = cells[area.left];
    if (area.value === undefined) continue;
    for (let column = area.left; column <= area.right; column++) cells[column] = area.value;
  }
  cells.forEach((cell, column) => {
    if (cell) copyCell(filled, column, cell);
  });
}

const COMMA = 44;
const QUOTE = 34;

/** The cells of a written row; undefined for one without text. */
function cellsOf({ bytes, start, end }: Written): (Written | undefined)[] {
  const cells: (Written | undefined)[] = [];
  let from = start;
  let quoted = false;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] === QUOTE) quoted = !quoted;
    if (at < end && (quoted || bytes[at] !== COMMA)) continue;
    cells.push(at > from ? { bytes, start: from, end: at } : undefined);
    from = at + 1;
  }
  return cells;
}

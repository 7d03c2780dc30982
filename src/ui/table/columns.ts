/** Which columns of a sheet are drawn where: fixed ones at both sides, the others between them, scrolled just far enough that the current one is in sight. */
import type { Column } from './sheet.ts';

export type Placed = { readonly column: Column; readonly index: number; readonly width: number };
export type Placement = { readonly placed: readonly Placed[]; readonly hiddenLeft: boolean; readonly hiddenRight: boolean };

/** Blanks between two columns; the mark of the current column stands in the last of them. */
export const GAP = 2;

export function placeColumns(columns: readonly Column[], current: number, width: number): Placement {
  const all = columns.map((column, index) => ({ column, index, width: column.width }));
  const left = all.filter(({ column }) => column.fixed === 'left');
  const right = all.filter(({ column }) => column.fixed === 'right');
  const moving = all.filter(({ column }) => column.fixed === undefined);
  const room = width - spanOf(left) - spanOf(right);
  for (let first = 0; ; first++) {
    const seen = thatFit(moving.slice(first), room);
    const isSeen = [...left, ...seen, ...right].some(({ index }) => index === current);
    if (!isSeen && first < moving.length - 1) continue;
    const placed = grown([...left, ...seen, ...right], width);
    return { placed, hiddenLeft: first > 0, hiddenRight: first + seen.length < moving.length };
  }
}

const spanOf = (placed: readonly Placed[]): number => placed.reduce((sum, column) => sum + GAP + column.width, 0);

function thatFit(columns: readonly Placed[], width: number): readonly Placed[] {
  let fitting = 0;
  while (fitting < columns.length && spanOf(columns.slice(0, fitting + 1)) <= width) fitting++;
  return columns.slice(0, fitting);
}

/** Columns that know how wide they can get take what they need of what is left; the last of the others takes the rest. */
function grown(placed: readonly Placed[], width: number): readonly Placed[] {
  let left = Math.max(0, width - spanOf(placed));
  const filled = placed.map(({ column, width: own, index }): Placed => {
    const more = column.grows && column.most !== undefined ? Math.min(left, Math.max(0, column.most - own)) : 0;
    left -= more;
    return { column, index, width: own + more };
  });
  const rest = filled.findLastIndex(({ column }) => column.grows && column.most === undefined);
  return filled.map((column, i) => (i === rest ? { ...column, width: column.width + left } : column));
}

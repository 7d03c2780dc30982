/**
 * Which columns of a sheet are drawn where: fixed ones at both sides, the others between them, scrolled just far enough that the current
 * one is in sight. Where the fixed ones leave no room for it, the outermost give way.
 */
import type { Column } from './sheet.ts';

export type Placed = { readonly column: Column; readonly index: number; readonly width: number };
export type Placement = { readonly placed: readonly Placed[]; readonly hiddenLeft: boolean; readonly hiddenRight: boolean };

/** Blanks between two columns; the mark of the current column stands in the last of them. */
export const GAP = 2;

export function placeColumns(columns: readonly Column[], current: number, width: number): Placement {
  const all = columns.map((column, index) => ({ column, index, width: Math.max(1, Math.min(column.width, width - GAP)) }));
  const { left, moving, right } = sides(all, current, width);
  const room = width - spanOf(left) - spanOf(right);
  const wanted = moving.findIndex(({ index }) => index === current);
  let first = 0;
  while (first < wanted && spanOf(moving.slice(first, wanted + 1)) > room) first++;
  const seen = thatFit(moving.slice(first), room);
  const placed = grown([...left, ...seen, ...right], width);
  return { placed, hiddenLeft: first > 0, hiddenRight: first + seen.length < moving.length };
}

type Sides = { readonly left: readonly Placed[]; readonly moving: readonly Placed[]; readonly right: readonly Placed[] };

function sides(all: readonly Placed[], current: number, width: number): Sides {
  let left = all.filter(({ column }) => column.fixed === 'left');
  let right = all.filter(({ column }) => column.fixed === 'right');
  const now = all[current];
  const room = () => width - spanOf(left) - spanOf(right) - (now && ![...left, ...right].includes(now) ? spanOf([now]) : 0);
  while (right.length > 0 && room() < 0) right = right.slice(1);
  while (left.length > 1 && room() < 0) left = left.slice(0, -1);
  if (room() < 0) left = [];
  const fixed = new Set([...left, ...right]);
  return { left, right, moving: all.filter(one => !fixed.has(one)) };
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

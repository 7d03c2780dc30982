/** A table as pages: its rows into leaves in order, then the pages above them up to the root, whose place is given. */
import type { TableSource } from '../column-source.ts';
import { writeLeaves } from './leaves.ts';
import { CHILDREN, type Child, type PageStore, writeInterior } from './pages.ts';

export type Left = { readonly source: TableSource; readonly rows: readonly number[] };

/**
 * Writes one table on and below its root page; its sources follow each other by row number. Rows too long for a leaf are left out and
 * returned: SQLite itself inserts them later.
 */
export function writeTable(sources: readonly TableSource[], root: number, store: PageStore): readonly Left[] {
  const written = sources.map(source => ({ source, ...writeLeaves(source, store) }));
  const leaves = written.flatMap(part => part.leaves);
  if (leaves.length === 1) store.moveLast(root);
  if (leaves.length > 1) putRoot(leaves, root, store);
  return written.filter(({ rows }) => rows.length > 0).map(({ source, rows }) => ({ source, rows }));
}

/** The root over two pages of rows or more. */
export function putRoot(leaves: readonly Child[], root: number, store: PageStore): void {
  const children = underRoot(leaves, store);
  writeInterior(store.reserve(0), root, children);
}

/** Levels of pages are added until one page can hold the rest. */
function underRoot(children: readonly Child[], store: PageStore): readonly Child[] {
  if (children.length <= CHILDREN) return children;
  const groups = evenly(children);
  const bytes = store.reserve(groups.length);
  const above = groups.map(group => {
    const number = store.add();
    writeInterior(bytes, number, group);
    return { number, last: group.at(-1)!.last };
  });
  return underRoot(above, store);
}

/** As few pages as hold them, filled evenly so that none is left with a single child. */
function evenly(children: readonly Child[]): readonly (readonly Child[])[] {
  const pages = Math.ceil(children.length / CHILDREN);
  const cut = (i: number) => Math.floor((children.length * i) / pages);
  return Array.from({ length: pages }, (_, i) => children.slice(cut(i), cut(i + 1)));
}

/** The rows a person marked: a flag a row, so that marking a million of them takes a moment. */
export type Marked = {
  readonly size: number;
  has(row: number): boolean;
};

type Flags = Marked & { readonly flags: Uint8Array };

export const noneMarked: Marked = withFlags(new Uint8Array(0), 0);

function withFlags(flags: Uint8Array, size: number): Flags {
  return { flags, size, has: row => flags[row] === 1 };
}

/** `count`: rows of the sheet. */
export function marking(marked: Marked, rows: ArrayLike<number>, { on, count }: { readonly on: boolean; readonly count: number }): Marked {
  const before = (marked as Flags).flags;
  const flags = new Uint8Array(Math.max(count, before.length));
  flags.set(before);
  let size = marked.size;
  const flag = on ? 1 : 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (flags[row] === flag) continue;
    flags[row] = flag;
    size += on ? 1 : -1;
  }
  return withFlags(flags, size);
}

export function allMarked(marked: Marked, rows: Uint32Array): boolean {
  if (marked.size < rows.length) return false;
  const { flags } = marked as Flags;
  for (let i = 0; i < rows.length; i++) if (flags[rows[i]!] !== 1) return false;
  return true;
}

/** In the order of the rows. */
export function rowsMarked(marked: Marked): Uint32Array {
  const { flags, size } = marked as Flags;
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < flags.length; row++) {
    if (flags[row] === 1) rows[count++] = row;
  }
  return rows;
}

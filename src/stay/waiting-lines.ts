/**
 * Item lines of a load whose stays are in other loads of the workspace. A load is kept as it was read, so they stand beside its rows with the
 * number of the stay they name, and find it whenever loads are laid over each other; while its load is undone they wait.
 */
import type { ChargeLines } from './charge-lines.ts';
import type { WordColumn } from './stay-table.ts';

export type WaitingLines = {
  /** `stay`: place among the stays that are named below. */
  readonly lines: ChargeLines;
  readonly named: NamedStays;
};

/** Each by the digest of its settlement or by that of its visit; word 0 stands in the other column. */
export type NamedStays = { readonly settlementKey: WordColumn; readonly visitKey: WordColumn };

/** Lines in the order of the stays: those beyond the rows of the load are the waiting ones. */
export function partedLines(
  lines: ChargeLines,
  rows: number,
  named: NamedStays,
): { readonly charges?: ChargeLines; readonly waiting?: WaitingLines } {
  if (named.settlementKey.codes.length === 0) return { charges: lines };
  const first = lines.stay.findIndex(stay => stay >= rows);
  // stays were named by lines that were refused for something else
  if (first < 0) return { charges: lines };
  const waiting = partOf(lines, first, lines.count);
  return {
    ...(first > 0 ? { charges: partOf(lines, 0, first) } : {}),
    waiting: { lines: { ...waiting, stay: waiting.stay.map(stay => stay - rows) }, named },
  };
}

/** How many stays the lines are of. */
export function staysIn({ lines: { stay } }: WaitingLines): number {
  let stays = 0;
  for (let line = 0; line < stay.length; line++) if (line === 0 || stay[line] !== stay[line - 1]) stays++;
  return stays;
}

const partOf = (lines: ChargeLines, from: number, to: number): ChargeLines => ({
  count: to - from,
  stay: lines.stay.slice(from, to),
  category: lines.category.slice(from, to),
  item: { codes: lines.item.codes.slice(from, to), words: lines.item.words },
  name: { codes: lines.name.codes.slice(from, to), words: lines.name.words },
  quantity: lines.quantity.slice(from, to),
  price: lines.price.slice(from, to),
  amount: lines.amount.slice(from, to),
  charged: lines.charged.slice(from, to),
  selfpayShare: lines.selfpayShare.slice(from, to),
  sourceFile: lines.sourceFile.slice(from, to),
  sourceRow: lines.sourceRow.slice(from, to),
});

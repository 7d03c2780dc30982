/**
 * The finished text of a sheet, charged to its file as soon as it is there. Merged cells repeat their text and short rows are filled up: all
 * that the sheets of one file become is bounded by the bytes that it has, as what an archive unpacks to is.
 */
import { type Budget, mostFrom, spend } from './limits.ts';
import { fillMerges, type Merge } from './merges.ts';
import { type SheetText, sheetBytes } from './sheet-text.ts';

/** What the sheets of one file may still become. */
export type Making = { readonly budget: Budget; left: number };

export const makingOf = (bytes: number, budget: Budget): Making => ({ budget, left: mostFrom(bytes) });

/** Undefined for a sheet without any text. @throws UserError FILE_TOO_LARGE */
export function finishedSheet(text: SheetText, merges: readonly Merge[], making: Making): Uint8Array | undefined {
  text.most = Math.min(making.left, making.budget.bytes);
  const bytes = sheetBytes(fillMerges(text, merges));
  if (bytes === undefined) return undefined;
  making.left -= bytes.length;
  spend(making.budget, bytes.length, text.at);
  return bytes;
}

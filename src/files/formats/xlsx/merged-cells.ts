/** The merged areas of a sheet: they stand behind its cells. */
import { MOST_COLUMNS, MOST_ROWS } from '../limits.ts';
import { addMerge, type Merge } from '../merges.ts';
import { attributes, isNamed, nextTag, tagsOf } from '../xml/tags.ts';

export function mergedCells(xml: Uint8Array, at: string): Merge[] {
  const tags = tagsOf(xml, at);
  tags.place = Math.max(0, Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).lastIndexOf('sheetData>', undefined, 'latin1'));
  const merges: Merge[] = [];
  while (nextTag(tags)) {
    if (tags.closes || !isNamed(tags, 'mergeCell')) continue;
    const merge = area(attributes(tags).get('ref') ?? '');
    if (merge) addMerge(merges, merge, at);
  }
  return merges;
}

/** `B2:AN2`; undefined for what is no area of a sheet. */
function area(reference: string): Merge | undefined {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (left === '') return undefined;
  const merge = { left: column(left), top: Number(top) - 1, right: column(right), bottom: Number(bottom) - 1 };
  return merge.top >= 0 && merge.bottom < MOST_ROWS && merge.right < MOST_COLUMNS ? merge : undefined;
}

const column = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

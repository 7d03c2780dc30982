/** Which formats of a workbook show dates: its cells name a format by number, and a date is a number in such a cell. */
import { builtInDateKind, type DateKind, dateKind } from '../date-text.ts';
import { attributes, isNamed, nextTag, tagsOf } from '../xml/tags.ts';

/** By the number that cells carry (their `s`). */
export function dateFormats(xml: Uint8Array, at: string): readonly (DateKind | undefined)[] {
  const tags = tagsOf(xml, at);
  const formats = new Map<number, DateKind | undefined>();
  const kinds: (DateKind | undefined)[] = [];
  let inside = '';
  while (nextTag(tags)) {
    for (const section of sections) if (isNamed(tags, section)) inside = tags.closes ? '' : section;
    if (tags.closes) continue;
    if (inside === 'numFmts' && isNamed(tags, 'numFmt')) {
      const says = attributes(tags);
      formats.set(Number(says.get('numFmtId')), dateKind(says.get('formatCode') ?? ''));
    }
    if (inside === 'cellXfs' && isNamed(tags, 'xf')) {
      const id = Number(attributes(tags).get('numFmtId') ?? 0);
      kinds.push(formats.has(id) ? formats.get(id) : builtInDateKind(id));
    }
  }
  return kinds;
}

const sections = ['numFmts', 'cellXfs', 'cellStyleXfs', 'dxfs'] as const;

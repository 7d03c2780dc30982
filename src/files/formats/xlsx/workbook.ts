/** What a workbook says about itself: its visible sheets in their order, how it counts days, and where its texts and formats lie. */
import { withoutControls } from '../../plain-text.ts';
import { attributes, isNamed, nextTag, tagsOf } from '../xml/tags.ts';
import { hasPart, listPart, type Parts, resolvePart } from './parts.ts';

export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly from1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
};

/** Path of the main part: `xl/workbook.xml` nearly always. Undefined: the archive is no office document. */
export function mainPart(parts: Parts): string | undefined {
  if (!hasPart(parts, '[Content_Types].xml') || !hasPart(parts, '_rels/.rels')) return undefined;
  return relations(parts, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.target;
}

export function readWorkbook(parts: Parts, main: string): Workbook {
  const slash = main.lastIndexOf('/') + 1;
  const rels = relations(parts, `${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`, main);
  const sheetParts = new Map(rels.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]));
  const tags = tagsOf(listPart(parts, main), parts.at);
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  while (nextTag(tags)) {
    if (tags.closes) continue;
    if (isNamed(tags, 'workbookPr')) from1904 = isTrue(attributes(tags).get('date1904'));
    if (!isNamed(tags, 'sheet')) continue;
    const says = attributes(tags);
    const sheetPart = sheetParts.get(says.get('id') ?? '');
    // a sheet of charts or macros is no worksheet
    if (sheetPart !== undefined && !/hidden/i.test(says.get('state') ?? '')) {
      sheets.push({ name: withoutControls(says.get('name') ?? ''), part: sheetPart });
    }
  }
  return {
    sheets,
    from1904,
    strings: rels.find(({ type }) => type === 'sharedStrings')?.target,
    styles: rels.find(({ type }) => type === 'styles')?.target,
  };
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Types end alike in both dialects of the standard: `.../relationships/worksheet`. */
function relations(parts: Parts, name: string, from: string): Relation[] {
  if (!hasPart(parts, name)) return [];
  const tags = tagsOf(listPart(parts, name), parts.at);
  const found: Relation[] = [];
  while (nextTag(tags)) {
    if (tags.closes || !isNamed(tags, 'Relationship')) continue;
    const says = attributes(tags);
    const type = says.get('Type') ?? '';
    found.push({
      id: says.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolvePart(from, says.get('Target') ?? ''),
    });
  }
  return found;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

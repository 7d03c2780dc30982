/** Sheets to tables with a header that is understood. A sheet of a workbook or an archive that holds no stays is passed over, and named. */
import { UserError } from '../errors.ts';
import type { Document } from '../stay/stay-table.ts';
import type { Sheet } from './sheet.ts';
import { namesOf, type Understanding, type Understood, understood } from './understood.ts';
import { refuseUnmapped } from './with-map.ts';

export type OpenTable = Understood;
export type PassedOver = { readonly name: string; readonly why: 'unknown' | 'again' };
export type OpenTables = { readonly tables: readonly OpenTable[]; readonly passedOver: readonly PassedOver[] };

export type OpenOptions = Omit<Understanding, 'severalFiles'>;

/** @throws UserError when a file has no sheet that is understood, or no table of the load holds stays. */
export function openTables(sheets: readonly Sheet[], options: OpenOptions): OpenTables {
  const known = namesOf(options);
  const passedOver: PassedOver[] = [];
  const tables: OpenTable[] = [];
  for (const file of byFile(withoutRepeats(sheets, passedOver))) {
    const opened: OpenTable[] = [];
    const unknown: { readonly sheet: Sheet; readonly error: UserError }[] = [];
    for (const sheet of file) {
      try {
        opened.push(understood(sheet, { ...options, severalFiles: sheets.length > 1 }, known));
      } catch (error) {
        if (!(error instanceof UserError) || error.code !== 'HEADER_UNKNOWN') throw error;
        unknown.push({ sheet, error });
      }
    }
    if (opened.length === 0 && unknown[0]) throw unknown[0].error;
    passedOver.push(...unknown.map(({ sheet }): PassedOver => ({ name: sheet.name, why: 'unknown' })));
    tables.push(...opened);
  }
  refuseUnmapped(
    options.map ?? [],
    tables.map(({ layout }) => layout),
  );
  return { tables, passedOver };
}

export const documentOf = ({ layout }: OpenTable): Document => layout.profile.document;

/** The same file given twice is read once; a copy under another name is the same file. */
function withoutRepeats(sheets: readonly Sheet[], passedOver: PassedOver[]): readonly Sheet[] {
  const seen = new Set<string>();
  return sheets.filter(({ name, sha256 }) => {
    // `2025.zip › 3月.xlsx › 明细`: what stands inside the file
    const own = [sha256, ...name.split(' › ').slice(1)].join('\0');
    const again = seen.has(own);
    if (again) passedOver.push({ name, why: 'again' });
    seen.add(own);
    return !again;
  });
}

function byFile(sheets: readonly Sheet[]): readonly (readonly Sheet[])[] {
  const files = new Map<string, Sheet[]>();
  for (const sheet of sheets) files.set(sheet.sha256, [...(files.get(sheet.sha256) ?? []), sheet]);
  return [...files.values()];
}

/** Sheets to tables with a header that is understood. A sheet of a workbook or an archive that holds no stays is passed over, and named. */
import { UserError } from '../errors.ts';
import type { Document } from '../stay/stay-table.ts';
import { knownNames } from './column-names.ts';
import { readEncoding } from './encoding.ts';
import { type HeaderRow, headerRow } from './header-row.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { Mapped } from './mapping.ts';
import type { Profile } from './profile.ts';
import type { Sheet } from './sheet.ts';

export type OpenTable = {
  readonly sheet: Sheet;
  /** Its `text` is what the rows are scanned in. */
  readonly head: HeaderRow;
  readonly layout: Layout;
};
export type PassedOver = { readonly name: string; readonly why: 'unknown' | 'again' };
export type OpenTables = { readonly tables: readonly OpenTable[]; readonly passedOver: readonly PassedOver[] };

export type OpenOptions = {
  readonly profiles: readonly Profile[];
  /** Id of the profile to use whatever the header says. */
  readonly profile?: string | undefined;
  readonly encoding?: string | undefined;
  /** What the person says of columns, on top of the profile or without one. */
  readonly map?: readonly Mapped[] | undefined;
};

/** @throws UserError when a file has no sheet that is understood, or no table of the load holds stays. */
export function openTables(sheets: readonly Sheet[], options: OpenOptions): OpenTables {
  const known = knownNames(options.profiles, options.map);
  const passedOver: PassedOver[] = [];
  const tables: OpenTable[] = [];
  for (const file of byFile(withoutRepeats(sheets, passedOver))) {
    const opened: OpenTable[] = [];
    const unknown: { readonly sheet: Sheet; readonly error: UserError }[] = [];
    for (const sheet of file) {
      try {
        opened.push(openTable(sheet, { ...options, known, severalFiles: sheets.length > 1 }));
      } catch (error) {
        if (!(error instanceof UserError) || error.code !== 'HEADER_UNKNOWN') throw error;
        unknown.push({ sheet, error });
      }
    }
    if (opened.length === 0 && unknown[0]) throw unknown[0].error;
    passedOver.push(...unknown.map(({ sheet }): PassedOver => ({ name: sheet.name, why: 'unknown' })));
    tables.push(...opened);
  }
  return { tables, passedOver };
}

export const documentOf = ({ layout }: OpenTable): Document => layout.profile.document;

type Opening = OpenOptions & { readonly known: ReadonlySet<string>; readonly severalFiles: boolean };

function openTable(sheet: Sheet, options: Opening): OpenTable {
  const text = readEncoding(sheet, sheet.format === 'text' ? (options.encoding ?? encodingOfForced(options)) : undefined);
  const head = headerRow(text, options.known);
  return { sheet, head, layout: layoutOf(head.names, { ...options, sheet: sheetName(sheet), unit: head.unit, at: sheet.name }) };
}

/** Of a workbook: the last part of its name. */
const sheetName = ({ name, format }: Sheet): string | undefined => (format === 'text' ? undefined : name.split(' › ').at(-1));

/** A profile that the person names also says what its files are usually written in. */
function encodingOfForced({ profile, profiles }: OpenOptions): string | undefined {
  return profile === undefined ? undefined : profiles.find(({ id }) => id === profile)?.encoding;
}

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

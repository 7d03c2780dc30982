/** How one sheet is understood before a row of it is read: encoding, header, separator, and what its columns mean. */
import { knownNames } from './column-names.ts';
import { readEncoding } from './encoding.ts';
import { type HeaderRow, headerRow } from './header-row.ts';
import { type Layout, layoutOf, profileNamed } from './layout.ts';
import type { Mapped } from './mapping.ts';
import type { Profile } from './profile.ts';
import type { Sheet } from './sheet.ts';

export type Understood = {
  readonly sheet: Sheet;
  /** Rows are scanned in `head.text`, from `head.end` with `head.separator`. */
  readonly head: HeaderRow;
  readonly layout: Layout;
};

export type Understanding = {
  readonly profiles: readonly Profile[];
  /** Id of the profile to use whatever the header says, or the path of its file. */
  readonly profile?: string | undefined;
  readonly encoding?: string | undefined;
  readonly map?: readonly Mapped[] | undefined;
  /** Other files of the load may have the mapped columns that this one lacks. */
  readonly severalFiles?: boolean | undefined;
};

/** `known`: the names that headers are found by, made once for all sheets of a load. @throws UserError */
export function understood(sheet: Sheet, { encoding, ...wanted }: Understanding, known: ReadonlySet<string> = namesOf(wanted)): Understood {
  const encoded = readEncoding(sheet, sheet.format === 'text' ? (encoding ?? encodingOf(wanted)) : undefined);
  const head = headerRow(encoded, known);
  const layout = layoutOf(head.names, { ...wanted, unit: head.unit, sheet: sheetName(sheet), at: sheet.name });
  return { sheet, head, layout };
}

export const namesOf = ({ profiles, map }: Understanding): ReadonlySet<string> => knownNames(profiles, map);

/** A profile that the person names also says what its files are usually written in. */
const encodingOf = ({ profile, profiles }: Understanding): string | undefined =>
  profile === undefined ? undefined : profileNamed(profile, profiles).encoding;

/** The last part of `2025.zip › 3月.xlsx › 明细`; a text has no sheets. */
function sheetName({ name, format }: Sheet): string | undefined {
  const parts = name.split(' › ');
  return format === 'text' || format === 'dbf' || parts.length < 2 ? undefined : parts.at(-1);
}

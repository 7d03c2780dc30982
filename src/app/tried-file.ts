/** How a file would be understood: for every sheet the profiles with their scores and the meaning of each column. No row is read. */
import { UserError } from '../errors.ts';
import { openSheets } from '../files/formats/open-sheets.ts';
import type { Installation } from '../files/installation.ts';
import type { Layout } from '../files/layout.ts';
import { readMap } from '../files/mapping.ts';
import { type Understood, understood } from '../files/understood.ts';
import { profilesFor } from './profiles.ts';

export type TryOptions = {
  readonly profile?: string | undefined;
  readonly encoding?: string | undefined;
  /** Words of `--map`. */
  readonly map: readonly string[];
};

export type Tried = {
  readonly sheet: string;
  readonly format: string;
  /** Undefined: no profile fits; the reason stands in `mistake`. */
  readonly understood: Understood | undefined;
  readonly mistake: UserError | undefined;
};

/** @throws UserError when no sheet of the file is understood. */
export async function triedFile(installation: Installation, path: string, { map, ...options }: TryOptions): Promise<readonly Tried[]> {
  const wanted = { ...options, map: readMap(map), profiles: profilesFor(installation, options.profile) };
  const tried = (await openSheets([path])).map((sheet): Tried => {
    const named = { sheet: sheet.name, format: sheet.format };
    try {
      return { ...named, understood: understood(sheet, wanted), mistake: undefined };
    } catch (error) {
      if (error instanceof UserError) return { ...named, understood: undefined, mistake: error };
      throw error;
    }
  });
  const [first] = tried;
  if (first?.mistake && tried.every(({ mistake }) => mistake)) throw first.mistake;
  return tried;
}

/** Of the sheets that are understood. */
export const layoutsOf = (tried: readonly Tried[]): readonly Layout[] => tried.flatMap(({ understood: found }) => found?.layout ?? []);

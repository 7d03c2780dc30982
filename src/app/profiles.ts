/** The column profiles that are there: those that come with the program, the person's saved ones after them, and a file they name. */
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import type { Layout } from '../files/layout.ts';
import { isProfileFile, ownProfilePath, ownProfiles, profileAt } from '../files/own-profiles.ts';
import type { Profile } from '../files/profile.ts';
import { profileText } from '../files/profile-text.ts';
import { shippedProfiles } from '../files/shipped-profiles.ts';
import { writeOutput } from '../files/write-output.ts';

/** `named`: the word of `--profile`; when it is the path of a YAML file that one is read as well. */
export function profilesFor(installation: Installation, named?: string): readonly Profile[] {
  const file = named !== undefined && isProfileFile(named) ? [profileAt(named)] : [];
  return [...shippedProfiles(installation), ...ownProfiles(), ...file];
}

/** Where a mapping will be saved; asked before a load begins. @throws UserError for a name that cannot be one or is taken. */
export const savedProfilePath = (installation: Installation, id: string): string => ownProfilePath(id, shippedProfiles(installation));

/** The layout that is saved: the only one that was understood. `at`: the files it was looked for in. @throws UserError USAGE */
export function layoutToSave(layouts: readonly Layout[], at: string): Layout {
  const [layout, second] = layouts;
  if (layout && !second) return layout;
  throw notOne(layouts.length, at);
}

/** Asked before anything is read: a mapping is saved of one file. @throws UserError USAGE */
export function refuseSeveral(paths: readonly string[]): void {
  if (paths.length !== 1) throw notOne(paths.length, paths.join(' '));
}

const notOne = (count: number, at: string): UserError =>
  new UserError(
    'USAGE',
    {
      zh: `有 ${count} 个可识别的工作表或文件，不能存为一个列映射`,
      en: `${count} sheets or files are understood; one mapping is saved of one`,
    },
    {
      at,
      hint: {
        zh: '请把要保存的工作表另存为一个文件，单独载入。',
        en: 'Save the sheet that is meant as a file of its own and load it alone.',
      },
    },
  );

/** Saves how a file was understood, for files like it. Returns the path. */
export async function saveProfile(
  installation: Installation,
  layout: Layout,
  { id, force }: { readonly id: string; readonly force: boolean },
): Promise<string> {
  const path = savedProfilePath(installation, id);
  await writeOutput(path, [profileText(layout, { id, title: layout.profile.place === undefined ? id : layout.profile.title })], { force });
  return path;
}

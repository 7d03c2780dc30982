/** The column profiles that come with the program: as its build left them beside the program, or from their YAML when running from sources. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Installation } from './installation.ts';
import { type Profile, readProfile } from './profile.ts';

export function shippedProfiles({ root, worker }: Installation): readonly Profile[] {
  const built = worker && join(dirname(worker), 'profiles.json');
  return built && existsSync(built)
    ? (JSON.parse(readFileSync(built, 'utf8')) as readonly Profile[])
    : profilesIn(join(root, 'data', 'profiles'));
}

/** Those of a folder, in the order of their file names. */
export const profilesIn = (folder: string): readonly Profile[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => readProfile(readFileSync(join(folder, name), 'utf8'), name));

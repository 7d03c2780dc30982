/** The column profiles of a folder, in the order of their file names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Profile, readProfile } from './profile.ts';

export const profilesIn = (folder: string): readonly Profile[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => readProfile(readFileSync(join(folder, name), 'utf8'), name));

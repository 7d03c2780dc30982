/** Column profiles of the person: saved mappings in their own data folder, and a profile file named by its path. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { dataFolder } from './patient-key.ts';
import { type Profile, readProfile } from './profile.ts';

/** Where saved mappings lie. */
export const ownProfileFolder = (): string => join(dataFolder(), 'profiles');

/** Profiles of the person's own folder, in the order of their file names. */
export function ownProfiles(folder: string = ownProfileFolder()): readonly Profile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => isProfileFile(name))
    .sort()
    .map(name => profileAt(join(folder, name)));
}

/** `--profile map.yaml`: a word that names a file, not an id. */
export const isProfileFile = (word: string): boolean => /\.ya?ml$/i.test(word);

export function profileAt(path: string): Profile {
  return { ...readProfile(read(path), path), place: path };
}

function read(path: string): string {
  try {
    if (statSync(path).size > MOST_BYTES) throw tooLarge(path);
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw missing(path);
    throw unreadable(path, code);
  }
}

/** A profile is a page; a megabyte is something else. */
const MOST_BYTES = 1 << 20;

/** Where a mapping is saved under a name; the names of the shipped profiles are taken. */
export function ownProfilePath(id: string, shipped: readonly Profile[]): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(id) || isProfileFile(id)) throw badName(id);
  if (shipped.some(profile => profile.id === id)) throw taken(id);
  return join(ownProfileFolder(), `${id}.yaml`);
}

const badName = (id: string): UserError =>
  new UserError(
    'USAGE',
    { zh: `“${id}”不能作列映射的名称`, en: `"${id}" cannot be the name of a column profile` },
    {
      hint: {
        zh: '用 1-64 个字母、数字、汉字、点、横线或下划线，不带扩展名，例如 his-2025。',
        en: 'Use 1-64 letters, digits, dots, dashes or underscores and no ending, as in his-2025.',
      },
    },
  );

const taken = (id: string): UserError =>
  new UserError(
    'USAGE',
    { zh: `“${id}”是自带列映射的名称`, en: `"${id}" is the name of a profile that comes with the program` },
    { hint: { zh: '换一个名称。', en: 'Choose another name.' } },
  );

const missing = (at: string): UserError =>
  new UserError(
    'FILE_NOT_FOUND',
    { zh: '没有这个列映射文件', en: 'no such profile file' },
    {
      at,
      hint: { zh: '请检查路径；casemix profile list 列出可用的列映射。', en: 'Check the path; casemix profile list shows what there is.' },
    },
  );

const unreadable = (at: string, reason: string): UserError =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: `列映射文件无法读取（${reason}）`, en: `the profile file cannot be read (${reason})` },
    { at, hint: { zh: '请检查访问权限。', en: 'Check the permissions.' } },
  );

const tooLarge = (at: string): UserError =>
  new UserError(
    'PARAMETER_INVALID',
    { zh: '列映射文件超过 1 MB', en: 'the profile file is larger than 1 MB' },
    {
      at,
      hint: { zh: '这不是列映射；格式见 data/profiles 中的文件。', en: 'It is no profile; the files in data/profiles show the form.' },
    },
  );

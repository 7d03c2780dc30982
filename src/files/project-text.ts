/** Texts a person names by a path: their own file first (relative to where they stand), else the one of the installation. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Installation } from './installation.ts';

/** Where the named file lies; @throws UserError FILE_NOT_FOUND. */
export function projectPath({ root }: Installation, path: string): string {
  const found = [path, join(root, path)].find(candidate => existsSync(candidate) && statSync(candidate).isFile());
  if (found) return found;
  throw new UserError(
    'FILE_NOT_FOUND',
    { zh: '没有这个文件', en: 'no such file' },
    {
      at: path,
      hint: {
        zh: '路径从当前目录算起；随程序提供的文件在 data/ 和 scenarios/ 下。',
        en: 'Paths count from the current folder; files that come with the program are under data/ and scenarios/.',
      },
    },
  );
}

export const projectText =
  (installation: Installation) =>
  (path: string): string => {
    const found = projectPath(installation, path);
    if (/\.ya?ml$/i.test(path) && statSync(found).size > MOST_BYTES) throw tooLarge(path);
    return readFileSync(found, 'utf8');
  };

/** A policy or a scenario is a few pages; a megabyte of it is something else, and would be read for many seconds. */
const MOST_BYTES = 1 << 20;

const tooLarge = (at: string): UserError =>
  new UserError(
    'FILE_TOO_LARGE',
    { zh: '超过 1 MB，不是政策或情景文件', en: 'larger than 1 MB: not a policy or scenario file' },
    { at, hint: { zh: '检查是不是给错了文件。', en: 'Check that it is the file you mean.' } },
  );

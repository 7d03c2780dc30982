/** Where a path stands that a file names: from where a person is, from the installation, or beside the file that names it. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Naming = {
  /** Of the installation. */
  readonly root: string;
  /** The file that names it. */
  readonly namedIn: string;
  readonly kind: 'file' | 'folder';
};

/** The first of these names that is there, as the rest of the program finds it; undefined: there is no such file. */
export function whereNamed([named, ...others]: readonly [string, ...string[]], { root, namedIn, kind }: Naming): string | undefined {
  const isThere = (path: string) => existsSync(path) && (kind === 'folder' ? statSync(path).isDirectory() : statSync(path).isFile());
  return [named, join(dirname(namedIn), named), ...others].find(path => [path, join(root, path)].some(isThere));
}

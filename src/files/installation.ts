/** Where the program's own files lie: the folder that holds `data/catalogue`, above the running file (checkout: one up; archive: beside it). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export type Installation = {
  /** Folder with data/ and scenarios/. */
  readonly root: string;
  /** Folder with compiled snapshots of the shipped catalogues; undefined when running from sources that were never built. */
  readonly snapshots: string | undefined;
  /** The program of the worker thread; undefined when running from sources. */
  readonly worker?: string | undefined;
};

export function findInstallation(runningFrom: string): Installation {
  let root = runningFrom;
  while (!existsSync(join(root, 'data', 'catalogue'))) {
    const above = dirname(root);
    if (above === root) throw new Error(`no data/catalogue above ${runningFrom}: the installation is incomplete`);
    root = above;
  }
  const snapshots = [join(root, 'dist', 'catalogue'), join(root, 'catalogue')].find(folder => existsSync(folder));
  return { root, snapshots, worker: workerBeside(root, runningFrom) };
}

/** Sources never start the bundle of an earlier build. */
function workerBeside(root: string, runningFrom: string): string | undefined {
  if (relative(root, runningFrom).split(sep)[0] === 'src') return undefined;
  return [join(root, 'dist', 'work.mjs'), join(root, 'work.mjs')].find(file => existsSync(file));
}

/** A text file of the installation, by its path below the root. */
export const installedText = ({ root }: Installation, path: string): string => readFileSync(join(root, path), 'utf8');

/** The same byte for character, in a tenth of the time: for tables of which only plain letters and digits are looked at. */
export const installedBytes = ({ root }: Installation, path: string): string => readFileSync(join(root, path), 'latin1');

/** Names of the files in a folder of the installation that end in `ending`, sorted. */
export const installedNames = ({ root }: Installation, folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .sort();

/** The tables of a catalogue as a folder holds them; nothing is judged here, the grouper reads them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Installation } from './installation.ts';

export type CatalogueFolder = { readonly id: string; readonly title: string; readonly tables: ReadonlyMap<string, string> };

/** undefined when the folder is none, or holds no `adrg.tsv`. */
export function readCatalogueFolder(folder: string): CatalogueFolder | undefined {
  if (!existsSync(join(folder, 'adrg.tsv'))) return undefined;
  const files = readdirSync(folder);
  const tables = new Map(files.filter(name => name.endsWith('.tsv')).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  return { ...described(folder, files), tables };
}

/** Ids of the catalogues that are shipped. */
export function shippedCatalogues({ root }: Installation): readonly string[] {
  const folder = join(root, 'data', 'catalogue');
  return readdirSync(folder)
    .filter(id => existsSync(join(folder, id, 'adrg.tsv')))
    .sort();
}

/** Folder of a shipped catalogue, or undefined when no shipped catalogue has this id. */
export const shippedFolder = (installation: Installation, id: string): string | undefined =>
  shippedCatalogues(installation).includes(id) ? join(installation.root, 'data', 'catalogue', id) : undefined;

/** The compiled snapshot of a shipped catalogue; undefined when there is none, or a table was edited after it was made. */
export function freshSnapshot(installation: Installation, id: string): Uint8Array | undefined {
  const folder = shippedFolder(installation, id);
  if (!installation.snapshots || !folder) return undefined;
  const snapshot = join(installation.snapshots, `${id}.bin`);
  const made = statSync(snapshot, { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined || readdirSync(folder).some(name => name.endsWith('.tsv') && statSync(join(folder, name)).mtimeMs > made))
    return undefined;
  return readFileSync(snapshot);
}

function described(folder: string, files: readonly string[]) {
  const id = basename(folder);
  if (!files.includes('catalogue.json')) return { id, title: id };
  const card = cardOf(join(folder, 'catalogue.json'));
  const title = typeof card.title === 'string' ? card.title : (card.title?.zh ?? id);
  return { id: card.id ?? id, title };
}

/** Lines of `known-cases.csv` of a shipped catalogue, without the header; none when the catalogue has no such file. */
export function knownCases(installation: Installation, id: string): readonly string[] {
  const file = join(shippedFolder(installation, id) ?? id, 'known-cases.csv');
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/\r?\n/)
        .slice(1)
        .filter(line => line !== '')
    : [];
}

type Card = { readonly id?: string; readonly title?: string | { readonly zh?: string } };

function cardOf(file: string): Card {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Card;
  } catch (error) {
    const why = (error as Error).message;
    throw new UserError(
      'CATALOGUE_INVALID',
      { zh: `不是正确的 JSON：${why}`, en: `not valid JSON: ${why}` },
      {
        at: file,
        hint: { zh: '写成 {"id": "…", "title": "…"}，或删去该文件。', en: 'Write {"id": "...", "title": "..."}, or remove the file.' },
      },
    );
  }
}

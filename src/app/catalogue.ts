/** Opens a grouping scheme: a shipped one by its id (compiled snapshot when it is up to date), any other by its folder. */
import {
  type Catalogue,
  CatalogueError,
  type CompiledCatalogue,
  compileCatalogue,
  decodeSnapshot,
  readCatalogue,
} from '../../grouper/index.ts';
import { UserError } from '../errors.ts';
import { freshSnapshot, readCatalogueFolder, shippedCatalogues, shippedFolder } from '../files/catalogue-folder.ts';
import type { Installation } from '../files/installation.ts';
import { didYouMean } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';

const opened = new Map<string, CompiledCatalogue>();

/** `at`: where it is named, for the mistake. @throws UserError CATALOGUE_UNKNOWN, CATALOGUE_INVALID (with the table and line). */
export function openCatalogue(installation: Installation, idOrFolder: string, at?: string): CompiledCatalogue {
  const known = opened.get(idOrFolder);
  if (known) return known;
  const snapshot = freshSnapshot(installation, idOrFolder);
  const compiled = snapshot ? decodeSnapshot(snapshot) : compileCatalogue(catalogueTables(installation, idOrFolder, at));
  opened.set(idOrFolder, compiled);
  return compiled;
}

/** The tables as read and checked, before compiling. */
export function catalogueTables(installation: Installation, idOrFolder: string, at?: string): Catalogue {
  const folder = readCatalogueFolder(shippedFolder(installation, idOrFolder) ?? idOrFolder);
  if (!folder) throw unknownCatalogue(installation, idOrFolder, at);
  try {
    return readCatalogue(folder);
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    throw new UserError(
      'CATALOGUE_INVALID',
      { zh: `分组方案不能使用：${error.reason}`, en: `the catalogue cannot be used: ${error.reason}` },
      {
        at: `${idOrFolder}/${error.table}:${error.line}`,
        hint: {
          zh: '改正该行后重试；表的写法见 data/catalogue 各目录',
          en: 'correct the line; the folders of data/catalogue show the form',
        },
      },
    );
  }
}

function unknownCatalogue(installation: Installation, given: string, at: string | undefined): UserError {
  const known = shippedCatalogues(installation);
  const ids = known.join(', ');
  const near = didYouMean(nearest(given, known) ?? '');
  return new UserError(
    'CATALOGUE_UNKNOWN',
    { zh: `没有分组方案 "${given}"`, en: `no catalogue "${given}"` },
    {
      at,
      hint: {
        zh: `${near.zh}已安装：${ids}；也可以给出一个含 adrg.tsv 等表的目录`,
        en: `${near.en} Installed: ${ids}; or give a folder with adrg.tsv and its sister tables`,
      },
    },
  );
}

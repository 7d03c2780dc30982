/** The catalogue that a policy names by its folder. The same texts are the same catalogue: it is read and its stays are grouped once. */
import type { DipPolicy } from '../../policy/methods/dip.ts';
import { both, wrong } from '../../policy/mistakes.ts';
import { type Part, textOf } from '../part.ts';
import { type DipCatalogue, type DipTexts, dipFiles } from './catalogue.ts';
import { readDipCatalogue } from './read-catalogue.ts';

/** @throws UserError CATALOGUE_INVALID, PARAMETER_INVALID where the scores are on another scale, FILE_NOT_FOUND from `readText`. */
export function openDipCatalogue(part: Part, policy: DipPolicy): DipCatalogue {
  return dipCatalogueOf(policy, path => textOf(part, path));
}

/** Whatever the scale of its scores. */
export function dipFolder(folder: string, readText: (path: string) => string): DipCatalogue {
  const texts = Object.fromEntries(dipFiles.map(file => [file, readText(`${folder}/${file}`)])) as DipTexts;
  return opened(texts, folder);
}

export function dipCatalogueOf({ folder, scale }: DipPolicy, readText: (path: string) => string): DipCatalogue {
  const catalogue = dipFolder(folder, readText);
  if (scale.value.eq(catalogue.scale)) return catalogue;
  const [written, own] = [scale.value.toFixed(), catalogue.scale.toFixed()];
  throw wrong(
    'dip.score_scale',
    scale.leaf.at,
    both(`是 ${written}，病种目录 ${folder} 的分值按 ${own}`, `is ${written}, but the scores of ${folder} are on ${own}`),
    both(
      `写成 ${own}，或用 casemix dip build --scale ${written} 重新建立。`,
      `Write ${own}, or build again with casemix dip build --scale ${written}.`,
    ),
  );
}

let last: { readonly texts: DipTexts; readonly catalogue: DipCatalogue }[] = [];
/** As many as a comparison is likely to name. */
const KEPT = 4;

function opened(texts: DipTexts, folder: string): DipCatalogue {
  const known = last.find(one => one.catalogue.folder === folder && dipFiles.every(file => one.texts[file] === texts[file]));
  if (known) return known.catalogue;
  const catalogue = readDipCatalogue(texts, folder);
  last = [{ texts, catalogue }, ...last].slice(0, KEPT);
  return catalogue;
}

/** What a catalogue holds: counts of its tables, and what is irregular in them. */
import { type CatalogueCounts, countsOf, type Irregularity, irregularitiesOf } from '../../grouper/index.ts';
import { shippedCatalogues } from '../files/catalogue-folder.ts';
import type { Installation } from '../files/installation.ts';
import { catalogueTables } from './catalogue.ts';

export type CatalogueSummary = { readonly id: string; readonly title: string; readonly counts: CatalogueCounts };
export type CatalogueDescription = CatalogueSummary & { readonly irregularities: readonly Irregularity[] };

export const installedCatalogues = (installation: Installation): readonly CatalogueSummary[] =>
  shippedCatalogues(installation).map(id => {
    const catalogue = catalogueTables(installation, id);
    return { id, title: catalogue.title, counts: countsOf(catalogue) };
  });

export function describedCatalogue(installation: Installation, idOrFolder: string): CatalogueDescription {
  const catalogue = catalogueTables(installation, idOrFolder);
  return { id: catalogue.id, title: catalogue.title, counts: countsOf(catalogue), irregularities: irregularitiesOf(catalogue) };
}

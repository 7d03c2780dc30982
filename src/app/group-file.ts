/** Groups every stay of the files a person named. */
import { groupColumns } from '../../grouper/index.ts';
import type { Installation } from '../files/installation.ts';
import type { Load } from '../files/read-stays.ts';
import type { GroupRows } from '../report/result-rows.ts';
import { openCatalogue } from './catalogue.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';

export type GroupedFile = { readonly load: Load; readonly rows: GroupRows };

export async function groupFile(
  installation: Installation,
  paths: readonly string[],
  { catalogue, ...options }: LoadOptions & { readonly catalogue: string },
): Promise<GroupedFile> {
  const compiled = openCatalogue(installation, catalogue);
  const load = await loadStays(installation, paths, options);
  const rows = { catalogue: compiled.id, groups: compiled.groups, columns: groupColumns(compiled, load.table), idOf: load.callerIds.text };
  return { load, rows };
}

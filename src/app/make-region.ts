/** Writes the history of a synthetic region, a file a year, and its truth, into a folder. */
import { type Installation, installedText } from '../files/installation.ts';
import { mayWrite, writeOutput } from '../files/write-output.ts';
import { type RegionOrder, regionHistory } from '../synth/region-history.ts';
import type { RegionTruth } from '../synth/region-truth.ts';
import { type FactTexts, factFiles } from '../synth/synthesise.ts';

export type MadeRegion = { readonly files: readonly string[]; readonly truth: RegionTruth };

export async function makeRegion(
  installation: Installation,
  { folder, force, ...order }: Omit<RegionOrder, 'facts'> & { readonly folder: string; readonly force: boolean },
): Promise<MadeRegion> {
  const facts = Object.fromEntries(Object.entries(factFiles).map(([name, path]) => [name, installedText(installation, path)])) as FactTexts;
  const history = regionHistory({ ...order, facts });
  const files = history.years.map(({ file }) => file);
  for (const file of [...files, 'truth.json']) mayWrite(`${folder}/${file}`, { force });
  for (const { file, lines } of history.years) await writeOutput(`${folder}/${file}`, lines, { force });
  const truth = history.truth();
  await writeOutput(`${folder}/truth.json`, [`${JSON.stringify(truth, null, 2)}\n`], { force });
  return { files, truth };
}

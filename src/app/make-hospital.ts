/** Writes a synthetic hospital and its truth into a folder. */
import { type Installation, installedText } from '../files/installation.ts';
import { writeOutput } from '../files/write-output.ts';
import { type FactTexts, factFiles, synthesise, type Truth } from '../synth/synthesise.ts';

export type HospitalOrder = {
  readonly stays: number;
  readonly seed: number;
  readonly year: number;
  readonly folder: string;
  readonly force: boolean;
};

export async function makeHospital(installation: Installation, { stays, seed, year, folder, force }: HospitalOrder): Promise<Truth> {
  const facts = Object.fromEntries(Object.entries(factFiles).map(([name, path]) => [name, installedText(installation, path)])) as FactTexts;
  const { lines, truth } = synthesise({ stays, seed, year, facts });
  await writeOutput(`${folder}/stays.csv`, lines, { force });
  const known = truth();
  await writeOutput(`${folder}/truth.json`, [`${JSON.stringify(known, null, 2)}\n`], { force });
  return known;
}

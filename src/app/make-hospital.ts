/** Writes a synthetic hospital in the layouts asked for, and its truth, into a folder. */
import { encoded, type WrittenEncoding } from '../files/encoded.ts';
import { type Installation, installedText } from '../files/installation.ts';
import { mayWrite, writeOutput } from '../files/write-output.ts';
import { type HeldColumn, holds } from '../synth/layouts/holds.ts';
import { isJson, type LayoutName, layoutFiles } from '../synth/layouts/layout.ts';
import { type MessySettlements, messySettlements, type SettlementTruth } from '../synth/layouts/messy-settlements.ts';
import { layoutLines } from '../synth/layouts/write.ts';
import { type FactTexts, factFiles, type Synthesis, synthesise, type Truth } from '../synth/synthesise.ts';

export type HospitalOrder = {
  readonly stays: number;
  readonly seed: number;
  readonly year: number;
  readonly layouts: readonly LayoutName[];
  /** Of the layouts of columns; JSON is UTF-8. */
  readonly encoding: WrittenEncoding;
  /** The extract as it really is, with bills in parts and bills taken back, instead of one bill a stay. */
  readonly messySettlements: boolean;
  readonly folder: string;
  readonly force: boolean;
};

export type WrittenLayout = {
  readonly layout: LayoutName;
  readonly file: string;
  readonly encoding: WrittenEncoding;
  /** Our columns that the file holds exactly. */
  readonly holds: readonly HeldColumn[];
};
export type HospitalTruth = Truth & {
  readonly layouts: readonly WrittenLayout[];
  /** Of the messy extract: what netting has to leave. */
  readonly settlements?: SettlementTruth;
};

export async function makeHospital(installation: Installation, order: HospitalOrder): Promise<HospitalTruth> {
  const { stays, seed, year, folder, force } = order;
  const layouts = order.layouts.map((layout): WrittenLayout => {
    const encoding = isJson(layout) ? 'utf-8' : order.encoding;
    return { layout, file: layoutFiles[layout], encoding, holds: holds([layout]) };
  });
  for (const file of [...layouts.map(({ file }) => file), 'truth.json']) mayWrite(`${folder}/${file}`, { force });
  const facts = Object.fromEntries(Object.entries(factFiles).map(([name, path]) => [name, installedText(installation, path)])) as FactTexts;
  const synthesis = synthesise({ stays, seed, year, facts });
  const messy = order.messySettlements ? messySettlements(synthesis) : undefined;
  for (const { layout, file, encoding } of layouts) {
    await writeOutput(`${folder}/${file}`, encoded(linesOf(layout, synthesis, messy), encoding), { force });
  }
  const truth = { ...synthesis.truth(), layouts, ...(messy && { settlements: messy.truth() }) };
  await writeOutput(`${folder}/truth.json`, [`${JSON.stringify(truth, null, 2)}\n`], { force });
  return truth;
}

const linesOf = (layout: LayoutName, synthesis: Synthesis, messy: MessySettlements | undefined): Iterable<string> =>
  layout === 'setl' && messy ? messy.lines : layoutLines(synthesis, layout);

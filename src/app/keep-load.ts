/** A load into a workspace file: the first of a new one, or one more month of one that is there. Everything in the file is made anew from its loads. */
import type { Installation } from '../files/installation.ts';
import type { Load } from '../files/read-stays.ts';
import { carryOut } from './carry-out.ts';
import { type LoadOptions, loadOfSaved } from './load-stays.ts';
import { addLoad, type Done, type SavedLoads } from './saved-loads.ts';
import { fileOfSaved } from './workspace-image.ts';

export type Keeping = LoadOptions & {
  /** The time as the caller knows it. */
  readonly at: string;
  readonly comparison: string;
  /** What the load is added to. */
  readonly into?: SavedLoads | undefined;
};

export type Kept = { readonly image: Uint8Array; readonly done: Done };

/** `load` was read with keys. @throws UserError MONTH_CLOSED and what carrying out throws. */
export async function keepLoad(installation: Installation, load: Load, { at, into, ...order }: Keeping): Promise<Kept> {
  const { sameDay, codes } = order;
  const rules = { ...(sameDay === undefined ? {} : { sameDay }), ...(codes === undefined ? {} : { codes }) };
  const done = addLoad(into, { table: load.rows, findings: load.rowFindings }, { at, rules });
  return { image: await savedFile(installation, done.saved, { ...order, load: into ? undefined : load }), done };
}

/** The bytes of a workspace after a step: what its loads in force come to, with the scenarios of a comparison run on it. */
export async function savedFile(
  installation: Installation,
  saved: SavedLoads,
  { load, ...order }: Omit<Keeping, 'at' | 'into'> & { readonly load?: Load | undefined },
): Promise<Uint8Array> {
  const loaded = load ?? loadOfSaved(installation, saved, order);
  return fileOfSaved(installation, saved, await carryOut(installation, { ...order, loaded }));
}

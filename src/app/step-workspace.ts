/** A step on a workspace file: opened, changed, made anew from its loads and written in its place, open or encrypted as it was. */
import type { Installation } from '../files/installation.ts';
import { seal } from '../files/sealed.ts';
import { savedFile } from './keep-load.ts';
import { openFile, type SavedLoads, workspaceFile } from './saved-loads.ts';

export type StepOrder = { readonly path: string; readonly passphrase: string | undefined; readonly comparison: string };

/** What is to be written in the place of the file that had the hash `opened`. */
export type Stepped = { readonly bytes: Uint8Array; readonly opened: string };

/** The bytes to write and what `step` said; nothing is written here. */
export async function stepWorkspace<T extends { readonly saved: SavedLoads }>(
  installation: Installation,
  { path, passphrase, comparison }: StepOrder,
  step: (saved: SavedLoads) => T,
): Promise<T & Stepped> {
  const { saved, sha256, encrypted } = await openFile(path, { passphrase });
  const done = step(saved);
  const bytes = await bytesOf(installation, done.saved, comparison);
  return { ...done, bytes: encrypted && passphrase !== undefined ? seal(bytes, passphrase) : bytes, opened: sha256 };
}

/** With every load undone there is nothing to group or to settle; the loads are kept. */
async function bytesOf(installation: Installation, saved: SavedLoads, comparison: string): Promise<Uint8Array> {
  if (saved.table.count > 0) return savedFile(installation, saved, { comparison });
  return workspaceFile(saved, { stays: saved.table, findings: saved.findings, groupings: [], runs: [] });
}

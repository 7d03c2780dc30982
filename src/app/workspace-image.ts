/** The bytes of a workspace: a load with its groups and the scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import { workspaceBytes } from '../store/workspace-bytes.ts';
import { type CarriedOut, type CarryOut, carryOut } from './carry-out.ts';
import { deskOf } from './desk-of.ts';
import { deskParts } from './desk-order.ts';
import { type SavedLoads, workspaceFile } from './saved-loads.ts';

/** A workspace to ask, without the loads it came from. */
export async function workspaceImage(installation: Installation, order: CarryOut): Promise<Uint8Array> {
  return workspaceBytes(fillingOf(installation, await carryOut(installation, order)));
}

/** A workspace to keep: the loads, and what was carried out on what they come to. */
export const fileOfSaved = (installation: Installation, saved: SavedLoads, carried: CarriedOut): Promise<Uint8Array> =>
  workspaceFile(saved, fillingOf(installation, carried));

function fillingOf(installation: Installation, carried: CarriedOut) {
  const { stays, findings, runs } = deskOf(installation, deskParts(carried));
  return { stays, findings, groupings: [...carried.groupings.values()], runs };
}

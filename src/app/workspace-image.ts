/** The bytes of a workspace: a load with its groups and the scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import { appendChange } from '../store/change-log.ts';
import { closeWorkspace, exportWorkspace, importWorkspace } from '../store/workspace.ts';
import { workspaceBytes } from '../store/workspace-bytes.ts';
import { type CarryOut, carryOut } from './carry-out.ts';
import { deskOf } from './desk-of.ts';
import { deskParts } from './desk-order.ts';

export async function workspaceImage(installation: Installation, order: CarryOut): Promise<Uint8Array> {
  const carried = await carryOut(installation, order);
  const { stays, findings, runs } = deskOf(installation, deskParts(carried));
  return workspaceBytes({ stays, findings, groupings: [...carried.groupings.values()], runs });
}

/** The same with the load as the first entry of its change log; `at` is the time as the caller knows it. */
export async function savedImage(installation: Installation, { at, ...order }: CarryOut & { readonly at: string }): Promise<Uint8Array> {
  const workspace = await importWorkspace(await workspaceImage(installation, order), 'workspace');
  const [files] = workspace.database.exec(
    'SELECT name, sha256, read_rows, loaded_rows, refused_rows FROM source_file ORDER BY source_file',
  );
  appendChange(workspace, { at, what: 'load', details: JSON.stringify(files?.values ?? []) });
  const image = exportWorkspace(workspace);
  closeWorkspace(workspace);
  return image;
}

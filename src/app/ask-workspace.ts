/** Answers SQL about a file: a saved workspace as it is, any other load with its groups and the shipped scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import { savedWorkspace } from '../files/saved-workspace.ts';
import { type Answer, ask } from '../store/ask.ts';
import { fillWorkspace } from '../store/fill.ts';
import { closeWorkspace, exportWorkspace, importWorkspace, openWorkspace } from '../store/workspace.ts';
import { type CarryOut, carryOut } from './carry-out.ts';
import { deskOf } from './open-desk.ts';

export type WorkspaceQuestion = Omit<CarryOut, 'data'> & {
  readonly file: string;
  readonly sql: string;
  readonly timeLimitMs: number;
  readonly rowLimit: number;
};

export async function askWorkspace(
  installation: Installation,
  { file, sql, timeLimitMs, rowLimit, ...order }: WorkspaceQuestion,
): Promise<Answer> {
  const image = (await savedImage(file)) ?? (await workspaceImage(installation, { ...order, data: [file] }));
  return ask({ image, sql, timeLimitMs, rowLimit });
}

/** The bytes of a workspace filled with a load and what was computed from it. */
export async function workspaceImage(installation: Installation, order: CarryOut): Promise<Uint8Array> {
  const carried = carryOut(installation, order);
  const { stays, findings, runs } = deskOf(installation, carried, false);
  const workspace = await openWorkspace();
  fillWorkspace(workspace, { stays, findings, groupings: [...carried.groupings.values()], runs });
  const image = exportWorkspace(workspace);
  closeWorkspace(workspace);
  return image;
}

async function savedImage(file: string): Promise<Uint8Array | undefined> {
  const bytes = savedWorkspace(file);
  if (bytes) closeWorkspace(await importWorkspace(bytes, file));
  return bytes;
}

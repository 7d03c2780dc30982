/** Answers SQL about a file: a saved workspace as it is, any other load with its groups and the shipped scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import { savedWorkspace } from '../files/saved-workspace.ts';
import { type Answer, ask } from '../store/ask.ts';
import { closeWorkspace, importWorkspace } from '../store/workspace.ts';
import type { CarryOut } from './carry-out.ts';
import { workspaceImage } from './workspace-image.ts';

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
  const image = (await imageOfSaved(file)) ?? (await workspaceImage(installation, { ...order, data: [file] }));
  return ask({ image, sql, timeLimitMs, rowLimit });
}

async function imageOfSaved(file: string): Promise<Uint8Array | undefined> {
  const bytes = savedWorkspace(file);
  if (bytes) closeWorkspace(await importWorkspace(bytes, file));
  return bytes;
}

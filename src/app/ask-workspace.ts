/** Answers SQL about a file: a saved workspace of the present format as it is, any other load with its groups and the shipped scenarios run on it. */
import type { Installation } from '../files/installation.ts';
import { savedWorkspace } from '../files/saved-workspace.ts';
import { type Answer, ask } from '../store/ask.ts';
import { openedImage } from '../store/saved/opened-image.ts';
import { FORMAT_VERSION } from '../store/tables.ts';
import type { CarryOut } from './carry-out.ts';
import { openBytes } from './saved-loads.ts';
import { workspaceImage } from './workspace-image.ts';

export type WorkspaceQuestion = Omit<CarryOut, 'data'> & {
  readonly file: string;
  readonly sql: string;
  readonly timeLimitMs: number;
  readonly rowLimit: number;
  /** Of an encrypted workspace. */
  readonly passphrase?: string | undefined;
};

export async function askWorkspace(
  installation: Installation,
  { file, sql, timeLimitMs, rowLimit, passphrase, ...order }: WorkspaceQuestion,
): Promise<Answer> {
  const image = imageOfSaved(file, passphrase) ?? (await workspaceImage(installation, { ...order, passphrase, data: [file] }));
  return ask({ image, sql, timeLimitMs, rowLimit });
}

/**
 * SQLite is given a saved file only when everything in it is as casemix wrote it. The views of an older format are not those that are
 * documented: such a file is a load like any other.
 */
function imageOfSaved(path: string, passphrase: string | undefined): Uint8Array | undefined {
  const bytes = savedWorkspace(path);
  const opened = bytes && openedImage(openBytes(bytes, { path, passphrase }), path);
  return opened?.version === FORMAT_VERSION ? opened.image.bytes : undefined;
}

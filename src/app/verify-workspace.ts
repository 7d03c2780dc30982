/**
 * Whether a workspace file is as casemix wrote it and says what its loads say. Checks go from the bytes to their meaning; the first one that
 * fails is the answer, because what comes after it would speak of bytes that are not sound.
 */
import type { Text } from '../errors.ts';
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { brokenEntry } from '../store/change-log.ts';
import { rowsAt } from '../store/image/read-image.ts';
import { differingCell } from '../store/saved/differing-cell.ts';
import { fileHash } from '../store/saved/file-hash.ts';
import { stateByLog } from '../store/saved/log-replay.ts';
import { knownImage, type OpenedImage } from '../store/saved/opened-image.ts';
import { readSaved, savedIn, soundLoads } from '../store/saved/read-saved.ts';
import type { Saved } from '../store/saved/saved.ts';
import { detailsIn } from '../store/saved/sound-words.ts';
import { hashOfChanges, hashOfLoad } from '../store/saved/stored-load.ts';
import { quickCheck } from '../store/workspace.ts';
import { loadOfSaved } from './load-stays.ts';
import { bytesAt, openBytes, whole } from './saved-loads.ts';

export const workspaceChecks = ['schema', 'bytes', 'pages', 'log', 'loads', 'state', 'changes', 'tables'] as const;
export type WorkspaceCheck = (typeof workspaceChecks)[number];

/** `wrong` says what is the matter with the first check that failed; those behind it were not made. */
export type WorkspaceVerdict = {
  readonly file: string;
  readonly version: number;
  readonly passed: readonly WorkspaceCheck[];
  readonly wrong: { readonly check: WorkspaceCheck; readonly what: Text } | undefined;
  readonly loads: number;
  readonly entries: number;
  /** Rows of the tables; undefined where the file is not sound. */
  readonly held?: Held | undefined;
};

export type Held = Readonly<Record<'stays' | 'groupings' | 'payments', number>>;

/** @throws UserError FILE_NOT_FOUND, FILE_UNREADABLE where it is no workspace, PASSPHRASE_MISSING, PASSPHRASE_WRONG */
export async function verifyWorkspace(
  installation: Installation,
  path: string,
  { passphrase }: { readonly passphrase?: string | undefined } = {},
): Promise<WorkspaceVerdict> {
  const bytes = openBytes(bytesAt(path), { path, passphrase });
  const opened = openedOrWhy(bytes, path);
  if ('what' in opened) return { file: path, version: 0, passed: [], wrong: { check: 'schema', what: opened.what }, loads: 0, entries: 0 };
  const passed: WorkspaceCheck[] = [];
  let saved: Saved | undefined;
  const verdict = (wrong: WorkspaceVerdict['wrong']): WorkspaceVerdict => ({
    ...{ file: path, version: opened.version, passed, wrong },
    ...{ loads: saved?.loads.length ?? 0, entries: saved?.log.length ?? 0 },
  });
  for (const check of workspaceChecks) {
    try {
      const what = await found(check, { opened, path, installation, saved: () => (saved ??= savedOf(opened, path)) });
      if (what) return verdict({ check, what });
    } catch (error) {
      if (error instanceof UserError && error.code === 'WORKSPACE_DAMAGED') return verdict({ check, what: error.text });
      throw error;
    }
    passed.push(check);
  }
  return { ...verdict(undefined), held: heldIn(opened) };
}

function heldIn({ image, roots }: OpenedImage): Held {
  const rowsOf = (table: string): number => {
    let rows = 0;
    for (const _ of rowsAt(image, roots.get(table)!)) rows++;
    return rows;
  };
  return { stays: rowsOf('stay'), groupings: rowsOf('grouping'), payments: rowsOf('payment') };
}

type Asked = {
  readonly opened: OpenedImage;
  readonly path: string;
  readonly installation: Installation;
  saved(): Saved;
};

async function found(check: WorkspaceCheck, { opened, path, installation, saved }: Asked): Promise<Text | undefined> {
  const { image, roots, version } = opened;
  switch (check) {
    case 'schema':
      return undefined;
    case 'bytes': {
      const hash = fileHash(image.bytes, roots.get('workspace')!);
      if (version === 1) return undefined;
      return hash?.found === hash?.written && hash ? undefined : { zh: '文件的校验和不符', en: 'the hash of the file is not what it says' };
    }
    case 'pages': {
      const problem = await quickCheck(image.bytes);
      return problem === undefined ? undefined : { zh: `SQLite 报告：${problem}`, en: `SQLite says: ${problem}` };
    }
    case 'log': {
      const entry = brokenEntry(saved().log);
      return entry === undefined ? undefined : { zh: `变更日志第 ${entry} 条`, en: `entry ${entry} of the change log` };
    }
    case 'loads': {
      const load = saved().loads.find(own => hashOfLoad(own) !== own.sha256);
      if (load) return { zh: `第 ${load.load} 次载入的数据`, en: `the data of load ${load.load}` };
      soundLoads(saved(), path);
      return undefined;
    }
    case 'state':
      return stateByLog(saved());
    case 'changes':
      return wrongChanges(saved());
    case 'tables': {
      if (version === 1) return undefined;
      const rows = whole(saved());
      const { table: stays } = rows.table.count === 0 ? rows : loadOfSaved(installation, rows);
      return differingCell({ image, roots }, stays, path);
    }
  }
}

const savedOf = (opened: OpenedImage, path: string): Saved =>
  opened.version === 1 ? readSaved(opened.image.bytes, path) : savedIn(opened, path);

function openedOrWhy(bytes: Uint8Array, path: string): OpenedImage | { readonly what: Text } {
  try {
    return knownImage(bytes, path);
  } catch (error) {
    if (error instanceof UserError && error.code === 'WORKSPACE_DAMAGED') return { what: error.text };
    throw error;
  }
}

/** Lists of corrected fields, against the hashes in the log. */
function wrongChanges({ log, changes }: Saved): Text | undefined {
  const listOf = new Map(changes.map(({ entry, list }) => [entry, list]));
  for (const [i, { details }] of log.entries()) {
    const { changes_sha256: written } = detailsIn(details);
    if (written !== undefined && written !== hashOfChanges(listOf.get(i + 1) ?? [])) {
      return { zh: `变更日志第 ${i + 1} 条的更正明细`, en: `the corrected fields of entry ${i + 1} of the change log` };
    }
  }
  return undefined;
}

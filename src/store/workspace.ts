/** A workspace is a SQLite database in memory; saved, it is a SQLite file that says which format it has. */

import { UserError } from '../errors.ts';
import { type Database, openDatabase } from './sqlite.ts';
import { FORMAT, FORMAT_VERSION, tablesSql } from './tables.ts';
import { viewsSql } from './views.ts';

export type Workspace = { readonly database: Database };

export async function openWorkspace(): Promise<Workspace> {
  const database = await openDatabase();
  database.exec(tablesSql);
  database.exec(viewsSql);
  database.run('INSERT INTO workspace VALUES (?, ?), (?, ?)', ['format', FORMAT, 'version', String(FORMAT_VERSION)]);
  return { database };
}

/** The bytes of the saved workspace. */
export const exportWorkspace = ({ database }: Workspace): Uint8Array => database.export();

/** Opens saved bytes; `name` is the file a message speaks of. */
export async function importWorkspace(bytes: Uint8Array, name: string): Promise<Workspace> {
  const database = await openDatabase(bytes);
  const meta = metaOf(database);
  if (meta.get('format') === FORMAT && meta.get('version') === String(FORMAT_VERSION)) return { database };
  database.close();
  throw meta.get('format') === FORMAT ? wrongVersion(meta.get('version') ?? '?', name) : notAWorkspace(name);
}

export const closeWorkspace = ({ database }: Workspace): void => database.close();

/** Empty for any file that is no workspace, whatever SQLite says about it. */
function metaOf(database: Database): ReadonlyMap<string, string> {
  try {
    const [found] = database.exec('SELECT key, value FROM workspace');
    return new Map(found?.values.map(([key, value]) => [String(key), String(value)]));
  } catch {
    return new Map();
  }
}

const notAWorkspace = (at: string) =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: '不是 casemix 工作区文件', en: 'not a casemix workspace' },
    {
      at,
      hint: {
        zh: '工作区由 casemix load FILE --save W.casemix 写成；数据文件请直接载入。',
        en: 'A workspace is written by casemix load FILE --save W.casemix; load a data file directly.',
      },
    },
  );

const wrongVersion = (version: string, at: string) =>
  new UserError(
    'FILE_UNREADABLE',
    {
      zh: `工作区格式版本 ${version}，本程序读版本 ${FORMAT_VERSION}`,
      en: `workspace format version ${version}, this program reads version ${FORMAT_VERSION}`,
    },
    {
      at,
      hint: {
        zh: '请用写它的程序版本打开，或从原始文件重新载入。',
        en: 'Open it with the version of the program that wrote it, or load the original files again.',
      },
    },
  );

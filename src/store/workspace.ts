/** A workspace is a SQLite database in memory; saved, it is a SQLite file that says which format it has. */
import { openedImage } from './saved/opened-image.ts';
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

/**
 * Opens saved bytes; `name` is the file a message speaks of. SQLite is given them only when every object in them is one of ours.
 * @throws UserError FILE_UNREADABLE, WORKSPACE_DAMAGED
 */
export async function importWorkspace(bytes: Uint8Array, name: string): Promise<Workspace> {
  openedImage(bytes, name);
  const database = await openDatabase(bytes);
  database.run('PRAGMA trusted_schema = OFF');
  return { database };
}

export const closeWorkspace = ({ database }: Workspace): void => database.close();

/** What SQLite finds wrong with the pages, undefined for nothing. */
export async function quickCheck(bytes: Uint8Array): Promise<string | undefined> {
  const database = await openDatabase(bytes);
  try {
    database.run('PRAGMA trusted_schema = OFF');
    const said = String(database.exec('PRAGMA quick_check(1)')[0]?.values[0]?.[0]);
    return said === 'ok' ? undefined : said;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}

/** The bytes of a file as an image that is known to be a workspace as casemix wrote it: schema, version and hash are looked at, in this order. */
import { type Image, imageOf, isDatabase, Misfit, rowsAt, schemaOf } from '../image/read-image.ts';
import { FORMAT, FORMAT_VERSION } from '../tables.ts';
import { fileHash } from './file-hash.ts';
import { damaged, foreignObject, newerVersion, notAWorkspace, truncated } from './refusals.ts';
import { knownSchema } from './schema.ts';

export type OpenedImage = { readonly image: Image; readonly version: 1 | 2; readonly roots: ReadonlyMap<string, number> };

/** @throws UserError FILE_UNREADABLE, WORKSPACE_DAMAGED; `name` is the file a message speaks of. */
export function openedImage(bytes: Uint8Array, name: string): OpenedImage {
  const opened = knownImage(bytes, name);
  const hash = fileHash(bytes, opened.roots.get('workspace')!);
  if (hash && hash.written !== hash.found) throw damaged(name);
  return opened;
}

/** The same without the hash: for whoever looks for what is wrong. */
export function knownImage(bytes: Uint8Array, name: string): OpenedImage {
  if (!isDatabase(bytes)) throw notAWorkspace(name);
  const image = read(() => imageOf(bytes), truncated(name));
  const rows = read(() => schemaOf(image), damaged(name));
  const roots = new Map(rows.map(row => [row.name, row.root]));
  const known = knownSchema(rows);
  const meta = read(() => metaOf(image, roots.get('workspace')), damaged(name));
  if (meta.get('format') !== FORMAT) throw notAWorkspace(name);
  const version = String(meta.get('version'));
  if (Number(version) > FORMAT_VERSION) throw newerVersion(version, name);
  if ('foreign' in known) throw foreignObject(known.foreign, name);
  if (version !== String(known.version)) throw damaged(name);
  return { image, version: known.version, roots };
}

/** What does not fit the format is damage; everything else is a bug and keeps its stack. */
export function read<T>(act: () => T, otherwise: Error): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Misfit || error instanceof RangeError || error instanceof SyntaxError ? otherwise : error;
  }
}

/** Empty where there is no such table. */
const metaOf = (image: Image, root: number | undefined): ReadonlyMap<unknown, unknown> =>
  new Map(root === undefined ? [] : Array.from(rowsAt(image, root), ({ cells: [key, value] }) => [key, value] as const));

/**
 * Whether the objects of a file are exactly those that casemix makes. Foreign tables, views and triggers are told before SQLite ever sees
 * the file, so that nothing of it is carried out.
 */
import { createHash } from 'node:crypto';
import type { SchemaRow } from '../image/read-image.ts';
import { tablesSql } from '../tables.ts';
import { viewsSql } from '../views.ts';

/** Format 1 as its program wrote it: the hash of its objects. */
const FORMAT_1 = 'c893d4dca16299e27e142b17afbfc3880e77582797af198af505030a29f07ebd';

export type Known = { readonly version: 1 | 2 } | { readonly foreign: string };

/** The format whose objects these are, or the name of the first that belongs to none. */
export function knownSchema(rows: readonly SchemaRow[]): Known {
  const named = ofCurrent();
  const foreign = rows.find(row => named.get(row.name) !== textOf(row));
  if (!foreign && rows.length === named.size) return { version: 2 };
  if (hashOf(rows) === FORMAT_1) return { version: 1 };
  return { foreign: foreign?.name ?? [...named.keys()].find(name => !rows.some(row => row.name === name)) ?? '' };
}

const textOf = ({ type, sql }: SchemaRow): string => `${type} ${sql}`;

export const hashOf = (rows: readonly SchemaRow[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(row => [row.name, textOf(row)]).sort(([a], [b]) => (a! < b! ? -1 : 1))))
    .digest('hex');

/** SQLite keeps every statement as it was written, without its semicolon. */
function ofCurrent(): ReadonlyMap<string, string> {
  const statements = `${tablesSql}\n${viewsSql}`.split(/;\s*(?=CREATE |$)/).map(text => text.trim());
  return new Map(
    statements.flatMap(sql => {
      const made = /^CREATE (TABLE|VIEW|INDEX|TRIGGER) (\w+)/.exec(sql);
      return made ? [[made[2]!, `${made[1]!.toLowerCase()} ${sql}`] as const] : [];
    }),
  );
}

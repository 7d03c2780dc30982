/** Holds a document against a schema of data/schema, or against one of its definitions. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export function mistakes(document: unknown, schema: string, definition?: string): readonly string[] {
  const text = readFileSync(new URL(`../../data/schema/${schema}.schema.json`, import.meta.url), 'utf8');
  const { $id: _, ...whole } = JSON.parse(text);
  const wanted = definition ? { $schema: whole.$schema, $defs: whole.$defs, $ref: `#/$defs/${definition}` } : whole;
  const { error } = z.fromJSONSchema(wanted).safeParse(document);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

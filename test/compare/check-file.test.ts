import { expect, it } from 'vitest';
import { schemaOf } from '../../src/compare/check-file.ts';

it.each([
  ['# 比较\nschema: comparison/1\nid: a\n', 'comparison/1'],
  ['id: a\nschema: scenario/1\n', 'scenario/1'],
  ['id: a\n', ''],
  ['schema: 1\n', ''],
  ['schema: {a: b}\n', ''],
  ['- schema: comparison/1\n', ''],
])('reads the schema of %j', (text, schema) => expect(schemaOf(text, 'a.yaml')).toBe(schema));

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../src/errors.ts';
import { namesPerson } from '../../src/files/identifiers.ts';
import { readProfile } from '../../src/files/profile.ts';
import { profilesIn } from '../../src/files/shipped-profiles.ts';
import { readableColumns } from '../../src/stay/own-layout.ts';
import { mistakes } from '../report/conforms.ts';

const folder = 'data/profiles';
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

describe.each(files)('%s', name => {
  it('is as the schema of profiles says, and is called as its file', () => {
    expect(mistakes(parse(textOf(name)), 'profile')).toEqual([]);
    expect(readProfile(textOf(name), name).id).toBe(name.replace('.yaml', ''));
  });

  it('reads no column that names a person', () => {
    const { columns, lists } = readProfile(textOf(name), name);
    const names = [...Object.values(columns), ...Object.values(lists)].flatMap(source => source?.from ?? []);
    expect(names.filter(namesPerson)).toEqual([]);
  });
});

describe('the schema of profiles', () => {
  it('names every field that a layout may hold', () => {
    const { $defs } = JSON.parse(readFileSync('data/schema/profile.schema.json', 'utf8'));
    expect($defs.field.enum).toEqual(readableColumns);
  });

  it.each([
    ['a field that does not exist', { columns: { colour: { from: ['A'] } } }],
    ['a unit that does not exist', { columns: { total: { from: ['A'], unit: 'dollar' } } }],
    ['a column without names', { columns: { total: { from: [] } } }],
    ['a property that does not exist', { columns: {}, colour: 'red' }],
    ['a document that does not exist', { columns: {}, document: 'letter' }],
  ])('refuses %s, as reading does', (_, wrong) => {
    const written = { id: 'x', title: 'x', match: ['A'], source: 'assumption', ...wrong };
    expect(mistakes(written, 'profile').length).toBeGreaterThan(0);
    expect(() => readProfile(JSON.stringify(written), 'x.yaml')).toThrow(UserError);
  });
});

describe('a profile file that is none', () => {
  it.each([
    ['no YAML', '{id: x'],
    ['nothing', ''],
    ['a list', '- a'],
    // nine levels of nine would be 387 420 489 names
    [
      'an alias bomb',
      `a: &a [x]\n${'bcdefghij'
        .split('')
        .map((next, i) => `${next}: &${next} [${Array(9).fill(`*${'abcdefghij'[i]}`).join(', ')}]`)
        .join('\n')}`,
    ],
    ['a prototype', '{id: x, title: x, match: [A], source: assumption, columns: {}, __proto__: {polluted: 1}}'],
  ])('%s: a mistake of the person that names the file', (_, yaml) => {
    let caught: unknown;
    try {
      readProfile(yaml, 'mine.yaml');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(UserError);
    expect([(caught as UserError).code, (caught as UserError).at]).toEqual(['PARAMETER_INVALID', 'mine.yaml']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

it('a prototype among fields or words is no field and no word', () => {
  const { columns, dictionary } = readProfile(
    '{id: x, title: x, match: [A], source: assumption, columns: {__proto__: {from: [A]}}, dictionary: {sex: {__proto__: "1"}}}',
    'x.yaml',
  );
  expect([Object.entries(columns), (columns as { from?: unknown }).from, Object.entries(dictionary.sex ?? {})]).toEqual([
    [],
    undefined,
    [],
  ]);
});

it('profiles come in the order of their file names', () => {
  expect(profilesIn(folder).map(({ id }) => `${id}.yaml`)).toEqual([...files].sort());
});

import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBytes } from '../../src/app/saved-loads.ts';
import { viewsSql } from '../../src/store/views.ts';
import { patientStems, stemsIn } from './canaries.ts';
import { casemix, csv, extract, frontPage, itemLines, list4101, persons, type Row } from './papers.ts';
import { ran, type Said, workplace } from './running.ts';
import { inTexts, shown, takeOwnIds } from './searching.ts';

const numbers = persons.flatMap(({ settlement, insured, mobile }) => [settlement, insured, mobile]);
const views = [...viewsSql.matchAll(/CREATE VIEW (\w+)/g)].map(([, name]) => name!);
const { input, output } = workplace();
const own = input('own.csv', csv(casemix));
const page = input('page.csv', csv(frontPage));
const settled = input('setl.csv', csv(extract));
const items = input('items.csv', csv(itemLines));
const lists = input('lists.json', list4101);
const secret = input('secret', '很长的口令\n');
chmodSync(secret, 0o600);
const [w, sealed] = ['W.casemix', 'S.casemix'].map(name => join(output, name)) as [string, string];

/** Everything said by these commands, each under its own words. */
async function all(commands: readonly (readonly string[])[]): Promise<Readonly<Record<string, Said>>> {
  const said: Record<string, Said> = {};
  for (const words of commands) said[words.join(' ').replaceAll(output, '')] = await ran(words);
  return said;
}

const failed = (said: Readonly<Record<string, Said>>, may: readonly number[] = [0]): readonly string[] =>
  Object.entries(said)
    .filter(([, { status }]) => !may.includes(status))
    .map(([command, { status, err }]) => `${command}: ${status} ${err}`);

describe('of a workspace that was filled by several loads', () => {
  let filled: Readonly<Record<string, Said>>;
  beforeAll(async () => {
    const files = (n: number) => ['--mapping', '--rejects', join(output, `r${n}.csv`), '--findings', join(output, `f${n}.csv`)];
    filled = await all([
      ['load', own, '--save', w, ...files(1)],
      ['load', settled, items, '--into', w, ...files(2)],
      ['load', lists, '--into', w, ...files(3), '--lang', 'en'],
      ['load', page, '--into', w, ...files(4), '--format', 'json'],
    ]);
  });

  it('neither the file, the reports of the loads nor the files of their rows tell a person', () => {
    for (const n of [1, 2, 3, 4]) takeOwnIds(join(output, `r${n}.csv`));
    expect([failed(filled), shown(filled, output, numbers)]).toEqual([[], []]);
  });

  it('no view does', async () => {
    const said = await all(views.map(view => ['sql', w, `SELECT * FROM ${view}`, '--format', 'json']));
    const rows = Object.fromEntries(views.map((view, i) => [view, JSON.parse(Object.values(said)[i]!.out).length]));
    expect([failed(said), inTexts(said)]).toEqual([[], []]);
    // what was asked holds rows; identifiers are in no workspace that was not asked to keep them
    expect(Object.keys(rows).filter(view => rows[view] === 0)).toEqual(['v_identifier']);
  });

  it('no other way of looking at it does', async () => {
    const said = await all([
      ['workspace', 'show', w],
      ['workspace', 'log', w],
      ['workspace', 'log', w, '--format', 'json'],
      ['verify', w, '--format', 'json', '--lang', 'en'],
      ['load', w, '--mapping'],
      ['explain', w, '--stay', 'S0000001'],
      ['view', 'stays', '--data', w, '--format', 'csv'],
    ]);
    expect([failed(said), inTexts(said)]).toEqual([[], []]);
  });

  it('what is refused tells none either', async () => {
    const said = await all([
      ['workspace', 'undo', w, '--load', '99'],
      ['sql', w, 'SELECT * FROM nobody'],
      ['sql', w, 'DELETE FROM stay'],
      ['explain', w, '--stay', 'S9999999'],
      ['load', settled, '--map', 'total=没有'],
    ]);
    expect([Object.values(said).filter(({ status }) => status === 0 || status === 70), inTexts(said)]).toEqual([[], []]);
  });

  it('an encrypted one does not tell under its passphrase', async () => {
    const word = ['--passphrase-file', secret];
    const said = await all([
      ['load', own, '--save', sealed, '--encrypt', ...word],
      ['load', settled, items, '--into', sealed, ...word],
      ['workspace', 'show', sealed, ...word],
    ]);
    const inside = openBytes(new Uint8Array(readFileSync(sealed)), { path: sealed, passphrase: '很长的口令' });
    expect([failed(said), inTexts(said), stemsIn(inside, undefined, numbers)]).toEqual([[], [], []]);
    expect(Buffer.from(inside).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});

/** The cells of the first column, and the text without them. */
const split = (text: string) => {
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  return { ids: lines.slice(1).map(line => line.split(',', 1)[0]!), rest: lines.map(line => line.slice(line.indexOf(','))).join('\n') };
};

describe('group and settle give back the id column they were given and nothing else', () => {
  const cases: readonly (readonly [string, string, readonly Row[], string])[] = [
    ['own', own, casemix, 'stay_id'],
    ['front page', page, frontPage, 'A48'],
    ['extract', settled, extract, 'setl_id'],
  ];
  const orders: readonly (readonly string[])[] = [['group'], ['settle', '--policy', 'data/policies/wuhan-2024-illustrative.yaml']];
  it.each(cases)('%s', async (_, path, table, id) => {
    const ids = table.slice(0, 2).map(row => row[id]!);
    for (const [command, ...rest] of orders) {
      const said = await ran([command!, path, ...rest]);
      const { ids: given, rest: others } = split(said.out);
      expect([said.status, given.map(text => ids.some(known => text.startsWith(known)))]).toEqual([0, [true, true]]);
      expect(inTexts({ [command!]: { out: others, err: said.err } })).toEqual([]);
      for (const format of ['json', 'ndjson']) {
        const { status, out, err } = await ran([command!, path, ...rest, '--format', format]);
        expect([status, inTexts({ [format]: { out: out.replace(/"id":\s*"[^"]*"/g, ''), err } })]).toEqual([0, []]);
      }
    }
  });
});

it('comparisons and screens of a file tell no person', async () => {
  const comparison = 'scenarios/compare-2025.yaml';
  const said = await all([
    ['compare', comparison, '--data', settled, '--format', 'json'],
    ...['md', 'csv', 'json'].map(format => ['view', 'stays', '--data', own, '--format', format]),
    ['view', 'data', '--data', lists, '--lang', 'en'],
    ['profile', 'try', page],
  ]);
  expect([failed(said, [0, 4]), inTexts(said)]).toEqual([[], []]);
});

describe('with --keep-staff-names', () => {
  it('the doctors of the stays are kept, and nobody else', async () => {
    const saved = join(output, 'staff.casemix');
    const said = await all([
      ['load', page, '--save', saved, '--keep-staff-names', '--rejects', join(output, 'rs.csv'), '--findings', join(output, 'fs.csv')],
      ['view', 'stays', '--data', page, '--keep-staff-names', '--format', 'csv'],
      ['sql', saved, 'SELECT doctor FROM v_stay ORDER BY stay_id', '--format', 'json'],
    ]);
    expect(JSON.parse(Object.values(said)[2]!.out)).toEqual(persons.slice(0, 2).map(({ doctor }) => ({ doctor })));
    takeOwnIds(join(output, 'rs.csv'));
    const kept = ['rs.csv', 'fs.csv', 'staff.casemix'].flatMap(name =>
      stemsIn(new Uint8Array(readFileSync(join(output, name))), [...patientStems, '护士', 'ORIOLE'], numbers),
    );
    expect([failed(said), inTexts(said, [...patientStems, '护士', 'ORIOLE']), kept]).toEqual([[], [], []]);
  });
});

it('and what is searched would be found', () => {
  expect(inTexts({ own: { out: csv(casemix), err: '' } })).toHaveLength(4);
});

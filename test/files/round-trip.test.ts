/**
 * The synthetic hospital written in every layout and read back through the whole road of a load: equal in every field the layout is said to
 * hold, unequal in every other, and the same groups wherever there are diagnoses.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupColumns } from '../../grouper/index.ts';
import { openCatalogue } from '../../src/app/catalogue.ts';
import { type HospitalOrder, type HospitalTruth, makeHospital } from '../../src/app/make-hospital.ts';
import type { WrittenEncoding } from '../../src/files/encoded.ts';
import { openSheets } from '../../src/files/formats/open-sheets.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { type Load, readStays } from '../../src/files/read-stays.ts';
import { rowOfStay, wordAt } from '../../src/stay/stay-table.ts';
import { type HeldColumn, holds, loses } from '../../src/synth/layouts/holds.ts';
import { type LayoutName, layoutFiles, layoutNames } from '../../src/synth/layouts/layout.ts';
import { type Fields, fieldsOf } from './fields-of.ts';
import { profiles } from './loading.ts';

const STAYS = 400;
const installation = findInstallation(process.cwd());
const order: Omit<HospitalOrder, 'folder'> = {
  ...{ stays: STAYS, seed: 23, year: 2025, layouts: layoutNames, encoding: 'utf-8', messySettlements: false, force: false },
};
const written = async (given: Partial<HospitalOrder>): Promise<{ readonly folder: string; readonly truth: HospitalTruth }> => {
  const folder = mkdtempSync(join(tmpdir(), 'casemix-round-trip-'));
  return { folder, truth: await makeHospital(installation, { ...order, folder, ...given }) };
};
const folders: Readonly<Record<WrittenEncoding, string>> = {
  'utf-8': (await written({})).folder,
  gb18030: (await written({ encoding: 'gb18030' })).folder,
};
const read = async (paths: readonly string[]): Promise<Load> =>
  readStays(await openSheets(paths), { profiles, keys: true, keyOf: number => number });
const fieldsIn = ({ table }: Load): Fields => fieldsOf(table);
const pathsOf = (layouts: readonly LayoutName[], encoding: WrittenEncoding): readonly string[] =>
  layouts.map(layout => join(folders[encoding], layoutFiles[layout]));

const clean = await read(pathsOf(['casemix'], 'utf-8'));
const truth = fieldsIn(clean);
const catalogue = openCatalogue(installation, 'chs-drg-2.0');
const groupsOf = ({ table }: Load): readonly (string | undefined)[] =>
  Array.from(groupColumns(catalogue, table).group, group => catalogue.groups[group]?.drg);

/** The first stay of which a column says something else than the clean file. */
function differences(column: HeldColumn, cells: readonly unknown[] | undefined): string | undefined {
  const wanted = truth[column]!;
  if (cells === undefined) return `${column} is not there`;
  const row = wanted.findIndex((cell, i) => !Object.is(cell, cells[i]));
  return row < 0 ? undefined : `${column} of row ${row}: ${String(cells[row])}, not ${String(wanted[row])}`;
}

function expectHeld(load: Load, layouts: readonly LayoutName[]): void {
  const fields = fieldsIn(load);
  expect(load.table.files.map(({ read, loaded, refused }) => [read, loaded, refused])).toEqual(layouts.map(() => [STAYS, STAYS, 0]));
  expect(load.table.count).toBe(STAYS);
  // one stay was written without any diagnosis; nothing else is to be found
  expect(load.findings.counts).toEqual(holds(layouts).includes('dx') ? { principal_missing: 1 } : {});
  expect(holds(layouts).flatMap(column => differences(column, fields[column]) ?? [])).toEqual([]);
  // the table of what is lost must not be modest either
  const kept = loses(layouts).filter(column => JSON.stringify(fields[column]) === JSON.stringify(truth[column]));
  expect(kept).toEqual([]);
  if (holds(layouts).includes('dx') && holds(layouts).includes('sex')) expect(groupsOf(load)).toEqual(groupsOf(clean));
}

describe('written and read back, a layout holds what it is said to hold', () => {
  const asText: readonly (readonly [LayoutName, WrittenEncoding, string])[] = [
    ['casemix', 'utf-8', 'casemix'],
    ['casemix', 'gb18030', 'casemix'],
    ['hqms', 'utf-8', 'hqms'],
    ['hqms', 'gb18030', 'hqms'],
    ['opendrg', 'utf-8', 'opendrg-web'],
    ['opendrg', 'gb18030', 'opendrg-web'],
    ['setl', 'utf-8', 'setl-extract'],
    ['setl', 'gb18030', 'setl-extract'],
  ];
  it.each(asText)('%s in %s', async (layout, encoding, profile) => {
    const load = await read(pathsOf([layout], encoding));
    expect(load.table.files.map(file => [file.profile, file.encoding.toLowerCase()])).toEqual([[profile, encoding]]);
    expectHeld(load, [layout]);
  });

  const asJson: readonly (readonly [LayoutName, string])[] = [
    ['4101', 'list-4101'],
    ['4101a', 'list-4101a'],
  ];
  it.each(asJson)('%s', async (layout, profile) => {
    const load = await read(pathsOf([layout], 'utf-8'));
    expect(load.table.files.map(file => [file.profile, file.reading?.format])).toEqual([[profile, 'json']]);
    expectHeld(load, [layout]);
  });

  it.each([
    ['whole messages', (lines: readonly string[]) => lines.map(line => `{"infno": "4101", "input": ${line}}`).join('\n')],
    ['one array', (lines: readonly string[]) => `[${lines.join(',\n')}]`],
  ])('4101 as %s', async (name, wrapped) => {
    const lines = readFileSync(pathsOf(['4101'], 'utf-8')[0]!, 'utf8')
      .trimEnd()
      .split('\n');
    const path = join(folders['utf-8'], `${name}.json`);
    writeFileSync(path, wrapped(lines));
    expectHeld(await read([path]), ['4101']);
  });
});

describe('papers of one stay in two files', () => {
  it.each([
    ['4101a', 'setl'],
    ['4101', 'setl'],
  ] as const)('%s and %s together hold what either holds', async (list, extract) => {
    expectHeld(await read(pathsOf([list, extract], 'utf-8')), [list, extract]);
    expectHeld(await read(pathsOf([list, extract], 'gb18030')), [list, extract]);
  });

  it('4101A with the extract lacks nothing that 4101 with the extract has, but the charge categories', () => {
    const short = holds(['4101a', 'setl']);
    expect(holds(['4101', 'setl']).filter(column => !short.includes(column))).toEqual([
      ...['bed', 'consultation', 'examination', 'laboratory', 'treatment', 'surgery', 'nursing', 'materials'],
      ...['western_drug', 'herbal_slices', 'patent_drug', 'general_service', 'registration', 'other_charge'],
    ]);
  });
});

describe('a messy extract', () => {
  it('is netted to the stays and the money its truth tells, and joins the lists', async () => {
    const { folder, truth: known } = await written({ stays: 500, layouts: ['setl', '4101a', 'casemix'], messySettlements: true });
    const left = known.settlements!;
    const whole = fieldsIn(await read([join(folder, layoutFiles.casemix)]));
    const load = await read([join(folder, layoutFiles.setl)]);
    const sum = (cells: readonly unknown[] | undefined) => (cells as readonly number[]).reduce((total, fen) => total + fen, 0);
    const { total, fund, account, cash, hospital_part } = load.table.money;
    expect(load.table.count).toBe(left.stays);
    expect([total, fund, hospital_part].map(column => sum([...column!]))).toEqual([left.cost, left.fund, left.hospital_part].map(fenOf));
    expect(sum([...account!]) + sum([...cash!])).toBe(fenOf(left.patient));
    expect(load.table.files.map(({ read }) => read)).toEqual([left.rows]);
    const count = (kind: string) => left.planted.find(planted => planted.kind === kind)!.count;
    expect(load.findings.counts).toEqual({
      duplicate_same: count('duplicate_line'),
      refund_netted: count('refunded') + count('settled_again'),
      settlements_joined: count('interim_bills') + count('cross_year_bills'),
    });
    const joined = await read([join(folder, layoutFiles['4101a']), join(folder, layoutFiles.setl)]);
    // every list knows its stay by the number of the bill that was the last one
    const lists = readFileSync(join(folder, layoutFiles['4101a']), 'utf8').trimEnd().split('\n');
    const rowOf = new Map(lists.map((line, row) => [(JSON.parse(line) as { setlinfo: { setl_id: string } }).setlinfo.setl_id, row]));
    const gone = new Set(left.planted.find(({ kind }) => kind === 'refunded')!.stays.map(id => rowOfStay(id, 500)!));
    const fields = fieldsIn(joined);
    const columns = ['dx', 'px', 'admitted', 'discharged', 'days', 'department', 'total', 'fund', 'in_scope', 'cash'] as const;
    const said = (of: Fields, row: number) => columns.map(column => of[column]![row]).join(' ');
    const found = Array.from({ length: joined.table.count }, (_, at) => at).filter(at => !Number.isNaN(joined.table.money.total![at]));
    const rows = found.map(at => rowOf.get(wordAt(joined.table.settlementKey, at))!);
    expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, row) => row).filter(row => !gone.has(row)));
    expect(found.map(at => said(fields, at))).toEqual(rows.map(row => said(whole, row)));
  });
});

const fenOf = (yuan: string): number => Number(yuan.replace('.', ''));

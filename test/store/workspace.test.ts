import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewColumns } from '../../src/store/view-columns.ts';
import { closeWorkspace, exportWorkspace, importWorkspace, openWorkspace, type Workspace } from '../../src/store/workspace.ts';
import { workspaceBytes } from '../../src/store/workspace-bytes.ts';
import { fullStays, sampleFilling } from './sample-load.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await importWorkspace(await workspaceBytes(sampleFilling), 'w');
});
afterAll(() => closeWorkspace(workspace));

const rows = (sql: string) => workspace.database.exec(sql)[0]?.values ?? [];

describe('a filled workspace', () => {
  it('has a stay a row, with NULL for what the file did not say', () => {
    expect(rows('SELECT stay_id, department, sex, age, age_days, birth_weight_g, admitted, discharged, month, days FROM v_stay')).toEqual([
      ['S0000001', '骨科', 1, 78, null, null, '2025-01-19', '2025-01-31', '2025-01', 12],
      ['S0000002', '儿科', 2, 0, 12, 2_500, '2025-01-25', '2025-02-01', '2025-02', 7],
      ['S0000003', null, null, null, null, null, null, null, null, null],
    ]);
  });

  // patient 2 000 + 10 000 yuan; other funds 310 yuan; a stay without account and cash has no patient part
  it('has money as whole fen, and nothing where nothing is known', () => {
    expect(rows('SELECT total_fen, bed_fen, fund_fen, patient_fen, other_fen, deductible_fen FROM v_stay')).toEqual([
      [5_231_000, 31_000, 4_000_000, 1_200_000, 31_000, null],
      [300_000, 0, 200_000, 100_000, 0, null],
      [100_001, null, null, null, null, null],
    ]);
    expect(rows('SELECT stay, settled, total_fen, fund_fen, patient_fen, other_fen FROM settlement')).toEqual([
      [1, null, 5_231_000, 4_000_000, 1_200_000, 31_000],
      [2, null, 300_000, 200_000, 100_000, 0],
      [3, null, 100_001, null, null, null],
    ]);
  });

  it('keeps the other facts of a stay and where it came from', () => {
    expect(rows('SELECT principal_dx, main_px, day_surgery, icu_hours, refunded, source_file, source_row FROM v_stay')).toEqual([
      ['S72.000', '81.5100', 0, 12.5, null, 'stays.csv', 2],
      ['P07.300', null, 1, 0, null, 'stays.csv', 3],
      ['S72.000', null, null, null, null, 'stays.csv', 5],
    ]);
  });

  it('has every diagnosis and procedure in its position', () => {
    expect([rows('SELECT * FROM v_diagnosis'), rows('SELECT * FROM v_procedure')]).toEqual([
      [
        ['S0000001', 1, 'S72.000'],
        ['S0000001', 2, 'I50.900'],
        ['S0000002', 1, 'P07.300'],
        ['S0000003', 1, 'S72.000'],
      ],
      [['S0000001', 1, '81.5100']],
    ]);
  });

  it('has every payment with its group, price and scenario', () => {
    const columns =
      'run, scenario, stay_id, drg, severity, band, reason, weight, cost_fen, standard_fen, payment_fen, fund_fen, patient_fen, margin_fen';
    expect(rows(`SELECT ${columns} FROM v_stay_payment ORDER BY run, stay_id`)).toEqual([
      [1, 'ffs', 'S0000001', null, null, 'ffs', '', null, 5_231_000, 0, 5_231_000, 4_000_000, 1_200_000, 0],
      [1, 'ffs', 'S0000002', null, null, 'ffs', '', null, 300_000, 0, 300_000, 200_000, 100_000, 0],
      [1, 'ffs', 'S0000003', null, null, 'ffs', '', null, 100_001, 0, 100_001, null, null, 0],
      [2, 'drg20', 'S0000001', 'IC29', 'mcc', 'normal', '', 3.7362, 5_231_000, 3_821_385, 3_821_385, 2_590_385, 1_200_000, -1_409_615],
      [2, 'drg20', 'S0000002', 'IC29', 'none', 'out', '', null, 0, 0, 0, 0, 0, 0],
      [2, 'drg20', 'S0000003', '0000', 'none', 'unpriced', 'ungrouped', null, 100_001, 0, 100_001, null, null, 0],
    ]);
  });

  it('groups a stay once per catalogue', () => {
    expect(rows('SELECT stay_id, catalogue, mdc, adrg, drg, drg_name, status, severity FROM v_grouping')).toEqual([
      ['S0000001', 'chs-drg-2.0', 'MDCI', 'IC2', 'IC29', '关节置换术', 'grouped', 'mcc'],
      ['S0000002', 'chs-drg-2.0', 'MDCI', 'IC2', 'IC29', '关节置换术', 'grouped', 'none'],
      ['S0000003', 'chs-drg-2.0', '0000', '00', '0000', '未入组', 'ungrouped', 'none'],
    ]);
  });

  // stay 2 has item lines, one of them of no known category; stay 1 has sums of categories only
  it('has charges by category, or the item lines of a stay that has them', async () => {
    const { database } = await importWorkspace(await workspaceBytes({ ...sampleFilling, stays: fullStays }), 'w');
    expect(database.exec('SELECT * FROM v_charge ORDER BY stay_id, category DESC')[0]?.values).toEqual([
      ['S0000001', '骨科', '2025-01-31', 'surgery', null, null, null, null, 5_200_000, null, null],
      ['S0000001', '骨科', '2025-01-31', 'bed', null, null, null, null, 31_000, null, null],
      ['S0000002', '儿科', '2025-02-01', 'surgery', '81.5100', '置换', 2, 150_000, 300_000, '2025-01-31', 0.1],
      ['S0000002', '儿科', '2025-02-01', null, null, null, null, null, -5_000, null, null],
    ]);
    database.close();
  });

  it('has what the insurer said, the visit, and the settlements behind a stay', async () => {
    const { database } = await importWorkspace(await workspaceBytes({ ...sampleFilling, stays: fullStays }), 'w');
    const of = (sql: string) => database.exec(sql)[0]?.values;
    expect([
      of('SELECT visit_id, insurer_drg, insurer_weight, insurer_payment_fen FROM v_stay'),
      of('SELECT * FROM v_settlement'),
      of('SELECT * FROM v_file'),
      of('SELECT * FROM v_identifier'),
    ]).toEqual([
      [
        ['v1', 'IC29', '3.70', 3_800_000],
        ['v2', null, null, null],
        [null, null, null, null],
      ],
      [
        ['S0000001', 'k1', '2025-01-31', 0, 5_231_000, 4_000_000, 1_200_000, 31_000, 'stays.csv', 2],
        [null, 'k9', null, 1, -100, null, null, null, 'stays.csv', 7],
      ],
      [['stays.csv', 'f'.repeat(64), 'utf-8', 'own', 'text', 'settlement', 0.75, 'official', 4, 3, 1]],
      [
        ['S0000001', 'stay', 'B1'],
        ['S0000002', 'stay', 'B2'],
        ['S0000002', 'name', '测试'],
      ],
    ]);
    database.close();
  });

  it('has no identifiers unless the load has them', () => {
    expect(rows('SELECT * FROM v_identifier')).toEqual([]);
  });

  it('adds up by month of discharge', () => {
    expect(rows('SELECT * FROM v_month ORDER BY month')).toEqual([
      [null, 1, null, 100_001, null, null, null],
      ['2025-01', 1, 12, 5_231_000, 4_000_000, 1_200_000, 31_000],
      ['2025-02', 1, 7, 300_000, 200_000, 100_000, 0],
    ]);
  });

  it('has the files and the findings', () => {
    expect([rows('SELECT * FROM source_file'), rows('SELECT * FROM v_finding'), rows('SELECT * FROM finding_count')]).toEqual([
      [[1, 'stays.csv', 'f'.repeat(64), 'utf-8', 'own', null, null, null, null, 4, 3, 1]],
      [['stays.csv', 4, 'age', '-3', 'age_invalid', 'validity', 'error', 'refused']],
      [['age_invalid', 1]],
    ]);
  });
});

it('every column of every view is documented, and nothing else is', () => {
  const views = rows("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name").map(String);
  const columns = views.flatMap(view => rows(`SELECT name FROM pragma_table_info('${view}')`).map(name => `${view}.${name}`));
  const documented = viewColumns.map(({ view, column }) => `${view}.${column}`);
  expect([...documented].sort()).toEqual([...columns].sort());
  expect(viewColumns.filter(({ zh, en }) => zh === '' || en === '')).toEqual([]);
});

it('every money column ends in _fen and is said to be in fen', () => {
  expect(viewColumns.filter(({ column, unit }) => column.endsWith('_fen') !== (unit === 'fen'))).toEqual([]);
});

describe('a saved workspace', () => {
  it('opens again with the same rows', async () => {
    const again = await importWorkspace(exportWorkspace(workspace), 'w.casemix');
    const sql = 'SELECT count(*), sum(total_fen) FROM v_stay';
    expect(again.database.exec(sql)).toEqual(workspace.database.exec(sql));
    closeWorkspace(again);
  });

  it.each([
    ['bytes of something else', new TextEncoder().encode('stay_id,total\r\n'), '不是 casemix 工作区文件'],
    ['nothing', new Uint8Array(), '不是 casemix 工作区文件'],
  ])('%s is not a workspace', async (_, bytes, zh) => {
    await expect(importWorkspace(bytes, 'x.casemix')).rejects.toMatchObject({ code: 'FILE_UNREADABLE', at: 'x.casemix', text: { zh } });
  });

  it.each([1_000, 4_096, 4_097])('its first %i bytes are a damaged one', async length => {
    const bytes = exportWorkspace(workspace);
    await expect(importWorkspace(bytes.slice(0, length), 'x.casemix')).rejects.toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  });

  it('of another version says which', async () => {
    const newer = await openWorkspace();
    newer.database.run("UPDATE workspace SET value = '3' WHERE key = 'version'");
    await expect(importWorkspace(exportWorkspace(newer), 'new.casemix')).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: 'new.casemix: workspace format version 3, this program reads up to version 2',
    });
  });
});

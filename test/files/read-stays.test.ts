import { describe, expect, it } from 'vitest';
import { readStays } from '../../src/files/read-stays.ts';
import { stayId } from '../../src/stay/stay-table.ts';
import { caseRow, cases, codesOf, fileOf, load, moneyOf, profiles, wordsOf } from './loading.ts';

describe('the layout of grouping cases', () => {
  const text = cases('C1,1,52,,,03,3,3,H40.202|O08.000x004,12.87', 'C2,2,0,9,2300,04,12,1,P07.100,') + 'C3,,,,,,,,,\n';

  it('becomes columns', () => {
    const { table, findings, callerIds, dropped } = load(text);
    expect({ ...table, files: [] }).toEqual({
      count: 3,
      words: {
        department: { codes: Uint32Array.of(1, 2, 0), words: ['', '03', '04'] },
        discharge_way: { codes: Uint32Array.of(1, 2, 0), words: ['', '3', '1'] },
      },
      sex: Uint8Array.of(1, 2, 0),
      age: Int16Array.of(52, 0, -1),
      ageDays: Int16Array.of(-1, 9, -1),
      birthWeight: Int32Array.of(-1, 2300, -1),
      dx: { offsets: Uint32Array.of(0, 2, 3, 3), codes: Uint32Array.of(1, 2, 3), words: ['', 'H40.202', 'O08.000x004', 'P07.100'] },
      px: { offsets: Uint32Array.of(0, 1, 1, 1), codes: Uint32Array.of(1), words: ['', '12.87'] },
      days: Int32Array.of(3, 12, -1),
      money: {},
      files: [],
      sourceFile: Uint16Array.of(0, 0, 0),
      sourceRow: Uint32Array.of(2, 3, 4),
    });
    expect(findings.counts).toEqual({ principal_missing: 1 });
    expect([callerIds.header, callerIds.text(0), callerIds.text(2), stayId(2), dropped]).toEqual(['id', 'C1', 'C3', 'S0000003', []]);
  });

  it('says what was read', () => {
    const file = fileOf(text);
    // in the order of the profile; the header names all ten of its columns and no other
    const columns = [
      { field: 'stay_id', from: ['id'] },
      { field: 'sex', from: ['sex'] },
      { field: 'age', from: ['age_years'] },
      { field: 'age_days', from: ['age_days'] },
      { field: 'birth_weight_g', from: ['weight_g'] },
      { field: 'department', from: ['dept'] },
      { field: 'days', from: ['los_days'] },
      { field: 'discharge_way', from: ['discharge_way'] },
      { field: 'dx', from: ['dx'] },
      { field: 'px', from: ['px'] },
    ];
    const understood = { format: 'text', document: 'stay', score: 1, basis: 'official', headerRow: 1, separator: ',' };
    const reading = { ...understood, columns, dropped: [], unused: [], known: [] };
    expect(load(text).table.files).toEqual([
      { name: 'stays.csv', sha256: file.sha256, encoding: 'utf-8', profile: 'cases', read: 3, loaded: 3, refused: 0, reading },
    ]);
  });

  it.each(['1', '男', 'M', 'male', 'Male', '1.0', '１', '男性'])('sex %s is a man', sex => {
    expect(load(cases(caseRow({ sex }))).table.sex).toEqual(Uint8Array.of(1));
  });
  it.each(['2', '女', 'F', 'female'])('sex %s is a woman', sex => {
    expect(load(cases(caseRow({ sex }))).table.sex).toEqual(Uint8Array.of(2));
  });

  it('keeps the principal place: no other diagnosis moves up into it', () => {
    const { table } = load(cases(caseRow({ id: 'A1', dx: '|I10.x00||E11.900|' }), caseRow({ id: 'A2', dx: '--', px: '-|45.2300' })));
    expect([codesOf(table, 'dx', 0), codesOf(table, 'dx', 1), codesOf(table, 'px', 1)]).toEqual([
      ['', 'I10.x00', 'E11.900'],
      [],
      ['', '45.2300'],
    ]);
  });

  it('writes codes as the catalogues do', () => {
    const { table } = load(cases(caseRow({ dx: 'i10.x00| E11.900 |Ｅ１１．９００|E14.300x014+H36.0*|Ａ01' })));
    expect(codesOf(table, 'dx', 0)).toEqual(['I10.x00', 'E11.900', 'E11.900', 'E14.300x014+H36.0*', 'A01']);
  });

  it('reads header names in any case, width and order, and leaves out columns it does not know', () => {
    const text = 'expected_drg,DX, Sex ,ＩＤ,age_years\nAA19,I10,2,X1,40\n';
    const { table, callerIds } = load(text);
    expect([table.count, codesOf(table, 'dx', 0), table.sex[0], table.age[0], callerIds.text(0)]).toEqual([1, ['I10'], 2, 40, 'X1']);
  });
});

describe('the OpenDRG web layout', () => {
  const header = '病案号,性别,年龄,新生儿年龄天,新生儿出生体重,出院科室,医生,住院天数,离院方式,医保类型,总费用,诊断编码,手术操作编码';
  const text = `${header}\r\n10001,男,70,,,骨科,王大夫,12,医嘱离院,城镇职工基本医疗保险,"￥45,678.90","S72.000；I10.x00、E11.900",79.3500|81.5100\r\n10001,女,33,,,产科,李大夫,3,2,居民,6000,"O80.000,Z37.000",\r\n10002,1,8,,,骨科,王大夫,2,5,全自费,3000.5,S52.500,\r\n`;

  it.each(['utf-8', 'gb18030', 'utf16le'])('becomes columns from %s', encoding => {
    const bytes = fileOf(encoding === 'utf16le' ? `\ufeff${text}` : text, 'x', encoding).bytes;
    const { table, findings } = load(bytes, { keyOf: number => `key of ${number}` });
    expect({
      words: (['department', 'doctor', 'discharge_way', 'insurance'] as const).map(field => wordsOf(table, field)),
      sex: table.sex,
      age: table.age,
      days: table.days,
      total: moneyOf(table, 'total'),
      dx: [0, 1, 2].map(row => codesOf(table, 'dx', row)),
      px: [0, 1, 2].map(row => codesOf(table, 'px', row)),
      patients: [...table.patientKey!.codes].map(code => table.patientKey!.words[code]),
      findings: findings.counts,
    }).toEqual({
      words: [
        ['骨科', '产科', '骨科'],
        ['D001', 'D002', 'D001'],
        ['1', '2', '5'],
        ['310', '390', '全自费'],
      ],
      sex: Uint8Array.of(1, 2, 1),
      age: Int16Array.of(70, 33, 8),
      days: Int32Array.of(12, 3, 2),
      total: [4_567_890, 600_000, 300_050],
      dx: [['S72.000', 'I10.x00', 'E11.900'], ['O80.000', 'Z37.000'], ['S52.500']],
      px: [['79.3500', '81.5100'], [], []],
      patients: ['key of 10001', 'key of 10001', 'key of 10002'],
      findings: {},
    });
  });

  it('lets a patient come twice, and refuses the same row twice', () => {
    const { table, findings } = load(`${text}10002,1,8,,,骨科,王大夫,2,5,全自费,3000.5,S52.500,\r\n`);
    expect([table.count, findings.counts]).toEqual([3, { duplicate_same: 1 }]);
  });

  it('keeps the names of staff only when asked to', () => {
    expect(wordsOf(load(text, { keepStaffNames: true }).table, 'doctor')).toEqual(['王大夫', '李大夫', '王大夫']);
  });

  it('shows where it was decoded by itself', () => {
    expect(load(fileOf(text, 'x', 'gb18030').bytes).table.files[0]!.encoding).toBe('gb18030');
  });
});

describe("casemix's own layout", () => {
  const header =
    'stay_id,sex,age,admitted,discharged,days,dx,px,total,fund,account,cash,own_pay,over_limit,pre_selfpay,in_scope,refunded,icu_hours,day_surgery';

  it('reads dates, hours, flags and money', () => {
    const { table, findings } = load(
      `${header}\n1,1,60,2025-01-30,2025-02-03,,I10,,100.00,60,15.5,24.50,10,0,5,85,0,12.5,是\n2,2,50,20250301,2025/3/1,,I10,,100.00,60,15.5,24.50,,,,,0,,\n`,
    );
    expect({
      // 30 January to 3 February: 4 days; a stay of one day counts 1
      days: table.days,
      admitted: table.admitted,
      total: moneyOf(table, 'total'),
      refunded: table.refunded,
      icu: table.icuHours,
      daySurgery: table.daySurgery,
      counts: findings.counts,
    }).toEqual({
      days: Int32Array.of(4, 1),
      admitted: Int32Array.of(20_118, 20_148),
      total: [10_000, 10_000],
      refunded: Uint8Array.of(0, 0),
      icu: Float64Array.of(12.5, Number.NaN),
      daySurgery: Uint8Array.of(1, 2),
      counts: {},
    });
  });

  it('counts a stay of one day as the setting says', () => {
    const text = 'stay_id,dx,admitted,discharged\n1,I10,20250301,20250301\n';
    expect([load(text).table.days[0], load(text, { sameDay: 0 }).table.days[0]]).toEqual([1, 0]);
  });
});

describe('several files', () => {
  it('become one load, each with its own layout and encoding', () => {
    const first = fileOf(cases(caseRow({ id: 'A1' }), caseRow({ id: 'A2', dept: '内科' })), 'a.csv');
    const second = fileOf('stay_id,dx,department,total\nB1,J18,内科,12.00\nA1,J18,外科,1\nB2,J18,外科,x\n', 'b.csv', 'gb18030');
    const seen: number[] = [];
    const shares: number[] = [];
    const { table, findings, callerIds } = readStays([first, second], {
      profiles,
      onProgress: (rows, share) => {
        seen.push(rows);
        shares.push(share);
      },
    });
    expect({
      files: table.files.map(({ name, encoding, profile, read, loaded, refused }) => [name, encoding, profile, read, loaded, refused]),
      sourceFile: table.sourceFile,
      sourceRow: table.sourceRow,
      department: wordsOf(table, 'department'),
      sex: table.sex,
      total: moneyOf(table, 'total'),
      ids: [0, 1, 2].map(callerIds.text),
      findings: findings.list.map(({ file, row, rule }) => [file, row, rule]),
      seen: seen.at(-1),
      shares: [...new Set(shares)],
    }).toEqual({
      files: [
        ['a.csv', 'utf-8', 'cases', 2, 2, 0],
        ['b.csv', 'gb18030', 'casemix', 3, 1, 2],
      ],
      sourceFile: Uint16Array.of(0, 0, 1),
      sourceRow: Uint32Array.of(2, 3, 2),
      department: ['03', '内科', '内科'],
      sex: Uint8Array.of(1, 1, 0),
      total: [Number.NaN, Number.NaN, 1_200],
      ids: ['A1', 'A2', 'B1'],
      findings: [
        ['b.csv', 3, 'duplicate_id'],
        ['b.csv', 4, 'amount_invalid'],
      ],
      seen: 5,
      // of the bytes: the first file, then all
      shares: [first.bytes.length / (first.bytes.length + second.bytes.length), 1],
    });
  });
});

it('a table of many blocks has every row in its place', () => {
  const count = 10_000;
  const rows = Array.from({ length: count }, (_, i) =>
    caseRow({ id: `A${i}`, age: String(i % 100), dx: `I${i % 700}|E${i % 50}`, sex: i % 100 === 7 ? '9' : '1' }),
  );
  // every thousandth row lacks a cell
  const text = cases(...rows.map((row, i) => (i % 1000 === 500 ? row.slice(0, row.lastIndexOf(',')) : row)));
  const { table, findings, callerIds } = load(text);
  const kept = Array.from({ length: count }, (_, i) => i).filter(i => i % 1000 !== 500);
  expect([table.count, table.files[0]!.read, table.files[0]!.refused, findings.counts]).toEqual([
    9_990,
    10_000,
    10,
    { row_too_short: 10, sex_invalid: 100 },
  ]);
  expect(kept.map((_, row) => [callerIds.text(row), table.age[row], codesOf(table, 'dx', row), table.sourceRow[row]])).toEqual(
    kept.map(i => [`A${i}`, i % 100, [`I${i % 700}`, `E${i % 50}`], i + 2]),
  );
});

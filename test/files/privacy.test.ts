import { describe, expect, it } from 'vitest';
import type { Load } from '../../src/files/read-stays.ts';
import { shownValue } from '../../src/files/shown-value.ts';
import { findingsCsv } from '../../src/report/findings-csv.ts';
import { load } from './loading.ts';

const people = [
  {
    id: 'ZY20250001',
    name: '张三丰',
    certificate: '420106197001011234',
    phone: '13812345678',
    address: '武汉市洪山区珞喻路1号',
    doctor: '欧阳修',
  },
  {
    id: 'ZY20250002',
    name: '李四光',
    certificate: '420106198002022345',
    phone: '13987654321',
    address: '武汉市武昌区中山路2号',
    doctor: '司马光',
  },
];
const text = `病案号,姓名,身份证号,联系电话,现住址,性别,年龄,出院科室,医生,诊断编码,手术操作编码,总费用\n${people
  .map(
    ({ id, name, certificate, phone, address, doctor }, i) =>
      `${id},${name},${certificate},${phone},${address},${i === 0 ? 1 : 9},200,内科,${doctor},I10,,1${i}`,
  )
  .join('\n')}\n${people[0]!.id},x\n`;

/** Everything a load keeps as text, callerIds aside: those are read from the caller's own bytes when asked for. */
function keptText({ table, findings, dropped }: Load): string {
  const words = [...Object.values(table.words), table.patientKey, table.dx, table.px].flatMap(column => column?.words ?? []);
  return JSON.stringify([words, findings, dropped, table.files]);
}

describe('privacy from the first row on', () => {
  it.each([{}, { keyOf: (number: string) => `digest ${number.length}` }])(
    'no name, number, phone or address of a person is kept (%j)',
    options => {
      const kept = keptText(load(text, options));
      const found = people.flatMap(person => Object.values(person)).filter(secret => kept.includes(secret));
      expect(found).toEqual([]);
    },
  );

  it('says which columns were dropped', () => {
    expect(load(text).dropped).toEqual(['姓名', '身份证号', '联系电话', '现住址']);
  });

  it('keeps no patient column without a key', () => {
    expect(load(text).table.patientKey).toBeUndefined();
  });

  it("masks the patient's number in findings", () => {
    const row = text.split('\n')[1]!;
    expect(load(`${text.split('\n')[0]}\n${row}\n${row}\n`).findings.list.find(({ rule }) => rule === 'duplicate_same')?.value).toBe(
      'Z***',
    );
  });

  it("hands the caller's own ids back, and nothing else", () => {
    const { callerIds } = load(text);
    expect([callerIds.header, callerIds.text(0), callerIds.text(1)]).toEqual(['病案号', 'ZY20250001', 'ZY20250002']);
  });
});

describe('a row whose cells have moved', () => {
  const header = '病案号,性别,年龄,新生儿年龄天,新生儿出生体重,出院科室,医生,住院天数,离院方式,医保类型,诊断编码,手术操作编码,总费用';
  const own = 'stay_id,admitted,discharged,settled,icu_hours,day_surgery,dx,px,total,cash';
  const secrets = [
    '张三丰',
    '420106197001011234',
    '42010619700101123X',
    '13812345678',
    '138-1234-5678',
    '138 1234 5678',
    '４２０１０６１９７００１',
  ];

  // every secret in every column, with a control character and without
  const shifted = (names: string) => {
    const columns = names.split(',').length;
    const rows = secrets.flatMap(secret =>
      ['', '\u0007'].flatMap(mark =>
        Array.from({ length: columns }, (_, place) =>
          Array.from({ length: columns }, (__, column) => (column === place ? `${secret}${mark}` : column === columns - 1 ? 'x' : '')).join(
            ',',
          ),
        ),
      ),
    );
    return load(`${names}\n${rows.join('\n')}\n`);
  };

  it.each([header, own])('no name and no number is in the findings: %s', names => {
    const { findings } = shifted(names);
    const said = JSON.stringify(findings.list) + [...findingsCsv(findings, { bom: false })].join('');
    const parts = ['张', '三丰', '420106', '19700101', '1381234', '1234-5678', '1234 5678', '４２'];
    expect([findings.list.length > 20, parts.filter(part => said.includes(part))]).toEqual([true, []]);
  });

  it.each([
    ['sex', '张三', '***(2)'],
    ['age', '70岁', '70岁'],
    ['age', '岁', '***(1)'],
    ['total', '12.5元', '12.5元'],
    ['total', '1元芳2', '1***(2)2'],
    ['total', '12345', '12345'],
    ['total', '123456', '***(6)'],
    ['total', '123456.78', '123456.78'],
    ['total', '1,234,567.80', '1,234,567.80'],
    ['total', '110101199001011234.00', '***(18).00'],
    ['admitted', '2025-02-30', '2025-02-30'],
    ['admitted', '13812345678', '***(11)'],
    ['dx', 'I10.x00|张三丰|39.6100x004|13812345678', 'I10.x00|***(3)|39.6100x004|***(11)'],
    ['stay_id', 'ZY1', 'Z***'],
    ['stay_id', '张三丰', '***'],
    ['doctor', '欧阳修', '***'],
    ['department', '内科', '***(2)'],
    ['department', '', ''],
  ] as const)('%s: %s is shown as %s', (field, text_, shown) => {
    expect(shownValue(text_, field)).toBe(shown);
  });
});

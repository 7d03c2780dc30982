import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { knownNames, plain } from '../../src/files/column-names.ts';
import { newBlock, nextBlock, scanFrom } from '../../src/files/csv-block.ts';
import { readEncoding } from '../../src/files/encoding.ts';
import { headerRow } from '../../src/files/header-row.ts';
import { namesPerson } from '../../src/files/identifiers.ts';
import { layoutOf } from '../../src/files/layout.ts';
import { type Separator, separators } from '../../src/files/separator.ts';
import { profiles } from './loading.ts';

const known = knownNames(profiles);

function found(text: string, encoding = 'utf-8') {
  const bytes = new Uint8Array(iconv.encode(text, encoding));
  const head = headerRow(readEncoding({ name: 'x.csv', bytes }), known);
  const { bytes: scanned, decode } = head.text;
  const block = newBlock(scanned, head.names.length);
  const scan = scanFrom(scanned, head.end, head.record, head.separator);
  nextBlock(block, scan, () => {});
  const first = Array.from({ length: block.rows === 0 ? 0 : block.columns }, (_, cell) =>
    decode(block.bytes.subarray(block.starts[cell], block.ends[cell])),
  );
  return { ...head, first, firstRecord: block.records[0] };
}

/** Names, the record of the header, and the unit above it. */
const header = (text: string) => {
  const { names, record, unit } = found(text);
  return [names, record, unit];
};

const names = ['病案号', '性别', '年龄', '诊断编码', '手术操作编码', '总费用'];
const head = names.join(',');
const row = '1001,男,60,I10.x00,,12.50';

describe('the header', () => {
  it.each([
    ['is the first record', `${head}\n${row}\n`, 1],
    ['stands behind blank lines', `\n\r\n${head}\n${row}\n`, 3],
    ['stands behind a line of commas', `,,,,,\n${head}\n${row}\n`, 2],
    ['stands below a title', `某医院 2025 年住院病例,,,,,\n${head}\n${row}\n`, 2],
    ['stands below titles of another width', `某医院\n制表：医保科,2025-03\n\n${head}\n${row}\n`, 4],
    ['stands below a title with a stray quote', `某"医院"\n"说明：下表\n${head}\n${row}\n`, 3],
    ['is the tenth record that is not blank', `${'说明\n\n'.repeat(9)}${head}\n${row}\n`, 19],
    ['is quoted', `${names.map(name => `"${name}"`).join(',')}\n${row}\n`, 1],
    ['ends the file', head, 1],
    ['ends in CRLF', `${head}\r\n${row}\r\n`, 1],
    ['ends in CR', `${head}\r${row}\r`, 1],
  ])('%s', (_, text, record) => {
    const { names: seen, record: at, first } = found(text);
    expect([seen, at, first]).toEqual([names, record, text === head ? [] : row.split(',')]);
  });

  it('is not looked for below the tenth record: the first one is the header then, as of any unknown file', () => {
    expect(header(`${'说明\n'.repeat(10)}${head}\n${row}\n`)).toEqual([['说明'], 1, undefined]);
    expect(header('\n甲,乙\n1,2\n')).toEqual([['甲', '乙'], 2, undefined]);
  });

  it.each([
    ['a line end in a name', '"病案\n号","总费用\r\n(元)",性别', ['病案号', '总费用(元)', '性别']],
    ['a line end between words', '"Total\n cost",sex,"dept\r\nname"', ['Total cost', 'sex', 'dept name']],
    ['a doubled quote', '"病案""号""",性别', ['病案"号"', '性别']],
    ['a comma in a name', '"费用,元",性别', ['费用,元', '性别']],
    ['blanks around names', ' 病案号 ,\u3000性别\u3000', ['病案号', '性别']],
  ])('keeps %s out of what is compared', (_, text, seen) => {
    expect(found(`${text}\n1,2,3\n`).names).toEqual(seen);
  });

  it('is that of rows the numbers of which go on behind it', () => {
    // records: title, blank, header of two lines in one record, row
    expect(found(`说明\n\n"病案\n号",性别\n1001,男\n`)).toMatchObject({ record: 3, firstRecord: 4, first: ['1001', '男'] });
  });

  it.each([
    ['单位：万元', 'wan'],
    ['（金额单位：元）', 'yuan'],
    ['单位:人民币万元', 'wan'],
    ['单位：分', 'fen'],
    ['单位：元宝医院', undefined],
    ['某单位元老', undefined],
  ])('stands below a title that states a unit: %s', (title, unit) => {
    expect(header(`${title},,,,,\n${head}\n${row}\n`)[2]).toBe(unit);
  });

  it('takes no unit from below, nor from titles that state two', () => {
    expect(header(`${head}\n单位：万元,,,,,\n`)[2]).toBeUndefined();
    expect(header(`单位：万元,,,,,\n单位：元,,,,,\n${head}\n`)[2]).toBeUndefined();
  });
});

describe('names are compared', () => {
  it.each([
    [
      '总费用（元）',
      '总费用(元)',
      '总费用',
      '总 费 用',
      ' 总费用 ',
      '*总费用',
      '总费用：',
      '总费用（单位：万元）',
      '总费\n用',
      '总费用\u200b',
    ],
    ['JBDM1', 'jbdm1', 'ＪＢＤＭ１', ' Jbdm1 '],
    ['年龄', '年龄(岁)', '年龄（岁）'],
  ])('%s and others are one', (...same) => {
    expect(new Set(same.map(plain)).size).toBe(1);
  });
  it.each([
    ['年龄', '年龄(天)'],
    ['总费用', '总费用合计'],
    ['昏迷(小时)', '昏迷(天)'],
    ['(元)', ''],
  ])('%s and %s are two', (one, other) => {
    expect(plain(one)).not.toBe(plain(other));
  });
});

describe('a name of a person', () => {
  it.each(['姓 名', '*姓名', '姓\n名', '患者/姓名', 'Patient/name', '证件 号码', 'ｎａｍｅ', '姓名/拼音'])(
    '%j is known in any writing',
    name => {
      expect(namesPerson(name)).toBe(true);
    },
  );
  it.each(['患者/病案号', '患者/年龄', '费用/总费用'])('%j is none', name => {
    expect(namesPerson(name)).toBe(false);
  });
});

describe('a header of two levels', () => {
  const below = '1001,男,60,I10.x00,,12.50,3,4';
  const joined = [...names.slice(0, 5), '费用/总费用', '费用/西药费', '费用/床位费'];
  it.each([
    ['merged cells are empty', '病案号,性别,年龄,诊断编码,手术操作编码,费用,,\n,,,,,总费用,西药费,床位费', joined],
    [
      'merged cells are filled',
      '病案号,性别,年龄,诊断编码,手术操作编码,费用,费用,费用\n病案号,性别,年龄,诊断编码,手术操作编码,总费用,西药费,床位费',
      joined,
    ],
    [
      'one group has one column',
      '病案号,性别,年龄,诊断,,费用,,\n,,,诊断编码,手术操作编码,总费用,西药费,床位费',
      [...names.slice(0, 3), '诊断/诊断编码', '诊断/手术操作编码', '费用/总费用', '费用/西药费', '费用/床位费'],
    ],
    [
      'names are told apart by their group',
      '病案号,性别,年龄,诊断编码,手术操作编码,费用,,医保\n,,,,,总费用,合计,合计',
      [...names.slice(0, 5), '费用/总费用', '费用/合计', '医保/合计'],
    ],
  ])('joins its levels: %s', (_, text, seen) => {
    const head1 = found(`${text}\n${below}\n`);
    expect([head1.names, head1.record, head1.first]).toEqual([seen, 2, below.split(',')]);
    const titled = found(`某医院,,,,,,,\n${text}\n${below}\n`);
    expect([titled.names, titled.record, titled.first]).toEqual([seen, 3, below.split(',')]);
  });

  it('is one level where a title spans a complete header', () => {
    expect(header(`某医院病例,,,,,\n${head}\n${row}\n`)).toEqual([names, 2, undefined]);
    expect(header(`${Array(6).fill('某医院病例').join(',')}\n${head}\n${row}\n`)).toEqual([names, 2, undefined]);
    expect(header(`基本信息,,,诊疗,,费用\n${head}\n${row}\n`)).toEqual([names, 2, undefined]);
  });

  it.each([
    ['a row of values', `${head},,\n1001,男,60,I10.x00,,12.50,3,4`],
    ['a row of words', `${head},备注,\n,,,,,,甲,乙`],
    ['a row that is nearly empty', `${head},,\n,,,,,,,男`],
  ])('is no header with %s', (_, text) => {
    expect(found(text)).toMatchObject({ record: 1 });
  });

  it('may be one of codes and one of names: neither of them is a stay', () => {
    const both = found(`id,sex,age_years,dx,px,dept\n病案号,性别,年龄,诊断编码,手术操作编码,出院科室\n${row}\n`);
    expect([both.record, both.first]).toEqual([2, row.split(',')]);
  });
});

describe('the separator', () => {
  it.each(separators)('%j is found by the names that it divides, in every encoding', sign => {
    // 億 and 厊 in GB18030 end in the byte of |
    const written = [names, ['億厊', '男', '60', 'I10.x00', '', '12.50']].map(cells => cells.join(sign)).join('\n');
    for (const encoding of ['utf-8', 'gb18030', 'utf16le']) {
      const text = encoding === 'utf16le' ? `\ufeff${written}` : written;
      const seen = found(text, encoding);
      expect([seen.separator, seen.names, seen.first, seen.text.encoding]).toEqual([
        sign,
        names,
        ['億厊', '男', '60', 'I10.x00', '', '12.50'],
        encoding === 'utf16le' ? 'utf-16le' : encoding,
      ]);
    }
  });

  it('is a comma where another one divides no more names', () => {
    expect(found('病案号,性别|年龄\n1,2\n')).toMatchObject({ separator: ',', names: ['病案号', '性别|年龄'] });
  });

  it('divides a line of unknown names when there is no comma in it', () => {
    expect(found('甲;乙;丙\n1;2;3\n')).toMatchObject({ separator: ';', names: ['甲', '乙', '丙'] });
    expect(found('甲;乙,丙\n')).toMatchObject({ separator: ',', names: ['甲;乙', '丙'] });
  });

  it('stays in quoted cells', () => {
    expect(found('病案号，性别，总费用\n"10，01"，男，"1，234.50"\n').first).toEqual(['10，01', '男', '1，234.50']);
    expect(found('病案号;性别;总费用\n"10;01";男;"1;234"\n').first).toEqual(['10;01', '男', '1;234']);
  });
});

const title = fc.constantFrom('', '某医院', '某医院,2025年', '"制表人：测试"', ',,,', '统计时间：2025-01-01 至 2025-03-31', '5" 单');
const order = fc.shuffledSubarray(names, { minLength: 4, maxLength: names.length });

it('titles, order, separator, quotes, line ends and encoding change nothing of what is found', () => {
  fc.assert(
    fc.property(
      fc.record({
        titles: fc.array(title, { maxLength: 6 }),
        columns: order,
        separator: fc.constantFrom<Separator>(...separators),
        quoted: fc.boolean(),
        end: fc.constantFrom('\n', '\r\n'),
        encoding: fc.constantFrom('utf-8', 'gb18030'),
        unit: fc.constantFrom('', '(元)', '（万元）'),
      }),
      ({ titles, columns, separator, quoted, end, encoding, unit }) => {
        const cell = (text: string): string => (quoted ? `"${text}"` : text);
        const written = columns.map(name => (name === '总费用' ? name + unit : name));
        const values = columns.map((_, i) => `值${i}`);
        const lines = [...titles, written.map(cell).join(separator), values.map(cell).join(separator)];
        const seen = found(lines.join(end), encoding);
        expect([seen.names, seen.separator, seen.record, seen.first]).toEqual([written, separator, titles.length + 1, values]);
        const { columns: places } = layoutOf(seen.names, {
          profiles: profiles.filter(({ id }) => id === 'opendrg-web'),
          map: (['age', 'stay_id'] as const).map((field, i) => ({ field, from: [columns[i]!], whole: columns[i]!, unit: undefined })),
          at: 'x',
        });
        expect(places.get('age')).toBe(0);
      },
    ),
    { numRuns: 150 },
  );
});

it('of any header at all the layout is found or refused with words', () => {
  const name = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom('姓名', '身份证号', '', '/', '费用/总费用', '__proto__', 'constructor', '总费用(万元)', '1..5', 'x1..99999999'),
    fc.string({ maxLength: 12, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(name, { maxLength: 12 }), { maxLength: 5 }), fc.constantFrom(...separators), (lines, separator) => {
      const text = lines.map(cells => cells.join(separator)).join('\n');
      try {
        const seen = found(text);
        const { score, columns, lists } = layoutOf(seen.names, { profiles, at: 'x', unit: seen.unit });
        const places = [...columns.values(), ...lists.dx, ...lists.px];
        expect([score >= 0 && score <= 1, places.every(place => place < seen.names.length)]).toEqual([true, true]);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }),
    { numRuns: 60 },
  );
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { chargeColumns } from '../../src/files/charge-columns.ts';
import { openTables } from '../../src/files/open-tables.ts';
import { readProfile } from '../../src/files/profile.ts';
import { readCharges } from '../../src/files/read-charges.ts';
import type { ChargeLines } from '../../src/stay/charge-lines.ts';
import { findingLog } from '../../src/stay/finding-log.ts';
import { lineOffsets } from '../../src/stay/line-offsets.ts';

const profile = readProfile(
  `id: lines
title: lines
document: charges
match: [结算号, 金额]
columns:
  stay_id: {from: [结算号]}
  visit_id: {from: [就诊号]}
  item_code: {from: [项目编码]}
  item_name: {from: [项目名称]}
  charge_category: {from: [费用类别]}
  quantity: {from: [数量]}
  price: {from: [单价]}
  amount: {from: [金额]}
  charged: {from: [费用日期]}
  selfpay_share: {from: [自付比例]}
dictionary:
  charge_category: {检验: "04"}
drop_rows: [合计]
source: assumption
`,
  'lines.yaml',
);

type Files = readonly { readonly name?: string; readonly text: string; readonly encoding?: string }[];
const stays: Readonly<Record<string, number>> = { B1: 0, B2: 1, V2: 1, B3: 2 };

/** All files as one load of item lines of three stays: B1, B2 (visit V2), B3. */
function load(files: Files, rowOf = (id: string): number | undefined => stays[id]) {
  const log = findingLog();
  const lines = chargeColumns();
  const reads = files.map(({ name = 'lines.csv', text, encoding = 'utf-8' }, index) => {
    const bytes = new Uint8Array(iconv.encode(text, encoding));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { tables } = openTables([{ name, sha256, format: 'text', bytes }], { profiles: [profile] });
    return readCharges(tables[0]!, { log, lines, stays: { rowOf } }, { index, onPart: () => {} });
  });
  return { reads, lines: lines.lines(3), log: log.findings() };
}

/** Lines as a person would write them down. */
const written = (lines: ChargeLines) =>
  Array.from({ length: lines.count }, (_, i) => ({
    stay: lines.stay[i],
    category: lines.category[i],
    item: lines.item.words[lines.item.codes[i]!],
    name: lines.name.words[lines.name.codes[i]!],
    quantity: lines.quantity[i],
    price: lines.price[i],
    amount: lines.amount[i],
    charged: lines.charged[i],
    share: lines.selfpayShare[i],
    place: [lines.sourceFile[i], lines.sourceRow[i]],
  }));

const header = '结算号,就诊号,项目编码,项目名称,费用类别,数量,单价,金额,费用日期,自付比例';
const text = (...rows: readonly string[]) => [header, ...rows, ''].join('\n');

describe('item lines', () => {
  it('are read with exact amounts and put in the order of the stays', () => {
    const { reads, lines, log } = load([
      {
        text: text(
          // 2.5 x 0.0350 yuan; the amount is as written, 9 fen
          'B2,V2,001,阿司匹林,09,2.5,0.0350,0.09,20250103,12.5%',
          'B1,V1,002,"血常规, 五分类",检验,1,25,25.00,2025-01-02 08:30:00,0.125',
          'B2,V2,001,阿司匹林,西药费,-2.5,0.0350,-0.09,2025/1/4,',
        ),
      },
    ]);
    expect(written(lines)).toEqual([
      // 2025-01-01 is day 20089
      // biome-ignore format: one line of the file each
      { stay: 0, category: 4, item: '002', name: '血常规, 五分类', quantity: 1, price: 2500, amount: 2500, charged: 20090, share: 0.125, place: [0, 3] },
      // biome-ignore format: one line of the file each
      { stay: 1, category: 9, item: '001', name: '阿司匹林', quantity: 2.5, price: 3.5, amount: 9, charged: 20091, share: 0.125, place: [0, 2] },
      // biome-ignore format: one line of the file each
      { stay: 1, category: 9, item: '001', name: '阿司匹林', quantity: -2.5, price: 3.5, amount: -9, charged: 20092, share: Number.NaN, place: [0, 4] },
    ]);
    expect([reads[0]!.file.read, reads[0]!.file.loaded, reads[0]!.file.refused, log.counts]).toEqual([3, 3, 0, {}]);
    expect([...lineOffsets(lines, 3)]).toEqual([0, 1, 3, 3]);
  });

  it('are refused without a stay, without an amount or with one that is none; the rest is noted', () => {
    const { reads, lines, log } = load([
      {
        text: text(
          'B9,V9,1,甲,01,1,1,1,20250101,', // neither is in the load
          'B9,V2,2,乙,01,1,1,1,20250101,', // the visit is
          ',,3,丙,01,1,1,1,20250101,',
          '1.1E+17,V2,4,丁,01,1,1,1,20250101,', // the visit is
          '1.1E+17,,5,戊,01,1,1,1,20250101,',
          'B1,,6,己,01,1,1,,20250101,',
          'B1,,7,庚,01,1,1,12.345,20250101,', // half a fen is none
          'B1,,8,辛,01,1,1,100000000,20250101,', // a yuan above 99,999,999.99
          'B1,,9,壬,15,一,x,99999999.99,2025-02-30,12.5', // five cells that are noted
          'B1,,10,癸,01,1',
          '合计,,,,,,,123.45,,',
        ),
      },
    ]);
    expect(written(lines).map(({ item, stay, category, amount }) => [item, stay, category, amount])).toEqual([
      ['9', 0, 0, 9_999_999_999],
      ['2', 1, 1, 100],
      ['4', 1, 1, 100],
    ]);
    expect([lines.quantity[0], lines.price[0], lines.charged[0], lines.selfpayShare[0]]).toEqual([
      Number.NaN,
      Number.NaN,
      -0x7fffffff,
      Number.NaN,
    ]);
    expect([reads[0]!.file.read, reads[0]!.file.loaded, reads[0]!.file.refused]).toEqual([11, 3, 8]);
    expect(log.counts).toEqual({
      charge_without_stay: 2,
      id_scientific: 1,
      amount_invalid: 2,
      amount_too_large: 1,
      charge_category_unknown: 1,
      number_invalid: 3,
      date_invalid: 1,
      row_too_short: 1,
      footer_row: 1,
    });
    expect(reads[0]!.refused.map(({ record }) => record)).toEqual([2, 4, 6, 7, 8, 9, 11, 12]);
  });

  it('of several files and encodings share their words and keep the order of the files', () => {
    const { lines } = load([
      { name: 'a.csv', text: text('B3,,1,床位费,床位费,1,30,30,20250101,'), encoding: 'gb18030' },
      { name: 'b.csv', text: '金额,结算号,项目名称\n12.5,B3,床位费\n1,B1,护理\n' },
    ]);
    expect(written(lines).map(({ stay, name, amount, place }) => [stay, name, amount, place])).toEqual([
      [0, '护理', 100, [1, 3]],
      [2, '床位费', 3000, [0, 2]],
      [2, '床位费', 1250, [1, 2]],
    ]);
    expect([lines.name.words, [...lines.price], [...lines.category]]).toEqual([
      ['', '床位费', '护理'],
      [Number.NaN, 3000, Number.NaN],
      [0, 1, 0],
    ]);
  });

  it('of no file are none', () => {
    const { lines } = load([]);
    expect([lines.count, lines.amount.length, [...lineOffsets(lines, 2)]]).toEqual([0, 0, [0, 0, 0]]);
  });

  it('keep every line once, as a slow reader over maps does', () => {
    const cell = {
      id: fc.constantFrom('B1', 'B2', 'B3', 'B4', '', ' B1 '),
      item: fc.constantFrom('001', 'x,y', '"', '', '血'),
      category: fc.constantFrom('1', '01', '14', '15', '0', '', '床位费', '检验'),
      fen: fc.integer({ min: -100_000, max: 100_000 }),
    };
    const row = fc.record(cell);
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }), files => {
        const texts = files.map(rows =>
          Papa.unparse({
            fields: ['金额', '结算号', '项目编码', '费用类别'],
            data: rows.map(({ id, item, category, fen }) => [(fen / 100).toFixed(2), id, item, category]),
          }),
        );
        const { reads, lines } = load(texts.map((one, i) => ({ name: `${i}.csv`, text: one })));
        expect(written(lines).map(({ stay, item, category, amount, place }) => ({ stay, item, category, amount, place }))).toEqual(
          slowly(texts),
        );
        for (const { file } of reads) expect(file.read).toBe(file.loaded + file.refused);
        expect(reads.reduce((sum, { file }) => sum + file.loaded, 0)).toBe(lines.count);
      }),
      { numRuns: 150 },
    );
  });
});

/** By papaparse, maps and sorting. */
function slowly(texts: readonly string[]) {
  const categories: Readonly<Record<string, number>> = { '1': 1, '01': 1, '14': 14, 床位费: 1, 检验: 4 };
  const byStay = new Map<number, { stay: number; item: string; category: number; amount: number; place: number[] }[]>();
  texts.forEach((one, file) => {
    const [, ...rows] = Papa.parse<string[]>(one, { skipEmptyLines: false }).data;
    rows.forEach(([yuan = '', id = '', item = '', category = ''], i) => {
      const stay = stays[id.trim()];
      if (stay === undefined) return;
      const amount = Math.round(Number(yuan) * 100) + 0;
      const line = { stay, item, category: categories[category] ?? 0, amount, place: [file, i + 2] };
      byStay.set(stay, [...(byStay.get(stay) ?? []), line]);
    });
  });
  return [...byStay].sort(([a], [b]) => a - b).flatMap(([, lines]) => lines);
}

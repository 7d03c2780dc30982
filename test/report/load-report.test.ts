import { describe, expect, it } from 'vitest';
import { findingsCsv } from '../../src/report/findings-csv.ts';
import { loadReport, loadReportJson } from '../../src/report/load-report.ts';
import type { Finding } from '../../src/stay/finding.ts';
import { mistakes } from './conforms.ts';

const found = (row: number, column: string, value: string, rule: Finding['rule'], effect: Finding['effect']): Finding => ({
  file: '一月.csv',
  row,
  column,
  value,
  rule,
  effect,
});

const load = {
  table: {
    count: 1_997,
    files: [
      {
        name: '一月.csv',
        sha256: '0123456789abcdef'.repeat(4),
        encoding: 'gb18030',
        profile: 'opendrg',
        read: 1_500,
        loaded: 1_497,
        refused: 3,
      },
      { name: 'feb.csv', sha256: 'f'.repeat(64), encoding: 'utf-8', profile: 'own', read: 500, loaded: 500, refused: 0 },
    ],
  },
  findings: {
    list: [
      found(7, '总费用', '-12.50', 'amount_negative', 'refused'),
      found(9, '年龄', '=cmd', 'age_invalid', 'refused'),
      found(12, '年龄', '二', 'age_invalid', 'refused'),
      found(20, '住院天数', '3', 'days_differ', 'noted'),
      found(21, '住院天数', '4', 'days_differ', 'noted'),
      found(22, '住院天数', '5', 'days_differ', 'noted'),
      found(23, '住院天数', '6', 'days_differ', 'noted'),
    ],
    counts: { amount_negative: 1, age_invalid: 2, days_differ: 1_000 },
    listedPerRule: 4,
  },
  dropped: ['姓名', '身份证号'],
  unused: ['备注', 'insuranc', 'constructor'],
  nearest: { insuranc: 'insurance' },
};

// 1 500 + 500 = 2 000 read, 1 497 + 500 = 1 997 loaded, 3 refused; 1 + 2 + 1 000 = 1 003 findings
describe('the load report', () => {
  it('counts rows and findings and shows the first of each rule', () => {
    expect(loadReport(load, { language: 'zh' })).toBe(`2 个文件，读取 2,000 行 = 载入 1,997 + 拒收 3。

文件      sha256        编码     布局      读取   载入  拒收
────────────────────────────────────────────────────────────
一月.csv  0123456789ab  gb18030  opendrg  1,500  1,497     3
feb.csv   ffffffffffff  utf-8    own        500    500     0

提示 1,003 条，按规则：
规则              结果   次数  最先出现（行:列=内容）
──────────────────────────────────────────────────────────────────────────
住院日与日期不符  提示  1,000  20:住院天数=3  21:住院天数=4  22:住院天数=5
年龄无效          拒收      2  9:年龄==cmd  12:年龄=二
金额为负          拒收      1  7:总费用=-12.50

未保留的标识列：姓名, 身份证号

未使用的列：备注, insuranc（应为 insurance？）, constructor
`);
  });

  it('says the same in English', () => {
    const one = {
      ...load,
      table: { ...load.table, files: load.table.files.slice(1) },
      findings: { ...load.findings, list: [], counts: {} },
      dropped: [],
      unused: ['insuranc'],
    };
    expect(loadReport(one, { language: 'en', ascii: true })).toBe(`files: 1; rows read 500 = loaded 500 + refused 0.

file     sha256        encoding  profile  read  loaded  refused
---------------------------------------------------------------
feb.csv  ffffffffffff  utf-8     own       500     500        0

No findings.

columns not used: insuranc (insurance?)
`);
  });

  it('is a document that the schema knows', () => {
    const document = loadReportJson(load);
    expect(document).toEqual({
      schemaVersion: 1,
      read: 2_000,
      loaded: 1_997,
      refused: 3,
      files: load.table.files,
      findings: [
        { rule: 'days_differ', times: 1_000 },
        { rule: 'age_invalid', times: 2 },
        { rule: 'amount_negative', times: 1 },
      ],
      listed: load.findings.list,
      listed_per_rule: 4,
      dropped: ['姓名', '身份证号'],
      unused: [{ column: '备注' }, { column: 'insuranc', nearest: 'insurance' }, { column: 'constructor' }],
    });
    expect(mistakes(document, 'load-report')).toEqual([]);
  });
});

it('what to do about refunds is said whole', () => {
  const findings = { list: [found(2, 'refunded', '1', 'refunded', 'refused')], counts: { refunded: 1 }, listedPerRule: 4 };
  const lines = (['zh', 'en'] as const).map(language =>
    loadReport({ ...load, findings }, { language })
      .split('\n')
      .at(-6),
  );
  expect(lines).toEqual([
    '退费结算，不计入；原结算和冲销都应标记，未标记的原结算仍计入  拒收     1  2:refunded=1',
    'refunded settlement, not counted; mark both the original and the reversal: an unmarked original counts  refused      1  2:refunded=1',
  ]);
});

it('the rejects file has a row a finding, with what it means', () => {
  const findings = { ...load.findings, list: load.findings.list.slice(0, 2) };
  expect([...findingsCsv(findings, { bom: true })].join('')).toBe(
    '\uFEFFfile,row,column,value,rule,effect,meaning_zh,meaning_en\r\n' +
      '一月.csv,7,总费用,"\'-12.50",amount_negative,refused,金额为负,negative amount\r\n' +
      '一月.csv,9,年龄,"\'=cmd",age_invalid,refused,年龄无效,age not valid\r\n',
  );
});

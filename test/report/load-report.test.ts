import { describe, expect, it } from 'vitest';
import { findingsCsv } from '../../src/report/findings-csv.ts';
import { type LoadView, loadReport, loadReportJson } from '../../src/report/load-report.ts';
import { loadReportCsv } from '../../src/report/load-report-csv.ts';
import type { Finding } from '../../src/stay/finding.ts';
import { NO_STAY, type Settlements } from '../../src/stay/settlements.ts';
import type { Reading } from '../../src/stay/stay-table.ts';
import { fen, tableOf, wordsOf } from '../stay/checks/written-stays.ts';
import { mistakes } from './conforms.ts';

const found = (row: number, column: string, value: string, rule: Finding['rule'], effect: Finding['effect']): Finding => ({
  file: '一月.csv',
  row,
  column,
  value,
  rule,
  effect,
});

const reading: Reading = {
  format: 'text',
  document: 'stay',
  score: 1,
  basis: 'official',
  headerRow: 1,
  separator: ',',
  columns: [
    { field: 'total', from: ['总费用'] },
    { field: 'dx', from: ['JBDM', 'JBDM1'] },
  ],
  dropped: ['姓名', '身份证号'],
  unused: ['备注'],
  known: [],
};

/** Two stays of one bill each, one of two bills, and a bill that was taken back for good. */
const settlements = {
  count: 6,
  stay: Uint32Array.of(0, 1, 2, 2, NO_STAY, NO_STAY),
  refunded: Uint8Array.of(0, 0, 0, 0, 1, 1),
  total: Float64Array.of(100, 100, 100, 100, 100, -100),
} as unknown as Settlements;

const load: LoadView = {
  // who paid is known of two of the three
  table: tableOf([{}, {}, {}], {
    files: [
      {
        name: '一月.csv',
        sha256: '0123456789abcdef'.repeat(4),
        encoding: 'gb18030',
        profile: 'wt4',
        read: 1_500,
        loaded: 1_497,
        refused: 3,
        // 199 of 200 columns are explained: not all of them
        reading: { ...reading, separator: '\t', headerRow: 3, basis: 'assumption', score: 0.995 },
      },
      {
        name: 'feb.dbf',
        sha256: 'f'.repeat(64),
        encoding: 'utf-8',
        profile: 'own',
        read: 500,
        loaded: 500,
        refused: 0,
        reading: { ...reading, format: 'dbf' },
      },
    ],
    settlements,
    words: { department: wordsOf(['心内科', '心内科', '骨科']) },
    money: { total: fen(100, 100, 100), fund: fen(60, 60, undefined), cash: fen(40, 40, 40) },
  }),
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
    counts: { refunded: 4, amount_negative: 1, age_invalid: 2, days_differ: 1_000 },
    listedPerRule: 4,
  },
  dropped: ['姓名', '身份证号'],
  unused: ['备注', 'insuranc', 'constructor'],
  nearest: { insuranc: 'insurance' },
  passedOver: [],
  conversions: [{ file: '一月.csv', stays: 12, codes: 30, evidence: { clinical: 205, insurance: 7 } }],
};

/** A file from before files said how they were read, without a row. */
const plain: LoadView = {
  table: tableOf([], {
    files: [{ name: 'feb.csv', sha256: 'f'.repeat(64), encoding: 'utf-8', profile: 'own', read: 0, loaded: 0, refused: 0 }],
  }),
  findings: { list: [], counts: {}, listedPerRule: 4 },
  dropped: [],
  unused: ['insuranc'],
  nearest: { insuranc: 'insurance' },
  passedOver: [],
  conversions: [],
};

// 1 500 + 500 = 2 000 read, 1 497 + 500 = 1 997 loaded, 3 refused; 4 + 1 + 2 + 1 000 = 1 007 findings; 205 + 7 = 212 codes
describe('the load report', () => {
  it('answers first, then shows files, rules by severity, columns and questions', () => {
    expect(
      loadReport(load, { language: 'zh' }),
    ).toBe(`载入 3 例：2 个文件，读取 2,000 行 = 载入 1,997 + 拒收 3。最要紧：年龄无效（错误，2 次）。
6 笔结算成为 3 例：1 例由多笔结算合并，2 笔退费或被退的结算已对冲。
一月.csv：按国临版编码转换为医保版（只在一个编码表中的 212 个编码里 205 个是国临版），12 例的 30 个编码已转换。

文件      sha256        格式  内容  编码     分隔符  布局            表头行   读取   载入  拒收
───────────────────────────────────────────────────────────────────────────────────────────────
一月.csv  0123456789ab  文本  病例  gb18030  制表符  wt4 99% 未核对       3  1,500  1,497     3
feb.dbf   ffffffffffff  DBF   病例  utf-8    ,       own 100%             1    500    500     0

提示 1,007 条，按规则：
级别  类别    规则              结果   次数  最先出现（文件 行:列=内容）
─────────────────────────────────────────────────────────────────────────────────────────────────────────
错误  有效性  年龄无效          拒收      2  一月.csv 9:年龄==cmd  一月.csv 12:年龄=二
错误  有效性  金额为负          拒收      1  一月.csv 7:总费用=-12.50
警告  一致性  住院日与日期不符  提示  1,000  一月.csv 20:住院天数=3  一月.csv 21:住院天数=4  一月.csv 22…
说明  一致性  退费结算          –         4

未保留的标识列：姓名, 身份证号

未使用的列：备注, insuranc（应为 insurance？）, constructor

这些数据能回答的问题：
问题                  能否回答  有数据的病例  缺少
────────────────────────────────────────────────────────────────────────
DRG 分组              部分                 3  手术操作编码
新生儿与年龄分组      部分                 3  日龄、新生儿体重
按项目付费结算        能                   3
DRG 付费结算          部分                 3  险种
医院差额              部分                 2  统筹基金支付
基金与个人负担        部分                 2  统筹基金支付、险种
科室分析              能                   3
医生分析              不能                    医生
住院日与时间消耗指数  能                   3
按月趋势              不能                    出院日期
费用结构              不能                    费用分项
再入院                不能                    病案号、入院日期、出院日期
费用明细监控          不能                    费用明细
与医保局分组结果比较  不能                    医保局分组
与医保局对账          不能                    结算号
`);
  });

  it('says the same in English', () => {
    expect(
      loadReport(load, { language: 'en', ascii: true }),
    ).toBe(`stays loaded: 3; files: 2; rows read 2,000 = loaded 1,997 + refused 3. What matters most: age not valid (error, times: 2).
settlements: 6, stays made of them: 3; of several settlements: 1; settlements refunded or taking one back, netted: 2.
一月.csv: codes of the 国临版 list converted to the 医保版 list (of 212 codes that only one list has, 205 are 国临版); stays: 12, codes: 30.

file      sha256        format  holds  encoding  separator  profile               header row   read  loaded  refused
--------------------------------------------------------------------------------------------------------------------
一月.csv  0123456789ab  text    stays  gb18030   tab        wt4 99% not verified           3  1,500   1,497        3
feb.dbf   ffffffffffff  DBF     stays  utf-8     ,          own 100%                       1    500     500        0

1,007 findings, by rule:
severity  class        rule                        effect   times  first seen (file row:column=value)
-------------------------------------------------------------------------------------------------------------------------------
error     validity     age not valid               refused      2  一月.csv 9:年龄==cmd  一月.csv 12:年龄=二
error     validity     negative amount             refused      1  一月.csv 7:总费用=-12.50
warning   consistency  days differ from the dates  noted    1,000  一月.csv 20:住院天数=3  一月.csv 21:住院天数=4  一月.csv ...
info      consistency  a refunded settlement       –            4

identifier columns not kept: 姓名, 身份证号

columns not used: 备注, insuranc (insurance?), constructor

Questions these data answer:
question                              answer  stays with data  lacking
------------------------------------------------------------------------------------------------------------------
DRG grouping                          partly                3  procedure codes
newborns and age groups               partly                3  age in days, weight of newborns
settlement by fee for service         yes                   3
settlement by DRG                     partly                3  insurance
margin of the hospital                partly                2  pool fund
fund and patient shares               partly                2  pool fund, insurance
departments                           yes                   3
doctors                               no                       doctor
length of stay and time index         yes                   3
trend by month                        no                       date of discharge
structure of charges                  no                       charge categories
re-admissions                         no                       record number, date of admission, date of discharge
monitoring of item lines              no                       item lines
comparison with the insurer's groups  no                       insurer's group
reconciliation with the insurer       no                       settlement number
`);
  });

  it('of a load without anything to say is short', () => {
    expect(
      loadReport(plain, { language: 'en', ascii: true }),
    ).toBe(`stays loaded: 0; files: 1; rows read 0 = loaded 0 + refused 0. No findings.

file     sha256        encoding  profile  read  loaded  refused
---------------------------------------------------------------
feb.csv  ffffffffffff  utf-8     own         0       0        0

columns not used: insuranc (insurance?)
`);
  });

  it('shows on request from which columns of the file ours were read', () => {
    const [, january] = loadReport(load, { language: 'zh', mapping: true }).split('\n\n').slice(1);
    expect(january).toBe(`一月.csv 的列：
本系统的列  文件的列
───────────────────────
total       总费用
dx          JBDM, JBDM1`);
  });

  it('what only has to be known does not matter most', () => {
    const findings = { list: [], counts: { refunded: 4 }, listedPerRule: 4 };
    expect(
      [loadReport({ ...plain, findings }, { language: 'zh' }), loadReport(plain, { language: 'zh' })].map(text => text.split('\n')[0]),
    ).toEqual([
      '载入 0 例：1 个文件，读取 0 行 = 载入 0 + 拒收 0。没有错误和警告。',
      '载入 0 例：1 个文件，读取 0 行 = 载入 0 + 拒收 0。没有提示。',
    ]);
  });

  it('is a document that the schema knows', () => {
    const document = loadReportJson(load);
    const { headerRow: _, ...usual } = reading;
    const [january, february] = load.table.files;
    expect(document).toEqual({
      schemaVersion: 1,
      read: 2_000,
      loaded: 1_997,
      refused: 3,
      stays: 3,
      identifiers: false,
      settlements: { settlements: 6, stays: 3, joined: 1, netted: 2 },
      files: [
        { ...january, reading: { ...usual, separator: '\t', header_row: 3, basis: 'assumption', score: 0.995 } },
        { ...february, reading: { ...usual, format: 'dbf', header_row: 1 } },
      ],
      findings: [
        {
          rule: 'age_invalid',
          times: 2,
          class: 'validity',
          severity: 'error',
          effect: 'refused',
          first: { file: '一月.csv', row: 9, column: '年龄' },
        },
        {
          rule: 'amount_negative',
          times: 1,
          class: 'validity',
          severity: 'error',
          effect: 'refused',
          first: { file: '一月.csv', row: 7, column: '总费用' },
        },
        {
          rule: 'days_differ',
          times: 1_000,
          class: 'consistency',
          severity: 'warning',
          effect: 'noted',
          first: { file: '一月.csv', row: 20, column: '住院天数' },
        },
        { rule: 'refunded', times: 4, class: 'consistency', severity: 'info' },
      ],
      listed: load.findings.list,
      listed_per_rule: 4,
      dropped: ['姓名', '身份证号'],
      unused: [{ column: '备注' }, { column: 'insuranc', nearest: 'insurance' }, { column: 'constructor' }],
      passed_over: [],
      conversions: [{ file: '一月.csv', stays: 12, codes: 30, evidence: { clinical: 205, insurance: 7 } }],
      questions: [
        { id: 'grouping', answer: 'partly', lacks: ['px'], stays: 3 },
        { id: 'age_groups', answer: 'partly', lacks: ['age_days', 'birth_weight_g'], stays: 3 },
        { id: 'settlement_fee', answer: 'yes', lacks: [], stays: 3 },
        { id: 'settlement_drg', answer: 'partly', lacks: ['insurance'], stays: 3 },
        { id: 'margin', answer: 'partly', lacks: ['fund'], stays: 2 },
        { id: 'split', answer: 'partly', lacks: ['fund', 'insurance'], stays: 2 },
        { id: 'departments', answer: 'yes', lacks: [], stays: 3 },
        { id: 'doctors', answer: 'no', lacks: ['doctor'], stays: 0 },
        { id: 'length', answer: 'yes', lacks: [], stays: 3 },
        { id: 'trend', answer: 'no', lacks: ['discharged'], stays: 0 },
        { id: 'structure', answer: 'no', lacks: ['charges'], stays: 0 },
        { id: 'readmissions', answer: 'no', lacks: ['patient_key', 'admitted', 'discharged'], stays: 0 },
        { id: 'monitoring', answer: 'no', lacks: ['items'], stays: 0 },
        { id: 'insurer', answer: 'no', lacks: ['insurer_drg'], stays: 0 },
        { id: 'reconciliation', answer: 'no', lacks: ['stay_id'], stays: 0 },
      ],
    });
    expect(mistakes(document, 'load-report')).toEqual([]);
    expect(mistakes(loadReportJson(plain), 'load-report')).toEqual([]);
  });

  it('as CSV is a line a rule', () => {
    expect([...loadReportCsv(load, { bom: true })].join('')).toBe(
      '\uFEFFrule,class,severity,effect,times,file,row,column,value,meaning_zh,meaning_en\r\n' +
        'age_invalid,validity,error,refused,2,一月.csv,9,年龄,"\'=cmd",年龄无效,age not valid\r\n' +
        'amount_negative,validity,error,refused,1,一月.csv,7,总费用,"\'-12.50",金额为负,negative amount\r\n' +
        'days_differ,consistency,warning,noted,1000,一月.csv,20,住院天数,3,住院日与日期不符,days differ from the dates\r\n' +
        'refunded,consistency,info,,4,,,,,退费结算,a refunded settlement\r\n',
    );
  });
});

it('the findings file has a row a finding, with what it means and how much it matters', () => {
  const findings = { ...load.findings, list: load.findings.list.slice(0, 2) };
  expect([...findingsCsv(findings, { bom: true })].join('')).toBe(
    '\uFEFFfile,row,column,value,rule,effect,meaning_zh,meaning_en,class,severity\r\n' +
      '一月.csv,7,总费用,"\'-12.50",amount_negative,refused,金额为负,negative amount,validity,error\r\n' +
      '一月.csv,9,年龄,"\'=cmd",age_invalid,refused,年龄无效,age not valid,validity,error\r\n',
  );
});

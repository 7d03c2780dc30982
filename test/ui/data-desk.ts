/**
 * The desk of eight stays as two files tell it: stays.csv with ten rows, of which the ninth and tenth record were refused, and bills.csv
 * with two more bills of the first stay: 52,310.00 = 52,310.00 (stays.csv:2) + 1,000.00 (bills.csv:2) − 1,000.00 (bills.csv:3).
 * Read 10 + 2 = loaded 8 + 2 + refused 2. Item lines: three of the first stay, one of the third.
 */
import type { Desk } from '../../src/app/desk.ts';
import type { Finding } from '../../src/stay/finding.ts';
import { NO_DATE, type StayTable } from '../../src/stay/stay-table.ts';
import { desk as plain } from './desk-fixture.ts';

const finding = (rule: Finding['rule'], effect: Finding['effect'], place: string, column: string, value: string): Finding => {
  const [file = '', row = ''] = place.split(':');
  return { file, row: Number(row), column, value, rule, effect };
};

const one = (text: string) => ({ codes: Uint32Array.of(1, 0, 0, 0, 0, 0, 0, 0), words: ['', text] });
const none = { codes: new Uint32Array(4), words: [''] };

export const stays: StayTable = {
  ...plain.stays,
  files: [
    {
      ...plain.stays.files[0]!,
      reading: {
        format: 'text',
        document: 'stay',
        score: 0.75,
        basis: 'official',
        headerRow: 1,
        separator: ',',
        columns: [
          { field: 'dx', from: ['主要诊断', '其他诊断'] },
          { field: 'total', from: ['总费用'] },
          { field: 'days', from: ['住院天数'] },
          { field: 'admitted', from: ['住院天数'] },
        ],
        dropped: ['姓名', '身份证号'],
        unused: ['备注'],
        known: [],
      },
    },
    {
      name: 'bills.csv',
      sha256: 'cd'.repeat(32),
      encoding: 'gb18030',
      profile: 'setl-extract',
      read: 2,
      loaded: 2,
      refused: 0,
      reading: {
        format: 'xlsx',
        document: 'settlement',
        score: 0.5,
        basis: 'assumption',
        headerRow: 3,
        separator: ',',
        columns: [{ field: 'total', from: ['总费用'] }],
        dropped: [],
        unused: [],
        known: [],
      },
    },
  ],
  settlements: {
    count: 4,
    stay: Uint32Array.of(0, 1, 0, 0),
    key: undefined,
    settled: new Int32Array(4).fill(NO_DATE),
    refunded: Uint8Array.of(0, 0, 1, 1),
    total: Float64Array.of(5_231_000, 980_000, 100_000, -100_000),
    fund: new Float64Array(4),
    patient: new Float64Array(4),
    other: new Float64Array(4),
    sourceFile: Uint16Array.of(0, 0, 1, 1),
    sourceRow: Uint32Array.of(2, 3, 2, 3),
  },
  charges: {
    count: 4,
    stay: Uint32Array.of(0, 0, 0, 2),
    category: new Uint8Array(4),
    item: none,
    name: none,
    quantity: new Float64Array(4),
    price: new Float64Array(4),
    amount: new Float64Array(4),
    charged: new Int32Array(4).fill(NO_DATE),
    selfpayShare: new Float64Array(4),
    sourceFile: new Uint16Array(4),
    sourceRow: new Uint32Array(4),
  },
  insurer: { drg: one('IC19'), weight: one('3.5'), payment: Float64Array.of(3_800_000, ...Array<number>(7).fill(Number.NaN)) },
};

export const desk: Desk = {
  ...plain,
  stays,
  findings: {
    list: [
      finding('settlements_joined', 'noted', 'bills.csv:3', '', ''),
      finding('days_differ', 'noted', 'stays.csv:4', '住院天数', '4'),
      finding('days_differ', 'noted', 'stays.csv:5', '住院天数', '7'),
      finding('amount_invalid', 'refused', 'stays.csv:10', '总费用', '***(3)'),
      finding('principal_missing', 'refused', 'stays.csv:9', '主要诊断', ''),
      finding('principal_missing', 'noted', 'stays.csv:11', '主要诊断', ''),
    ],
    counts: { settlements_joined: 1, days_differ: 3, amount_invalid: 1, principal_missing: 2 },
    listedPerRule: 2,
  },
};

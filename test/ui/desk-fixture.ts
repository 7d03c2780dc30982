/**
 * A desk of eight stays, worked by hand. Yuan; margin = payment - cost; the patient pays the same in every scenario.
 *
 *  stay  department  cost        patient     1.1 pays    2.0 standard  2.0 pays    2.0 margin
 *  1     骨科        52,310.00   10,000.00   47,310.00   38,213.85     38,213.85   -14,096.15
 *  2     骨科         9,800.00    2,000.00    9,800.00    9,000.00      9,000.00      -800.00
 *  3     骨科         4,200.00      800.00    4,200.00    9,000.00      9,000.00    +4,800.00
 *  4     心内科      31,000.00    6,000.00   30,000.00   30,000.00     30,000.00    -1,000.00
 *  5     心内科       8,600.50    1,600.50    9,100.50    9,600.50      9,600.50    +1,000.00
 *  6     心内科       2,000.00      400.00    2,000.00    9,600.50 low  2,000.00         0.00
 *  7     消化内科    40,000.00    8,000.00   30,000.00   10,000.00 high 20,000.00  -20,000.00
 *  8     消化内科     1,500.00      300.00    1,500.00   unpriced       1,500.00         0.00
 *  sum              149,410.50   29,100.50  133,910.50               119,314.35   -30,096.15
 *
 * 骨科 -10,096.15 of 66,310.00; 心内科 0.00 of 41,600.50; 消化内科 -20,000.00 of 41,500.00.
 * January (stays 1-4) -11,096.15, February -19,000.00. Weights of 2.0: 3.7362 + 0.9 + 0.9 + 3 + 0.96 + 0.96 + 1 = 11.4562, by 7 = 1.6366.
 */
import type { Group } from '../../grouper/result.ts';
import type { Trace } from '../../grouper/trace.ts';
import type { Desk, Run, StayExplanation } from '../../src/app/desk.ts';
import type { Change, ChangeRow, Dimension, Note, Row, ScenarioResult, Totals } from '../../src/compare/comparison.ts';
import { dimensions } from '../../src/compare/comparison.ts';
import { Decimal, type Fen, toFen } from '../../src/money.ts';
import { type Band, bandIndex, type Price, type Settlement } from '../../src/payment/settlement.ts';
import type { Parameter } from '../../src/scenario/parameter.ts';
import { type StayTable, stayId, type WordColumn } from '../../src/stay/stay-table.ts';

const fen = (yuan: readonly string[]): Float64Array => Float64Array.from(yuan, text => toFen(text));
const column = (texts: readonly string[]): WordColumn => {
  const words = ['', ...new Set(texts.filter(text => text !== ''))];
  return { codes: Uint32Array.from(texts, text => words.indexOf(text)), words };
};
const lists = (codes: readonly (readonly string[])[]): StayTable['dx'] => {
  const words = [...new Set(codes.flat())];
  return {
    offsets: Uint32Array.from([0, ...codes.map((_, i) => codes.slice(0, i + 1).flat().length)]),
    codes: Uint32Array.from(codes.flat(), code => words.indexOf(code)),
    words,
  };
};

const departments = ['骨科', '骨科', '骨科', '心内科', '心内科', '心内科', '消化内科', '消化内科'];
const insurance = ['310', '310', '310', '310', '310', '390', '390', '390'];
const cost = fen(['52310', '9800', '4200', '31000', '8600.50', '2000', '40000', '1500']);
const patient = fen(['10000', '2000', '800', '6000', '1600.50', '400', '8000', '300']);
const days = Int32Array.of(12, 6, 4, 7, 9, 1, 3, 2);
const JANUARY = 20_099; // 2025-01-11
const FEBRUARY = 20_130; // 2025-02-11

export const stays: StayTable = {
  count: 8,
  words: {
    hospital: column(Array<string>(8).fill('示范医院')),
    insurance: column(insurance),
    department: column(departments),
    doctor: column(['D001', 'D001', 'D002', 'D003', 'D003', 'D004', 'D005', 'D005']),
  },
  sex: Uint8Array.of(2, 1, 1, 1, 2, 2, 1, 2),
  age: Int16Array.of(78, 45, 33, 66, 71, 59, 52, 0),
  ageDays: Int16Array.of(-1, -1, -1, -1, -1, -1, -1, 3),
  birthWeight: new Int32Array(8).fill(-1),
  dx: lists([
    ['S72.000', 'I50.900', 'S70.800x011'],
    ['S82.100'],
    ['S52.500'],
    ['I21.900'],
    ['I50.900'],
    ['I50.900'],
    ['K80.100'],
    ['P59.900'],
  ]),
  px: lists([['81.5100'], [], [], ['36.0600'], [], [], ['51.2300'], []]),
  days,
  settled: Int32Array.of(JANUARY, JANUARY, JANUARY, JANUARY, FEBRUARY, FEBRUARY, FEBRUARY, FEBRUARY),
  money: { total: cost, cash: patient },
  files: [{ name: 'stays.csv', sha256: 'ab'.repeat(32), encoding: 'UTF-8', profile: 'casemix', read: 10, loaded: 8, refused: 2 }],
  sourceFile: new Uint16Array(8),
  sourceRow: Uint32Array.of(2, 3, 4, 5, 6, 7, 8, 11),
};

const group = (drg: string, name: string, status: Group['status'] = 'grouped'): Group => ({
  mdc: drg[0] ?? '',
  adrg: drg.slice(0, 3),
  drg,
  name,
  status,
});
const groups: readonly Group[] = [
  group('0000', '未入组', 'ungrouped'),
  group('IC29', '髋、肩、膝、肘和踝关节置换术'),
  group('IR29', '四肢骨折'),
  group('FM19', '经皮冠状动脉支架植入'),
  group('FR25', '心力衰竭'),
  group('GD29', '胆囊切除手术'),
];
const groupOf = Uint16Array.of(1, 2, 2, 3, 4, 4, 5, 0);

type Drawn = {
  readonly id: string;
  readonly title: string;
  readonly method: string;
  readonly catalogue: string;
  readonly policy: string;
  readonly payment: Float64Array;
  readonly standard: readonly string[];
  readonly weight: readonly string[];
  readonly band: readonly Band[];
  readonly notes: readonly Note[];
};

const priceOf = (index: number, weight: string, standard: string): Price => ({
  group: index,
  level: '三级',
  insurance: '',
  weight: new Decimal(weight),
  coefficient: new Decimal(1),
  rate: new Decimal(10_000),
  perWeight: new Decimal(10_000),
  meanPerWeight: new Decimal(10_000),
  weightAt: '',
  times: new Decimal(1),
  factors: [],
  atCost: false,
  unmodified: new Decimal(standard),
  midLowTo: -1,
  standardExact: new Decimal(standard),
  standard: toFen(standard),
  benchmark: new Decimal(standard),
  // Under 2.0 stay 6 lies below 0.3 × 9,600.50 = 2,880.15, stay 7 above 3 × 10,000.00; nobody else lies beyond a line.
  lowTo: toFen(new Decimal(standard).times('0.3')),
  highFrom: toFen(new Decimal(standard).times(3)),
});

const lowLine: Parameter = {
  path: 'outliers.low.threshold',
  from: '',
  value: '0.3',
  unit: 'ratio',
  source: '示例来源',
  illustrative: true,
  at: 'data/policies/wuhan.yaml:44',
  edited: false,
};

function runOf({ id, title, method, catalogue, policy, payment, standard, weight, band, notes }: Drawn): Run {
  const priced = standard.map((text, row) => (text === '' ? -1 : groupOf[row]! - 1));
  const prices =
    standard.length === 0
      ? []
      : groups.slice(1).map((_, i) => priceOf(i + 1, weight[priced.indexOf(i)] ?? '1', standard[priced.indexOf(i)] ?? '1'));
  const price = Int32Array.from({ length: 8 }, (_, row) => priced[row] ?? -1);
  const settlement: Settlement = {
    count: 8,
    policies: [],
    by: new Uint8Array(8),
    prices,
    price,
    band: Uint8Array.from(band, name => bandIndex[name]),
    reason: new Uint8Array(8),
    standard: Float64Array.from(price, at => prices[at]?.standard ?? 0),
    payment,
    fund: payment.map((amount, row) => amount - patient[row]!),
    patient,
    other: new Float64Array(8),
    margin: payment.map((amount, row) => amount - cost[row]!),
  };
  const grouping =
    catalogue === ''
      ? undefined
      : {
          catalogue,
          groups,
          columns: { count: 8, group: groupOf, row: new Uint16Array(8), severity: new Uint8Array(8), decider: new Uint8Array(8) },
        };
  const totals = (rows: readonly number[]): Totals => totalsOf(rows, settlement);
  const all = [...stays.sex.keys()];
  const by = Object.fromEntries(
    dimensions.map(dimension => [
      dimension,
      partsOf(dimension, catalogue !== '').map(({ key, label, rows }) => ({ key, label, ...totals(rows) })),
    ]),
  );
  const result: ScenarioResult = {
    id,
    title,
    hash: id.padEnd(64, '0'),
    method,
    catalogue,
    policy,
    input: 8,
    excluded: 0,
    inScope: 8,
    totals: totals(all),
    by: by as unknown as Record<Dimension, readonly Row[]>,
    notes,
  };
  return { result, grouping, settlement, parameters: method === 'ffs' ? [] : [lowLine], benchmarks: [] };
}

function totalsOf(rows: readonly number[], { payment, fund, margin, band, price, prices }: Settlement): Totals {
  const sum = (amounts: ArrayLike<number>) => rows.reduce((so, row) => so + amounts[row]!, 0);
  const unpriced = rows.filter(row => band[row] === bandIndex.unpriced);
  const priced = rows.filter(row => price[row]! >= 0);
  const weight = priced.reduce((so, row) => so.plus(prices[price[row]!]!.weight), new Decimal(0));
  return {
    stays: rows.length,
    unpriced: unpriced.length,
    unpricedCost: unpriced.reduce((so, row) => so + cost[row]!, 0),
    cost: sum(cost),
    payment: sum(payment),
    fund: sum(fund),
    patient: sum(patient),
    other: 0,
    margin: sum(margin),
    groupResult: sum(payment) - sum(cost),
    days: sum(days),
    weight: prices.length > 0 ? weight.toString() : '',
    cmi: priced.length > 0 ? weight.div(priced.length).toFixed(4) : '',
    priced: priced.length,
    low: rows.filter(row => band[row] === bandIndex.low).length,
    high: rows.filter(row => band[row] === bandIndex.high).length,
  };
}

function partsOf(dimension: Dimension, grouped: boolean): readonly { key: string; label: string; rows: readonly number[] }[] {
  switch (dimension) {
    case 'hospital':
      return [{ key: '示范医院', label: '示范医院', rows: [0, 1, 2, 3, 4, 5, 6, 7] }];
    case 'department':
      return [
        { key: '骨科', label: '骨科', rows: [0, 1, 2] },
        { key: '心内科', label: '心内科', rows: [3, 4, 5] },
        { key: '消化内科', label: '消化内科', rows: [6, 7] },
      ];
    case 'group':
      return grouped
        ? [
            ...groups
              .slice(1)
              .map(({ drg, name }, i) => ({ key: drg, label: name, rows: [...groupOf.keys()].filter(row => groupOf[row] === i + 1) })),
            { key: 'unpriced', label: '未定价', rows: [7] },
          ]
        : [{ key: 'all', label: '不分组', rows: [0, 1, 2, 3, 4, 5, 6, 7] }];
    case 'insurance':
      return [
        { key: '310', label: '职工基本医疗保险', rows: [0, 1, 2, 3, 4] },
        { key: '390', label: '城乡居民基本医疗保险', rows: [5, 6, 7] },
      ];
    case 'month':
      return [
        { key: '2025-01', label: '2025-01', rows: [0, 1, 2, 3] },
        { key: '2025-02', label: '2025-02', rows: [4, 5, 6, 7] },
      ];
  }
}

const illustrative: Note = {
  kind: 'illustrative',
  zh: '费率与系数为示例，不是当地现行标准',
  en: 'rate and coefficients are illustrative, not the local rules in force',
};
const rebase: Note = {
  kind: 'rebase',
  zh: '费率按总量不变重定：10,228.00 → 9,871.35',
  en: 'rate rebased so that the total stays: 10,228.00 → 9,871.35',
};

const ffs = runOf({
  id: 'ffs',
  title: '按项目',
  method: 'ffs',
  catalogue: '',
  policy: '',
  payment: cost,
  standard: [],
  weight: [],
  band: Array<Band>(8).fill('ffs'),
  notes: [],
});
const drg11 = runOf({
  id: 'drg11',
  title: 'DRG 1.1',
  method: 'drg_rate',
  catalogue: 'chs-drg-1.1',
  policy: 'wuhan',
  payment: fen(['47310', '9800', '4200', '30000', '9100.50', '2000', '30000', '1500']),
  standard: ['47310', '9800', '9800', '30000', '9100.50', '9100.50', '10000', ''],
  weight: ['3', '1', '1', '2', '1', '1', '1', ''],
  band: ['normal', 'normal', 'normal', 'normal', 'normal', 'low', 'high', 'unpriced'],
  notes: [illustrative],
});
const drg20 = runOf({
  id: 'drg20',
  title: 'DRG 2.0',
  method: 'drg_rate',
  catalogue: 'chs-drg-2.0',
  policy: 'wuhan',
  payment: fen(['38213.85', '9000', '9000', '30000', '9600.50', '2000', '20000', '1500']),
  standard: ['38213.85', '9000', '9000', '30000', '9600.50', '9600.50', '10000', ''],
  weight: ['3.7362', '0.9', '0.9', '3', '0.96', '0.96', '1', ''],
  band: ['normal', 'normal', 'normal', 'normal', 'normal', 'low', 'high', 'unpriced'],
  notes: [illustrative, rebase],
});
const runs = [ffs, drg11, drg20];

function changeFrom({ result }: Run): Change {
  const amounts = ['stays', 'cost', 'fund', 'patient', 'other', 'margin', 'payment', 'groupResult'] as const;
  const less = (row: ChangeRow, before: ChangeRow | undefined) =>
    Object.fromEntries(amounts.map(name => [name, row[name] - (before?.[name] ?? 0)])) as ChangeRow;
  const before = ffs.result.by;
  const rows = (dimension: Dimension) =>
    result.by[dimension].map(row => ({
      key: row.key,
      ...(dimension === 'group'
        ? { ...less(row, row), fund: row.margin, margin: row.margin, payment: row.margin, groupResult: row.margin }
        : less(
            row,
            before[dimension].find(({ key }) => key === row.key),
          )),
    }));
  return {
    scenario: result.id,
    baseline: 'ffs',
    totals: less(result.totals, ffs.result.totals),
    by: Object.fromEntries(dimensions.map(dimension => [dimension, rows(dimension)])) as unknown as Change['by'],
  };
}

const names: Readonly<Record<string, string>> = {
  'S72.000': '股骨颈骨折',
  'S70.800x011': '髋部损伤',
  'I50.900': '心力衰竭',
  'S82.100': '胫骨上端骨折',
  'S52.500': '桡骨下端骨折',
  'I21.900': '急性心肌梗死',
  'K80.100': '胆囊结石伴胆囊炎',
  'P59.900': '新生儿黄疸',
  '81.5100': '全髋关节置换',
};

const hip: Trace = {
  catalogue: 'chs-drg-2.0',
  group: groups[1]!,
  mdcs: [{ mdc: 'I', name: '肌肉、骨骼疾病及功能障碍', entered: true, checks: [{ atom: 'pdx in D1', holds: true, facts: ['S72.000'] }] }],
  adrg: {
    adrg: 'IC2',
    name: '髋、肩、膝、肘和踝关节置换术',
    kind: 'surgery',
    line: 212,
    checks: [{ atom: 'px1 in P1', holds: true, facts: ['81.5100'] }],
  },
  nearMisses: [
    {
      adrg: 'IC1',
      name: '髋、膝关节翻修术',
      kind: 'surgery',
      line: 211,
      checks: [
        { atom: 'pdx in D1', holds: true, facts: ['S72.000'] },
        { atom: 'px1 in P1', holds: false, facts: ['81.5100'] },
      ],
    },
  ],
  complications: [
    { code: 'I50.900', level: 'mcc', exclusionGroup: '90', cancelled: false, decides: true },
    { code: 'S70.800x011', level: 'mcc', exclusionGroup: '194', cancelled: true, decides: false },
  ],
  drgs: [{ drg: 'IC29', name: '髋、肩、膝、肘和踝关节置换术', condition: 'true', holds: true }],
};

const at = 'data/policies/wuhan.yaml:31';

function explain(row: number): StayExplanation {
  return {
    stay: stayId(row),
    traces: row === 0 ? [hip] : [],
    payments: runs.map(({ result, settlement, grouping }) => {
      const price = settlement.prices[settlement.price[row]!];
      const payment = settlement.payment[row]! as Fen;
      return {
        scenario: result.id,
        title: result.title,
        policy: result.policy,
        band: (Object.keys(bandIndex) as Band[])[settlement.band[row]!]!,
        reason: '',
        drg: grouping ? groups[groupOf[row]!]!.drg : '',
        weight: price?.weight.toString() ?? '',
        cost: cost[row]!,
        standard: settlement.standard[row]!,
        ratio: price ? new Decimal(cost[row]!).div(100).div(price.benchmark).toFixed(4) : '',
        payment,
        fund: settlement.fund[row]!,
        patient: patient[row]!,
        other: 0,
        margin: settlement.margin[row]!,
        lines: [
          price
            ? { part: 'payment', label: 'standard', amount: payment, working: `10228 × ${price.weight}`, source: at }
            : { part: 'payment', label: 'cost', amount: payment, working: '', source: undefined },
          { part: 'fund', label: 'payment', amount: payment, working: '', source: undefined },
          { part: 'fund', label: 'less_patient', amount: -patient[row]! as Fen, working: '', source: undefined },
        ],
      };
    }),
  };
}

export const desk: Desk = {
  title: '示范医院',
  synthetic: true,
  stays,
  findings: { list: [], counts: { principal_missing: 2, days_differ: 1 }, listedPerRule: 100 },
  runs,
  comparison: {
    id: 'reforms',
    title: '按项目 → DRG 1.1 → DRG 2.0',
    data: { sha256: 'ab'.repeat(32), stays: 8, cost: ffs.result.totals.cost },
    scenarios: runs.map(({ result }) => result),
    changes: [drg11, drg20].map(changeFrom),
  },
  nameOf: code => names[code] ?? '',
  explain,
};

/** Three stays with every kind of gap, their groups and two runs; amounts in fen are written out in the tests that use them. */
import type { Group } from '../../grouper/result.ts';
import { Decimal, toFen } from '../../src/money.ts';
import { bandIndex, type Price, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import { NO_STAY } from '../../src/stay/settlements.ts';
import { NO_DATE, NO_MONEY, type StayTable, wordFields } from '../../src/stay/stay-table.ts';
import type { Filling } from '../../src/store/filling.ts';

const fen = (...amounts: number[]) => Float64Array.from(amounts);
const words = (texts: readonly string[], ...codes: number[]) => ({ codes: Uint32Array.from(codes), words: texts });

/** 2025-01-31 is day 20 119 of 1970, 2025-02-01 the day after. */
const JANUARY_31 = 20_119;

export const sampleStays: StayTable = {
  count: 3,
  words: {
    department: words(['', '骨科', '儿科'], 1, 2, 0),
    insurance: words(['', '310', '390'], 1, 2, 1),
  },
  sex: Uint8Array.of(1, 2, 0),
  age: Int16Array.of(78, 0, -1),
  ageDays: Int16Array.of(-1, 12, -1),
  birthWeight: Int32Array.of(-1, 2_500, -1),
  dx: { offsets: Uint32Array.of(0, 2, 3, 4), codes: Uint32Array.of(0, 1, 2, 0), words: ['S72.000', 'I50.900', 'P07.300'] },
  px: { offsets: Uint32Array.of(0, 1, 1, 1), codes: Uint32Array.of(0), words: ['81.5100'] },
  days: Int32Array.of(12, 7, -1),
  admitted: Int32Array.of(JANUARY_31 - 12, JANUARY_31 - 6, NO_DATE),
  discharged: Int32Array.of(JANUARY_31, JANUARY_31 + 1, NO_DATE),
  daySurgery: Uint8Array.of(0, 1, 2),
  icuHours: fen(12.5, 0, NO_MONEY),
  money: {
    total: fen(5_231_000, 300_000, 100_001),
    bed: fen(31_000, 0, NO_MONEY),
    surgery: fen(5_200_000, 300_000, NO_MONEY),
    fund: fen(4_000_000, 200_000, NO_MONEY),
    medical_aid: fen(31_000, NO_MONEY, NO_MONEY),
    account: fen(200_000, 0, NO_MONEY),
    cash: fen(1_000_000, 100_000, NO_MONEY),
  },
  files: [{ name: 'stays.csv', sha256: 'f'.repeat(64), encoding: 'utf-8', profile: 'own', read: 4, loaded: 3, refused: 1 }],
  sourceFile: Uint16Array.of(0, 0, 0),
  sourceRow: Uint32Array.of(2, 3, 5),
};

/** The same stays with every column a table may have; one settlement of a visit that was refunded as a whole, two item lines. */
export const fullStays: StayTable = {
  ...sampleStays,
  words: Object.fromEntries(wordFields.map((field, i) => [field, sampleStays.words[field] ?? words(['', `甲${i}`], 1, 0, 1)])),
  settled: Int32Array.of(JANUARY_31, NO_DATE, -365),
  readmitPlanned: Uint8Array.of(0, 1, 2),
  refunded: Uint8Array.of(0, 1, 2),
  ventHours: fen(NO_MONEY, 0.25, 1_000),
  patientKey: words(['', 'p1'], 1, 1, 0),
  settlementKey: words(['', 'k1', 'k2', 'k3'], 1, 2, 3),
  visitKey: words(['', 'v1', 'v2'], 1, 2, 0),
  identifiers: { id_stay: words(['', 'B1', 'B2'], 1, 2, 0), id_name: words(['', '测试'], 0, 1, 0) },
  insurer: { drg: words(['', 'IC29'], 1, 0, 0), weight: words(['', '3.70'], 1, 0, 0), payment: fen(3_800_000, NO_MONEY, NO_MONEY) },
  settlements: {
    count: 2,
    stay: Uint32Array.of(0, NO_STAY),
    key: words(['', 'k1', 'k9'], 1, 2),
    settled: Int32Array.of(JANUARY_31, NO_DATE),
    refunded: Uint8Array.of(0, 1),
    total: fen(5_231_000, -100),
    fund: fen(4_000_000, NO_MONEY),
    patient: fen(1_200_000, NO_MONEY),
    other: fen(31_000, NO_MONEY),
    sourceFile: Uint16Array.of(0, 0),
    sourceRow: Uint32Array.of(2, 7),
  },
  charges: {
    count: 2,
    stay: Uint32Array.of(1, 1),
    // surgery is the sixth category
    category: Uint8Array.of(6, 0),
    item: words(['', '81.5100'], 1, 0),
    name: words(['', '置换'], 1, 0),
    quantity: fen(2, NO_MONEY),
    price: fen(150_000, NO_MONEY),
    amount: fen(300_000, -5_000),
    charged: Int32Array.of(JANUARY_31, NO_DATE),
    selfpayShare: fen(0.1, NO_MONEY),
    sourceFile: Uint16Array.of(0, 0),
    sourceRow: Uint32Array.of(9, 10),
  },
  files: sampleStays.files.map(file => ({
    ...file,
    reading: {
      format: 'text',
      document: 'settlement',
      score: 0.75,
      basis: 'official',
      headerRow: 1,
      separator: ',',
      columns: [{ field: 'total', from: ['总费用'] }],
      dropped: ['姓名'],
      unused: [],
      known: [],
    },
  })),
};

const groups: readonly Group[] = [
  { mdc: '0000', adrg: '00', drg: '0000', name: '未入组', status: 'ungrouped' },
  { mdc: 'MDCI', adrg: 'IC2', drg: 'IC29', name: '关节置换术', status: 'grouped' },
];

const grouping = {
  catalogue: 'chs-drg-2.0',
  groups,
  columns: {
    count: 3,
    group: Uint16Array.of(1, 1, 0),
    row: Uint16Array.of(7, 7, 0xffff),
    severity: Uint8Array.of(2, 0, 0),
    decider: Uint8Array.of(1, 0xff, 0xff),
  },
};

const price: Price = {
  group: 1,
  level: 'tertiary',
  insurance: 'employee',
  weight: new Decimal('3.7362'),
  coefficient: new Decimal(1),
  rate: new Decimal(10_228),
  perWeight: new Decimal(10_228),
  meanPerWeight: new Decimal(10_228),
  weightAt: 'weights.tsv:2',
  times: new Decimal(1),
  factors: [],
  atCost: false,
  unmodified: new Decimal('38213.8536'),
  midLowTo: -1,
  standardExact: new Decimal('38213.8536'),
  standard: toFen('38213.8536'),
  benchmark: new Decimal('38213.8536'),
  lowTo: -1,
  highFrom: Number.POSITIVE_INFINITY,
};

const ffs: Settlement = {
  count: 3,
  policies: [],
  by: new Uint8Array(3),
  prices: [],
  price: Int32Array.of(-1, -1, -1),
  band: new Uint8Array(3).fill(bandIndex.ffs),
  reason: new Uint8Array(3),
  standard: fen(0, 0, 0),
  payment: fen(5_231_000, 300_000, 100_001),
  fund: fen(4_000_000, 200_000, NO_MONEY),
  patient: fen(1_200_000, 100_000, NO_MONEY),
  other: fen(31_000, 0, 0),
  margin: fen(0, 0, 0),
};

const drg: Settlement = {
  ...ffs,
  prices: [price],
  price: Int32Array.of(0, -1, -1),
  band: Uint8Array.of(bandIndex.normal, bandIndex.out, bandIndex.unpriced),
  reason: Uint8Array.of(0, 0, unpricedReasons.indexOf('ungrouped')),
  standard: fen(3_821_385, 0, 0),
  payment: fen(3_821_385, 0, 100_001),
  fund: fen(2_590_385, 0, NO_MONEY),
  patient: fen(1_200_000, 0, NO_MONEY),
  other: fen(31_000, 0, 0),
  margin: fen(-1_409_615, 0, 0),
};

const origin = { hash: 'a'.repeat(64), catalogue: '', policy: 'ffs', method: 'ffs' };

export const sampleFilling: Filling = {
  stays: sampleStays,
  findings: {
    list: [{ file: 'stays.csv', row: 4, column: 'age', value: '-3', rule: 'age_invalid', effect: 'refused' }],
    counts: { age_invalid: 1 },
    listedPerRule: 20,
  },
  groupings: [],
  runs: [
    { result: { ...origin, id: 'ffs', title: '按项目', input: 3, excluded: 0, inScope: 3 }, grouping: undefined, settlement: ffs },
    {
      result: {
        ...origin,
        id: 'drg20',
        title: 'DRG 2.0',
        method: 'drg_rate',
        catalogue: 'chs-drg-2.0',
        policy: 'wuhan',
        input: 3,
        excluded: 1,
        inScope: 2,
      },
      grouping,
      settlement: drg,
    },
  ],
};

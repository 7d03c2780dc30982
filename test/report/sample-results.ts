/** Three rows of group and settle output: a joint replacement, an ungrouped stay and an ambiguous one, with ids as hospitals have them. */
import type { Group } from '../../grouper/result.ts';
import { Decimal, toFen } from '../../src/money.ts';
import { bandIndex, type Settlement, unpricedReasons } from '../../src/payment/settlement.ts';
import type { GroupRows, SettleRows } from '../../src/report/result-rows.ts';

const groups: readonly Group[] = [
  { mdc: '0000', adrg: '00', drg: '0000', name: '未入组', status: 'ungrouped' },
  { mdc: 'MDCI', adrg: 'IC2', drg: 'IC29', name: '髋、肩、膝, 置换术', status: 'grouped' },
  { mdc: 'MDCB', adrg: 'QY', drg: 'BQY', name: '歧义组', status: 'ambiguous' },
];
const columns = {
  count: 3,
  group: Uint16Array.of(1, 0, 2),
  row: Uint16Array.of(4, 0xffff, 9),
  severity: Uint8Array.of(2, 0, 1),
  decider: Uint8Array.of(1, 0xff, 1),
};
const ids = ['ZY-001', '=1+1', 'a"b,c'];

export const groupRows: GroupRows = { catalogue: 'chs-drg-2.0', groups, columns, idOf: row => ids[row]! };

// rate 10 228 x weight 3.7362 = 38 213.8536, shown to the fen; 52 310.00 / 38 213.8536 = 1.36887...
const standardExact = new Decimal('10228').times('3.7362');
const settlement: Settlement = {
  count: 3,
  policies: [],
  by: new Uint8Array(3),
  prices: [
    {
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
      unmodified: new Decimal(standardExact),
      midLowTo: -1,
      standardExact,
      standard: toFen(standardExact),
      benchmark: standardExact,
      lowTo: -1,
      highFrom: Number.POSITIVE_INFINITY,
    },
  ],
  price: Int32Array.of(0, -1, -1),
  band: Uint8Array.of(bandIndex.normal, bandIndex.unpriced, bandIndex.ratio),
  reason: Uint8Array.of(0, unpricedReasons.indexOf('no_weight'), 0),
  standard: Float64Array.of(3_821_385, 0, 0),
  payment: Float64Array.of(3_821_385, 100_000, 70_000),
  fund: Float64Array.of(2_909_345, 60_000, 50_000),
  patient: Float64Array.of(912_040, 40_000, Number.NaN),
  other: Float64Array.of(0, 0, 0),
  margin: Float64Array.of(-1_409_615, 0, -30_000),
};

export const settleRows: SettleRows = {
  settlement,
  groupings: [{ groups, columns }],
  cost: Float64Array.of(5_231_000, 100_000, 100_000),
  idOf: String,
  ruleOf: ({ band, reason }) => (reason === '' ? `rule ${band}` : reason),
};

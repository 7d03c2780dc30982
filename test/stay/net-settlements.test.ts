import { describe, expect, it } from 'vitest';
import { netSettlements } from '../../src/stay/net-settlements.ts';
import { settlementCounts } from '../../src/stay/settlement-counts.ts';
import { NO_STAY } from '../../src/stay/settlements.ts';
import { type Bill, billsOf, type Noted, notes, tableOf } from './bills.ts';

/** Day 20 000; interim bills of a stay of 95 days. */
const D = 20_000;

function net(bills: readonly Bill[], sameDay: 0 | 1 = 1) {
  const noted = notes();
  const input = tableOf(bills);
  const { table, from } = netSettlements(input, { sameDay }, noted.note);
  const settlements = table.settlements;
  return {
    unchanged: table === input,
    stays: billsOf(table).map(({ paper: _, ...stay }) => stay),
    from: [...from],
    // the stay of every row that was read, x where it has none
    of: settlements && [...settlements.stay].map(stay => (stay === NO_STAY ? 'x' : String(stay))).join(' '),
    refunded: settlements && [...settlements.refunded].join(''),
    notes: noted.sorted(),
    table,
  };
}

type Case = {
  readonly title: string;
  readonly bills: readonly Bill[];
  /** Totals of the stays that come out. */
  readonly totals: readonly number[];
  /** Stay of every row. */
  readonly of: string | undefined;
  readonly notes: readonly Noted[];
};

const refunds: readonly Case[] = [
  {
    title: 'takes back the bill with its number',
    bills: [
      { id: 'A', total: 100 },
      { id: 'B', total: 70 },
      { id: 'A', total: -100, refunded: 1 },
    ],
    totals: [70],
    of: 'x 0 x',
    notes: [[2, 'refund_netted']],
  },
  {
    title: 'needs no mark',
    bills: [
      { id: 'A', total: 100 },
      { id: 'A', total: -100 },
      { id: 'B', total: 1 },
    ],
    totals: [1],
    of: 'x x 0',
    notes: [[1, 'refund_netted']],
  },
  {
    title: 'takes back the bill of the visit that is its opposite, and the bill settled again counts',
    bills: [
      { visit: 'V', id: 'A', total: 100, settled: D, from: D - 5, to: D },
      { visit: 'V', id: 'B', total: -100, settled: D + 1, from: D - 5, to: D },
      { visit: 'V', id: 'C', total: 90, settled: D + 2, from: D - 5, to: D },
    ],
    totals: [90],
    of: '0 0 0',
    notes: [[1, 'refund_netted']],
  },
  {
    title: 'stands before its bill',
    bills: [
      { visit: 'V', id: 'B', total: -100, settled: D },
      { visit: 'V', id: 'A', total: 100, settled: D + 1 },
      { visit: 'V', id: 'C', total: 90, settled: D + 2 },
    ],
    totals: [90],
    of: '0 0 0',
    notes: [[0, 'refund_netted']],
  },
  {
    title: 'of more than the bill and of another number is no refund of it',
    bills: [
      { visit: 'V', id: 'A', total: 100 },
      { visit: 'V', id: 'B', total: -101 },
    ],
    totals: [100],
    of: '0 0',
    notes: [[1, 'refund_unmatched']],
  },
  {
    // 700 - 200
    title: 'of a part of the only bill of its visit is taken off',
    bills: [
      { visit: 'V', id: 'A', total: 700, settled: D, from: D - 5, to: D },
      { visit: 'V', id: 'B', total: -200, settled: D + 1, refunded: 1 },
    ],
    totals: [500],
    of: '0 0',
    notes: [[1, 'refund_partial']],
  },
  {
    title: 'of a part is taken off the bill with its number, also where the visit has two',
    bills: [
      { visit: 'V', id: 'A', total: 700, settled: D, from: D - 5, to: D },
      { visit: 'V', id: 'C', total: 50, settled: D + 90, from: D + 80, to: D + 90 },
      { visit: 'V', id: 'A', total: -200, settled: D + 91 },
    ],
    totals: [500, 50],
    of: '0 1 0',
    notes: [
      [1, 'visit_repeats'],
      [2, 'refund_partial'],
    ],
  },
  {
    title: 'of a part of one of two bills says not which',
    bills: [
      { visit: 'V', id: 'A', total: 700, from: D, to: D + 5 },
      { visit: 'V', id: 'B', total: 600, from: D + 5, to: D + 9 },
      { visit: 'V', id: 'C', total: -200 },
    ],
    totals: [1300],
    of: '0 0 0',
    notes: [
      [0, 'settlements_joined'],
      [2, 'refund_unmatched'],
    ],
  },
  {
    // 700 - 200 - 500 = 0; one more is more than there is
    title: 'of a part, until nothing is left of the bill',
    bills: [
      { visit: 'V', id: 'A', total: 700, settled: D },
      { visit: 'V', id: 'B', total: -200, settled: D + 1 },
      { visit: 'V', id: 'C', total: -500, settled: D + 2 },
      { visit: 'V', id: 'E', total: -1, settled: D + 3 },
    ],
    totals: [0],
    of: '0 0 0 0',
    notes: [
      [1, 'refund_partial'],
      [2, 'refund_partial'],
      [3, 'refund_unmatched'],
    ],
  },
  {
    title: 'of less than a bill that is marked takes all of it back',
    bills: [
      { id: 'A', total: 700, refunded: 1 },
      { id: 'A', total: -200, refunded: 1 },
      { id: 'B', total: 3 },
    ],
    totals: [3],
    of: 'x x 0',
    notes: [[1, 'refund_netted']],
  },
  {
    title: 'of another fund payment is no refund of the bill',
    bills: [
      { visit: 'V', id: 'A', total: 100, fund: 60 },
      { visit: 'V', id: 'B', total: -100, fund: -61 },
    ],
    totals: [100],
    of: '0 0',
    notes: [[1, 'refund_unmatched']],
  },
  {
    title: 'of an unknown fund payment is a refund of the bill',
    bills: [
      { visit: 'V', id: 'A', total: 100, fund: 60 },
      { visit: 'V', id: 'B', total: -100 },
      { visit: 'W', total: 5 },
    ],
    totals: [5],
    of: 'x x 0',
    notes: [[1, 'refund_netted']],
  },
  {
    title: 'takes back a bill once: the second one has none',
    bills: [
      { id: 'A', total: 100 },
      { id: 'A', total: -100 },
      { id: 'A', total: -100 },
      { id: 'B', total: 7 },
    ],
    totals: [7],
    of: 'x x x 0',
    notes: [
      [1, 'refund_netted'],
      [2, 'refund_unmatched'],
    ],
  },
  {
    // 100 - 100 + 80 - 80 + 90
    title: 'and settling again, twice',
    bills: [
      { visit: 'V', total: 100, settled: D },
      { visit: 'V', total: -100, settled: D + 1 },
      { visit: 'V', total: 80, settled: D + 1 },
      { visit: 'V', total: -80, settled: D + 2 },
      { visit: 'V', total: 90, settled: D + 2 },
    ],
    totals: [90],
    of: '0 0 0 0 0',
    notes: [
      [1, 'refund_netted'],
      [3, 'refund_netted'],
    ],
  },
  {
    title: 'of one of two equal bills: the later one before it is taken back',
    bills: [
      { visit: 'V', total: 100, settled: D, from: D - 9, to: D - 5 },
      { visit: 'V', total: 100, settled: D + 1, from: D - 4, to: D },
      { visit: 'V', total: -100, settled: D + 2, from: D - 4, to: D },
    ],
    totals: [100],
    of: '0 0 0',
    notes: [[2, 'refund_netted']],
  },
  {
    title: 'of one of two equal bills: the one that is marked is taken back',
    bills: [
      { visit: 'V', total: 100, refunded: 1 },
      { visit: 'V', total: 100, refunded: 0 },
      { visit: 'V', total: -100, refunded: 1 },
    ],
    totals: [100],
    of: '0 0 0',
    notes: [[2, 'refund_netted']],
  },
  {
    title: 'without its bill does not count',
    bills: [
      { id: 'A', total: -100, refunded: 1 },
      { id: 'B', total: 50 },
    ],
    totals: [50],
    of: 'x 0',
    notes: [[0, 'refund_unmatched']],
  },
  {
    title: 'that is only a mark takes its own bill back',
    bills: [
      { id: 'A', total: 100, refunded: 1 },
      { id: 'B', total: 50, refunded: 0 },
    ],
    totals: [50],
    of: 'x 0',
    notes: [[0, 'refunded']],
  },
  {
    title: 'of a marked row without a total is seen by its fund payment',
    bills: [
      { id: 'A', fund: 60 },
      { id: 'A', fund: -60, refunded: 1 },
      { id: 'B', total: 3 },
    ],
    totals: [3],
    of: 'x x 0',
    notes: [[1, 'refund_netted']],
  },
  {
    // a claim of another country: nothing says that it was refunded
    title: 'is not a fund payment below nothing',
    bills: [{ id: 'A', total: 100, fund: -5 }],
    totals: [100],
    of: undefined,
    notes: [],
  },
  {
    title: 'is not a bill of nothing',
    bills: [{ id: 'A', total: 0, visit: 'V' }],
    totals: [0],
    of: undefined,
    notes: [],
  },
  {
    // the first stay is gone; the number comes back half a year later
    title: 'of a stay that is over leaves no stay behind, although the visit number comes back',
    bills: [
      { visit: 'V', total: 100, from: D, to: D + 5 },
      { visit: 'V', total: -100, from: D, to: D + 5 },
      { visit: 'V', total: 30, from: D + 180, to: D + 183 },
    ],
    totals: [30],
    of: 'x x 0',
    notes: [[1, 'refund_netted']],
  },
];

describe('a refund', () => {
  it.each(refunds)('$title', ({ bills, totals, of, notes: expected }) => {
    const netted = net(bills);
    expect([netted.stays.map(({ total }) => total), netted.of, netted.notes]).toEqual([totals, of, expected]);
  });

  it('marks the reversal and the bill it takes back, not the bill settled again', () => {
    expect(net(refunds[2]!.bills).refunded).toBe('110');
  });

  it('of a part takes off every amount, stays in the sums of its stay, and changes nothing else of it', () => {
    const netted = net([
      { visit: 'V', id: 'A', total: 700, fund: 420, cash: 280, settled: D, from: D - 5, to: D, days: 5, dx: ['I63.900'] },
      {
        visit: 'V',
        id: 'B',
        total: -200,
        fund: -120,
        cash: -80,
        settled: D + 9,
        from: D - 5,
        to: D,
        days: 5,
        dx: ['I10.x00'],
        refunded: 1,
      },
    ]);
    expect([netted.stays, netted.refunded, netted.table.settlements && settlementCounts(netted.table.settlements)]).toEqual([
      [{ visit: 'V', id: 'A', total: 500, fund: 300, cash: 200, settled: D, from: D - 5, to: D, days: 5, dx: ['I63.900'] }],
      '00',
      { settlements: 2, stays: 1, joined: 0, netted: 0 },
    ]);
  });

  it('says how much it is where its bill is not there', () => {
    const values: (string | undefined)[] = [];
    netSettlements(tableOf([{ id: 'A', total: -20_050 }]), { sameDay: 1 }, (...found) => values.push(found[4]));
    expect(values).toEqual(['-200.50']);
    // and nothing of it is netted
    const { settlements } = netSettlements(
      tableOf([
        { id: 'A', total: -20_050 },
        { id: 'B', total: 100 },
      ]),
      { sameDay: 1 },
      () => {},
    ).table;
    expect([settlements?.unmatched, settlements && settlementCounts(settlements)]).toEqual([
      { settlements: 1, fen: -20_050 },
      { settlements: 2, stays: 1, joined: 0, netted: 0 },
    ]);
  });
});

describe('bills of one stay', () => {
  // 30 + 40 + 25 days; 300 + 400 + 250 = 950, the fund 700 + a missing one + 100, cash in none
  it('three interim bills are one stay: amounts added, dates from the first to the last', () => {
    const bills: Bill[] = [
      {
        visit: 'V',
        id: 'A',
        from: D,
        to: D + 30,
        days: 30,
        settled: D + 30,
        total: 30_000,
        fund: 700,
        dx: ['I63.900'],
        department: '内科',
      },
      { visit: 'V', id: 'B', from: D + 30, to: D + 70, days: 40, settled: D + 70, total: 40_000 },
      {
        visit: 'V',
        id: 'C',
        from: D + 70,
        to: D + 95,
        days: 25,
        settled: D + 96,
        total: 25_000,
        fund: 100,
        dx: ['I63.500', 'I10.x00'],
        department: '康复科',
      },
    ];
    const netted = net(bills);
    expect(netted).toMatchObject({ from: [2], of: '0 0 0', refunded: '000', notes: [[0, 'settlements_joined']] });
    expect(netted.stays).toEqual([
      {
        visit: 'V',
        id: 'C',
        from: D,
        to: D + 95,
        days: 95,
        settled: D + 96,
        total: 95_000,
        fund: 800,
        dx: ['I63.500', 'I10.x00'],
        department: '康复科',
      },
    ]);
  });

  it('the medical side comes from the last bill with a diagnosis', () => {
    const { stays, from } = net([
      { visit: 'V', id: 'A', from: D, to: D + 30, total: 1, dx: ['A01.000'], department: '内科' },
      { visit: 'V', id: 'B', from: D + 31, to: D + 60, total: 1, dx: ['A02.000'], px: ['54.1100'], department: '外科' },
      { visit: 'V', id: 'C', from: D + 61, to: D + 90, total: 1, department: '住院处' },
    ]);
    expect([stays, from]).toEqual([
      [{ visit: 'V', id: 'C', from: D, to: D + 90, days: 90, total: 3, dx: ['A02.000'], px: ['54.1100'], department: '外科' }],
      [2],
    ]);
  });

  it.each([
    { title: 'the day after', from: D + 11, stays: 1 },
    { title: 'two days after', from: D + 12, stays: 2 },
    { title: 'the day the other ended', from: D + 10, stays: 1 },
    { title: 'within the other', from: D + 4, stays: 1 },
    { title: 'on one day', from: D, stays: 1 },
  ])('a bill that begins $title: $stays', ({ from, stays }) => {
    const netted = net([
      { visit: 'V', total: 10, from: D, to: D + 10 },
      { visit: 'V', total: 20, from, to: from + 20 },
    ]);
    expect([netted.stays.length, netted.notes]).toEqual(stays === 1 ? [1, [[0, 'settlements_joined']]] : [2, [[1, 'visit_repeats']]]);
  });

  // 2025-12-20 is day 20 442: 12 days to 2026-01-01, 9 more to 2026-01-10
  it('the two bills of a stay that crosses the year', () => {
    const netted = net([
      { visit: 'V', from: 20_442, to: 20_454, days: 12, total: 500, settled: 20_454 },
      { visit: 'V', from: 20_454, to: 20_463, days: 9, total: 300, settled: 20_463 },
    ]);
    expect(netted.stays).toEqual([{ visit: 'V', from: 20_442, to: 20_463, days: 21, total: 800, settled: 20_463 }]);
  });

  it.each([0, 1] as const)('of one day have %i days by the setting', sameDay => {
    const one = { visit: 'V', from: D, to: D, days: 1 };
    expect(
      net(
        [
          { ...one, total: 1 },
          { ...one, total: 2 },
        ],
        sameDay,
      ).stays,
    ).toEqual([{ ...one, days: sameDay, total: 3 }]);
  });

  it('without dates their days are added; a missing amount is missing only where all are', () => {
    const netted = net([
      { visit: 'V', days: 3, total: 1, bed: 5, settled: D },
      { visit: 'V', total: 2, settled: D - 9 },
      { visit: 'V', days: 4, total: 3, settled: D - 1 },
      { visit: 'W', total: 4, surgery: 9 },
    ]);
    expect([netted.stays, netted.from]).toEqual([
      [
        { visit: 'V', days: 7, total: 6, bed: 5, settled: D },
        { visit: 'W', total: 4, surgery: 9 },
      ],
      [0, 3],
    ]);
  });

  it('a bill without dates goes to the time before its settling', () => {
    const bills = [
      { visit: 'V', total: 1, from: D, to: D + 5 },
      { visit: 'V', total: 2, from: D + 180, to: D + 185 },
    ];
    const totals = (settled: number) => net([...bills, { visit: 'V', total: 10, settled }]).stays.map(({ total }) => total);
    expect([totals(D + 179), totals(D + 180), totals(D - 1)]).toEqual([
      [11, 2],
      [1, 12],
      [11, 2],
    ]);
  });

  it('a record number that stands for a visit comes back half a year later, twice', () => {
    const netted = net([
      { visit: 'V', total: 1, from: D, to: D + 5 },
      { visit: 'V', total: 2, from: D + 180, to: D + 185 },
      { visit: 'V', total: 3, from: D + 360, to: D + 365 },
    ]);
    expect([netted.unchanged, netted.notes]).toEqual([true, [[1, 'visit_repeats']]]);
  });
});

describe('persons of one visit', () => {
  const stay = { visit: 'V', from: D, to: D + 4 };
  const mother: Bill = { ...stay, sex: 2, age: 30, total: 800, weight: 3_200 };
  const child: Bill = { ...stay, sex: 1, age: 0, ageDays: 0, total: 200, weight: 3_200 };

  it.each<{ title: string; bills: Bill[]; of: string | undefined; noted?: Noted[] }>([
    { title: 'mother and newborn', bills: [mother, child], of: undefined },
    { title: 'newborn by an age in days alone', bills: [mother, { ...stay, ageDays: 3, total: 1 }], of: undefined },
    { title: 'mother of the sex of the newborn', bills: [mother, { ...child, sex: 2 }], of: undefined },
    { title: 'mother and twins who differ in weight', bills: [child, mother, { ...child, weight: 2_900 }], of: undefined },
    { title: 'twins who differ in sex', bills: [child, { ...child, sex: 2 }], of: undefined },
    {
      title: 'twins with record numbers of their own',
      bills: [
        { ...child, patient: 'p1' },
        { ...child, patient: 'p2' },
      ],
      of: undefined,
    },
    {
      title: 'twins whom nothing tells apart are taken for one child',
      bills: [child, child],
      of: '0 0',
      noted: [[0, 'settlements_joined']],
    },
    {
      title: 'two bills of the mother, one of the child between them',
      bills: [mother, child, { ...mother, from: D + 4, to: D + 9 }],
      of: '0 1 0',
      noted: [[0, 'settlements_joined']],
    },
    {
      title: 'a bill that says no age is the mother’s',
      bills: [child, { ...stay, total: 5 }, mother],
      of: '0 1 1',
      noted: [[1, 'settlements_joined']],
    },
    {
      title: 'two grown-ups',
      bills: [mother, { ...mother, sex: 1 }],
      of: undefined,
      noted: [[1, 'visit_repeats']],
    },
    {
      title: 'the child’s bill is refunded and goes with no stay of the mother',
      bills: [mother, child, { ...child, total: -200 }],
      of: '0 x x',
      noted: [[2, 'refund_netted']],
    },
  ])('$title', ({ bills, of, noted = [] }) => {
    const netted = net(bills);
    expect([netted.of, netted.notes]).toEqual([of, noted]);
  });
});

describe('a netted table', () => {
  it('is the table itself where every row is a stay', () => {
    expect(net([{ visit: 'V', total: 1 }, { visit: 'W', total: 2 }, { total: 3 }, { total: 3 }])).toMatchObject({
      unchanged: true,
      from: [0, 1, 2, 3],
      of: undefined,
      notes: [],
    });
  });

  it('is not netted again', () => {
    const { table } = net(refunds[2]!.bills);
    const noted = notes();
    expect(netSettlements(table, { sameDay: 1 }, noted.note).table).toBe(table);
    expect(noted.list).toEqual([]);
  });

  it('keeps the amounts and the place of every row that was read', () => {
    const { settlements } = net([
      { paper: 'settlement', visit: 'V', id: 'A', total: 100, fund: 60, medical_aid: 5, account: 10, cash: 25, settled: D },
      { paper: 'settlement', visit: 'V', id: 'B', total: -100, fund: -60, medical_aid: -5, account: -10, cash: -25 },
      { paper: 'settlement', visit: 'V', id: 'C', total: 90 },
    ]).table;
    expect(settlements).toMatchObject({
      count: 3,
      key: { codes: Uint32Array.of(1, 2, 3) },
      settled: Int32Array.of(D, -0x7fffffff, -0x7fffffff),
      refunded: Uint8Array.of(1, 1, 0),
      total: Float64Array.of(100, -100, 90),
      fund: Float64Array.of(60, -60, Number.NaN),
      patient: Float64Array.of(35, -35, Number.NaN),
      other: Float64Array.of(5, -5, 0),
      sourceFile: Uint16Array.of(3, 3, 3),
      sourceRow: Uint32Array.of(2, 3, 4),
    });
  });

  // lines 1..5 on rows 0 (refunded, gone), 1, 2 (both of the stay of V), 3
  it('takes item lines along; those of a stay that is gone are counted', () => {
    const noted = notes();
    const bills = [{ id: 'A', total: 10, refunded: 1 as const }, { visit: 'V', total: 1 }, { total: 2 }, { visit: 'V', total: 4 }];
    const word = { codes: new Uint32Array(5), words: [''] };
    const real = Float64Array.of(1, 2, 3, 4, 5);
    const charges = {
      count: 5,
      stay: Uint32Array.of(0, 1, 2, 3, 3),
      category: Uint8Array.of(1, 2, 3, 4, 5),
      item: word,
      name: word,
      quantity: real,
      price: real,
      amount: real,
      charged: new Int32Array(5),
      selfpayShare: real,
      sourceFile: new Uint16Array(5),
      sourceRow: Uint32Array.of(2, 3, 4, 5, 6),
    };
    const { table } = netSettlements({ ...tableOf(bills), charges }, { sameDay: 1 }, noted.note);
    const { stay, category, amount, sourceRow } = table.charges!;
    expect([[...stay], [...category], [...amount], [...sourceRow]]).toEqual([
      [0, 0, 0, 1],
      [2, 4, 5, 3],
      [2, 4, 5, 3],
      [3, 5, 6, 4],
    ]);
    expect(noted.sorted()).toEqual([
      [0, 'charge_without_stay'],
      [0, 'refunded'],
      [1, 'settlements_joined'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { joinDocuments } from '../../src/stay/join-documents.ts';
import { netSettlements } from '../../src/stay/net-settlements.ts';
import type { Document } from '../../src/stay/stay-table.ts';
import { type Bill, billsOf, type Noted, notes, tableOf } from './bills.ts';

const D = 20_000;
type Facts = Omit<Bill, 'paper'>;
const paper =
  (document: Document) =>
  (facts: Facts): Bill => ({ paper: document, ...facts });
const list = paper('list');
const settlement = paper('settlement');
const page = paper('front_page');
const stay = paper('stay');

function join(bills: readonly Bill[]) {
  const noted = notes();
  const input = tableOf(bills);
  const { table, from } = joinDocuments(input, noted.note);
  return { unchanged: table === input, rows: billsOf(table), from: [...from], notes: noted.sorted(), fields: noted.fields, table };
}

describe('papers of one stay', () => {
  it('an insurer’s list and the settlement extract: what was done from one, what was paid from the other', () => {
    const joined = join([
      list({
        id: 'S1',
        visit: 'V1',
        sex: 2,
        age: 61,
        dx: ['I21.100', 'I10.x00'],
        px: ['36.0700'],
        from: D,
        to: D + 7,
        department: '心内科',
      }),
      settlement({ id: 'S1', visit: 'V1', patient: 'p', age: 61, total: 30_000, fund: 20_000, cash: 10_000, settled: D + 8 }),
    ]);
    expect(joined).toMatchObject({ from: [1], notes: [] });
    expect(joined.rows).toEqual([
      {
        paper: 'settlement',
        id: 'S1',
        visit: 'V1',
        patient: 'p',
        sex: 2,
        age: 61,
        dx: ['I21.100', 'I10.x00'],
        px: ['36.0700'],
        department: '心内科',
        from: D,
        to: D + 7,
        settled: D + 8,
        total: 30_000,
        fund: 20_000,
        cash: 10_000,
      },
    ]);
  });

  const dated = { patient: 'p', to: D + 7 };
  it.each<{ title: string; bills: Bill[]; from: number[]; noted?: Noted[] }>([
    {
      title: 'the number of the settlement',
      bills: [list({ id: 'A', visit: 'V' }), settlement({ id: 'A', visit: 'W', total: 1 })],
      from: [1],
    },
    {
      title: 'the visit, where the settlements differ',
      bills: [list({ id: 'A', visit: 'V' }), settlement({ id: 'B', visit: 'V' })],
      from: [1],
    },
    { title: 'record number and day of discharge', bills: [page(dated), settlement(dated)], from: [1] },
    {
      title: 'record number and day, through the list',
      bills: [page(dated), list({ ...dated, id: 'A' }), settlement({ id: 'A' })],
      from: [2],
    },
    {
      title: 'another day of discharge is another stay',
      bills: [page(dated), settlement({ ...dated, to: D + 8 })],
      from: [0, 1],
      noted: [
        [0, 'front_page_unmatched'],
        [1, 'settlement_without_list'],
      ],
    },
    {
      title: 'two pages with one record number and day are given to none',
      bills: [page(dated), page(dated), settlement(dated)],
      from: [0, 1, 2],
      noted: [
        [0, 'front_page_unmatched'],
        [1, 'front_page_unmatched'],
        [2, 'settlement_without_list'],
      ],
    },
    {
      title: 'a page is given to none of two bills that no visit holds together',
      bills: [page(dated), settlement({ ...dated, id: 'A' }), settlement({ ...dated, id: 'B' })],
      from: [0, 1, 2],
      noted: [
        [0, 'front_page_unmatched'],
        [1, 'settlement_without_list'],
        [2, 'settlement_without_list'],
      ],
    },
    {
      title: 'a page goes to both bills of one visit',
      bills: [page(dated), settlement({ ...dated, visit: 'V' }), settlement({ ...dated, visit: 'V' })],
      from: [1, 2],
    },
    {
      title: 'of two lists of a visit each goes to the settlement with its number, the rest to the rest',
      bills: [
        list({ id: 'A', visit: 'V' }),
        list({ visit: 'V' }),
        settlement({ id: 'B', visit: 'V' }),
        settlement({ id: 'A', visit: 'V' }),
      ],
      from: [2, 3],
    },
    {
      title: 'a visit number used twice goes with the day of discharge',
      bills: [
        list({ visit: 'V', to: D }),
        list({ visit: 'V', to: D + 180 }),
        settlement({ visit: 'V', to: D + 180 }),
        settlement({ visit: 'V', to: D }),
      ],
      from: [2, 3],
    },
    {
      title: 'the list of a mother does not go to the bill of her newborn',
      bills: [list({ visit: 'V', age: 30 }), settlement({ visit: 'V', age: 30 }), settlement({ visit: 'V', age: 0, ageDays: 1 })],
      from: [1, 2],
      noted: [[2, 'settlement_without_list']],
    },
    {
      title: 'where the bills of a visit are of two patients, a list goes to those of its own',
      bills: [list({ visit: 'V', patient: 'p1' }), settlement({ visit: 'V', patient: 'p1' }), settlement({ visit: 'V', patient: 'p2' })],
      from: [1, 2],
      noted: [[2, 'settlement_without_list']],
    },
    {
      title: 'a list without settlement, and a settlement without list',
      bills: [list({ id: 'A' }), settlement({ id: 'B', total: 5 })],
      from: [0, 1],
      noted: [
        [0, 'list_without_settlement'],
        [1, 'settlement_without_list'],
      ],
    },
    {
      title: 'a refund needs no list',
      bills: [list({ id: 'A' }), settlement({ id: 'A', total: 5 }), settlement({ id: 'B', total: -5 })],
      from: [1, 2],
    },
    {
      title: 'lists and pages alone: no list lacks its settlement',
      bills: [list({ ...dated }), page(dated), list({ id: 'A' })],
      from: [0, 2],
    },
    {
      title: 'a stay is a list and a settlement in one',
      bills: [stay({ id: 'A' }), stay({ id: 'B' }), settlement({ id: 'A' })],
      from: [1, 2],
    },
    {
      title: 'an empty number joins nothing',
      bills: [list({}), list({}), stay({}), stay({})],
      from: [0, 1, 2, 3],
      noted: [
        [0, 'list_without_settlement'],
        [1, 'list_without_settlement'],
      ],
    },
  ])('$title', ({ bills, from, noted = [] }) => {
    const joined = join(bills);
    expect([joined.from, joined.notes]).toEqual([from, noted]);
  });

  it('a load of one kind of paper is the table itself', () => {
    expect(join([list({ id: 'A' }), list({ id: 'A' })])).toMatchObject({ unchanged: true, from: [0, 1], notes: [] });
  });
});

describe('which paper is believed', () => {
  it('list, stay, front page, settlement for what was done; settlement, list, stay, front page for what was paid', () => {
    const told = (n: number): Facts => ({ id: 'A', age: 60 + n, department: `${n}科`, dx: [`A0${n}.000`], total: n, bed: n });
    const bills = [page(told(3)), settlement(told(4)), stay(told(2)), list(told(1))];
    const [row] = join(bills).rows;
    expect(row).toEqual({ paper: 'settlement', id: 'A', age: 61, department: '1科', dx: ['A01.000'], total: 4, bed: 4 });
  });

  it('gaps are filled from the next paper; code lists come whole', () => {
    const [row] = join([
      list({ id: 'A', dx: ['A01.000'], age: 60 }),
      page({ id: 'A', dx: ['A01.000', 'I10.x00'], px: ['54.1100', '54.2100'], age: 60, sex: 1, bed: 7, total: 9 }),
      settlement({ id: 'A', total: 9 }),
    ]).rows;
    expect(row).toEqual({ paper: 'settlement', id: 'A', age: 60, sex: 1, dx: ['A01.000'], px: ['54.1100', '54.2100'], total: 9, bed: 7 });
  });

  it('what a front page says otherwise than the list is noted, field by field, on the page', () => {
    const same = {
      id: 'A',
      sex: 1,
      age: 60,
      from: D,
      to: D + 5,
      days: 5,
      total: 100,
      dx: ['A01.000', 'B01.000'],
      px: ['54.1100'],
    } as const;
    const other = {
      id: 'A',
      sex: 2,
      age: 61,
      from: D + 1,
      to: D + 4,
      days: 3,
      total: 101,
      dx: ['B01.000', 'A01.000'],
      px: ['54.2100'],
    } as const;
    expect(join([list(same), page({ ...same, dx: ['A01.000', 'C01.000'] })]).fields).toEqual([]);
    expect(join([list(same), page(other)]).fields).toEqual(
      ['dx', 'px', 'sex', 'age', 'admitted', 'discharged', 'days', 'total'].map(field => `1 ${field} documents_differ`),
    );
    expect(join([list(same), page({ id: 'A' })]).fields).toEqual([]);
  });
});

describe('a list with two interim bills', () => {
  const listed = list({ id: 'B', visit: 'V', from: D, to: D + 60, days: 60, age: 70, dx: ['I63.900'], total: 1_000, bed: 400 });
  const first = settlement({ id: 'A', visit: 'V', from: D, to: D + 31, days: 31, total: 550, fund: 300, settled: D + 31 });
  const second = settlement({ id: 'B', visit: 'V', from: D + 31, to: D + 60, days: 29, total: 450, fund: 200, settled: D + 61 });

  it('gives its medical side to both, its amounts to the last', () => {
    const joined = join([listed, first, second]);
    const medical = { visit: 'V', from: D, to: D + 60, age: 70, dx: ['I63.900'], paper: 'settlement' };
    expect(joined).toMatchObject({ from: [1, 2], fields: [] });
    expect(joined.rows).toEqual([
      { ...medical, id: 'A', total: 550, fund: 300, settled: D + 31 },
      { ...medical, id: 'B', days: 60, total: 450, fund: 200, bed: 400, settled: D + 61 },
    ]);
  });

  it('is one stay after netting, with the list’s categories once', () => {
    const { table } = joinDocuments(tableOf([first, listed, second]), () => {});
    expect(billsOf(netSettlements(table, { sameDay: 1 }, () => {}).table)).toEqual([
      {
        paper: 'settlement',
        id: 'B',
        visit: 'V',
        from: D,
        to: D + 60,
        days: 60,
        age: 70,
        dx: ['I63.900'],
        total: 1_000,
        fund: 500,
        bed: 400,
        settled: D + 61,
      },
    ]);
  });

  it('gives its amounts to the bill settled again, not to the one taken back', () => {
    const back = settlement({ id: 'C', visit: 'V', total: -450, fund: -200, settled: D + 70 });
    const { rows, fields } = join([listed, { ...second, settled: D + 80, id: 'D', total: 449 }, first, second, back]);
    expect(rows.map(({ id, bed }) => [id, bed])).toEqual([
      ['D', 400],
      ['A', undefined],
      ['B', undefined],
      ['C', undefined],
    ]);
    // 449 + 550 is 999, and the list says 1 000
    expect(fields).toEqual(['0 total documents_differ']);
  });

  it('without dates its days are those of the whole stay', () => {
    const bare = (bill: Bill): Bill => {
      const { from: _, to: __, ...rest } = bill;
      return rest;
    };
    const { table } = joinDocuments(tableOf([listed, first, second].map(bare)), () => {});
    expect(billsOf(netSettlements(table, { sameDay: 1 }, () => {}).table).map(({ days, total }) => [days, total])).toEqual([[60, 1_000]]);
  });
});

it('item lines go with the row that has the amounts of their paper', () => {
  const input = tableOf([
    list({ visit: 'V' }),
    settlement({ visit: 'V', total: 1, settled: D }),
    settlement({ visit: 'V', total: 2, settled: D + 1 }),
    list({ visit: 'W' }),
  ]);
  const word = { codes: new Uint32Array(3), words: [''] };
  const real = new Float64Array(3);
  const charges = {
    count: 3,
    stay: Uint32Array.of(0, 1, 3),
    category: Uint8Array.of(1, 2, 3),
    item: word,
    name: word,
    quantity: real,
    price: real,
    amount: real,
    charged: new Int32Array(3),
    selfpayShare: real,
    sourceFile: new Uint16Array(3),
    sourceRow: Uint32Array.of(2, 3, 4),
  };
  const { table, from } = joinDocuments({ ...input, charges }, () => {});
  expect([[...from], [...table.charges!.stay], [...table.charges!.category]]).toEqual([
    [1, 2, 3],
    [0, 1, 2],
    [2, 1, 3],
  ]);
});

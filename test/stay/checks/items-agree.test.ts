import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChargeLines } from '../../../src/stay/charge-lines.ts';
import { checkItems } from '../../../src/stay/checks/items-agree.ts';
import { chargeCategories, NO_DATE, type StayTable } from '../../../src/stay/stay-table.ts';
import { fen, notesOf, tableOf, wordsOf } from './written-stays.ts';

/** stay, category (1..14, 0 unknown), fen */
type Line = readonly [stay: number, category: number, amount: number | undefined];

const linesOf = (lines: readonly Line[]): ChargeLines => ({
  count: lines.length,
  stay: Uint32Array.from(lines, ([stay]) => stay),
  category: Uint8Array.from(lines, ([, category]) => category),
  item: wordsOf(lines.map(() => '')),
  name: wordsOf(lines.map(() => '')),
  quantity: fen(...lines.map(() => undefined)),
  price: fen(...lines.map(() => undefined)),
  amount: fen(...lines.map(([, , amount]) => amount)),
  charged: new Int32Array(lines.length).fill(NO_DATE),
  selfpayShare: fen(...lines.map(() => undefined)),
  sourceFile: new Uint16Array(lines.length),
  sourceRow: new Uint32Array(lines.length),
});

const noted = (money: StayTable['money'], lines: readonly Line[], stays = 2) =>
  notesOf(note =>
    checkItems(
      tableOf(
        Array.from({ length: stays }, () => ({})),
        { money, charges: linesOf(lines) },
      ),
      note,
    ),
  );

describe('item lines against the bill', () => {
  it.each<[string, StayTable['money'], readonly Line[], readonly string[]]>([
    // 150 + 50 - 20 = 180 fen
    [
      'add up to the category',
      { bed: fen(180) },
      [
        [0, 1, 150],
        [0, 1, 50],
        [0, 1, -20],
      ],
      [],
    ],
    [
      'miss it by one fen',
      { bed: fen(181) },
      [
        [0, 1, 150],
        [0, 1, 30],
      ],
      ['0 bed items_differ 1.80'],
    ],
    [
      'of another category',
      { bed: fen(180), other_charge: fen(0) },
      [[0, 14, 180]],
      ['0 bed items_differ 0.00', '0 other_charge items_differ 1.80'],
    ],
    ['a category the stay does not give', { bed: fen(undefined) }, [[0, 1, 150]], []],
    ['a category the file does not have', {}, [[0, 1, 150]], []],
    [
      'an amount that is missing counts as nothing',
      { bed: fen(150) },
      [
        [0, 1, 150],
        [0, 1, undefined],
      ],
      [],
    ],
    ['a stay without lines', { bed: fen(100, 999) }, [[0, 1, 100]], []],
    [
      'the second stay',
      { bed: fen(100, 999) },
      [
        [0, 1, 100],
        [1, 1, 998],
      ],
      ['1 bed items_differ 9.98'],
    ],
    // of an unknown category: 100 + 80 = 180 is held against the total
    [
      'a category that is not known, and the total',
      { bed: fen(1), total: fen(180) },
      [
        [0, 1, 100],
        [0, 0, 80],
      ],
      [],
    ],
    [
      'a category that is not known, and another total',
      { total: fen(181) },
      [
        [0, 1, 100],
        [0, 0, 80],
      ],
      ['0 total items_differ 1.80'],
    ],
    // no categories: 100 + 79 = 179, a fen short of the total
    [
      'known categories of a stay that gives none, and the total',
      { total: fen(180) },
      [
        [0, 1, 100],
        [0, 2, 79],
      ],
      ['0 total items_differ 1.79'],
    ],
    [
      'the same where its row alone is blank',
      { bed: fen(undefined, 5), total: fen(180, 7) },
      [
        [0, 1, 180],
        [1, 1, 5],
      ],
      [],
    ],
    [
      'one category given: the total is not asked',
      { bed: fen(100), total: fen(180) },
      [
        [0, 1, 100],
        [0, 2, 79],
      ],
      [],
    ],
    ['neither categories nor a total', { total: fen(undefined) }, [[0, 1, 100]], []],
    [
      'a line of no stay',
      { bed: fen(100, 100) },
      [
        [0, 1, 100],
        [2, 1, 5],
      ],
      [],
    ],
  ])('%s', (_, money, lines, notes) => {
    expect(noted(money, lines)).toEqual(notes);
  });

  it('is nothing of a load without lines', () => {
    expect(notesOf(note => checkItems(tableOf([{}], { money: { bed: fen(1) } }), note))).toEqual([]);
  });

  it('summed stay by stay over all lines gives the same notes', () => {
    const line = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.integer({ min: -50, max: 50 }));
    const amounts = fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), amounts, amounts, (unsorted, bed, consultation) => {
        const lines = [...unsorted].sort(([a], [b]) => a - b);
        const given = [bed, consultation];
        const expected = [0, 1, 2, 3].flatMap(stay =>
          [0, 1].flatMap(c => {
            const all = lines.filter(([of]) => of === stay);
            const sum = all.filter(([, category]) => category === c + 1).reduce((fens, [, , amount]) => fens + amount, 0);
            const stated = given[c]![stay];
            return all.length > 0 && stated !== undefined && stated !== sum ? [`${stay} ${chargeCategories[c]}`] : [];
          }),
        );
        const found = noted({ bed: fen(...bed), consultation: fen(...consultation) }, lines, 4).map(text =>
          text.split(' ').slice(0, 2).join(' '),
        );
        expect(found).toEqual(expected);
      }),
    );
  });
});

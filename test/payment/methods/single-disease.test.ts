import { describe, expect, it } from 'vitest';
import { toFen } from '../../../src/money.ts';
import { policy, refusal } from '../../policy/short-policy.ts';
import { hospitalOf, type WrittenStay } from '../written-stays.ts';
import { levels, paid, settledBy, unexplained, why } from './paid.ts';
import { withCodes } from './with-codes.ts';

const table = `diagnosis	operation	level	insurance	price	excluded	name
K35	47.0	tertiary	*	6200.00		阑尾切除
K35	47.0	secondary	*	5200.00		阑尾切除
N20	55	*	*	9000.00	materials	肾结石
`;
const exits = `
    - {id: dead_or_moved, when: {discharge_way: ["2", "5"]}}
    - {id: with_sepsis, when: {dx: [A41]}}
    - {id: too_dear, when: {ratio_gt: "2"}}
    - {id: long_and_dear, when: {days_gt: 10, ratio_gte: "1.5"}}`;
const body = `${levels}payment_method: single_disease
single_disease:
  source: notice
  table: prices.tsv
  exits:${exits}
`;
const stay = (total: string, more: WrittenStay = {}): WrittenStay => ({ insurance: '310', total, cash: '0', days: 5, ...more });
const tables = { readText: (path: string) => (path === 'prices.tsv' ? table : '') };

describe('a fixed price for a listed disease', () => {
  const rows: [string, WrittenStay, string][] = [
    ['K35.2 / 47.0100', stay('5000'), 'single_disease 6200.00'],
    ['K35.2 / 47.0100', stay('9000', { level: '二级' }), 'single_disease 5200.00'],
    ['K35.2 / 47.0100', stay('5000', { level: '一级' }), 'unpriced not_listed 5000.00'],
    ['K35.2 / 54.2', stay('5000'), 'unpriced not_listed 5000.00'],
    ['K36 / 47.0', stay('5000'), 'unpriced not_listed 5000.00'],
    ['E11.9 K35.2 / 47.0', stay('5000'), 'unpriced not_listed 5000.00'],
    ['K35.2 / 47.0', stay('5000', { insurance: '340' }), 'unpriced not_listed 5000.00'],
    ['K35.2 / 47.0', stay('5000', { discharge_way: '5' }), 'unpriced exited 5000.00'],
    ['K35.2 / 47.0', stay('5000', { discharge_way: '1' }), 'single_disease 6200.00'],
    ['K35.2 A41.9 / 47.0', stay('5000'), 'unpriced exited 5000.00'],
    // twice 6,200 is 12,400: on the line it stays
    ['K35.2 / 47.0', stay('12400.00'), 'single_disease 6200.00'],
    ['K35.2 / 47.0', stay('12400.01'), 'unpriced exited 12400.01'],
    // one and a half times is 9,300: both conditions must hold
    ['K35.2 / 47.0', stay('9300.00', { days: 11 }), 'unpriced exited 9300.00'],
    ['K35.2 / 47.0', stay('9299.99', { days: 11 }), 'single_disease 6200.00'],
    ['K35.2 / 47.0', stay('9300.00', { days: 10 }), 'single_disease 6200.00'],
  ];
  const stays = withCodes(
    hospitalOf(rows.map(([, written]) => written)),
    rows.map(([codes]) => codes),
  );
  const settled = settledBy(body, stays, tables);

  it('or as on the bill, with the reason', () => expect(paid(settled)).toEqual(rows.map(([, , expected]) => expected)));

  it('the hospital keeps what it did not spend and bears what it did', () => {
    const { margin, standard } = settled.settlement;
    expect([margin[0], margin[1], standard[0]]).toEqual([toFen('1200'), toFen('-3800'), toFen('6200')]);
  });

  it('says why', () => {
    expect(why(settled, 0)).toEqual([
      'listed_price | 6200.00 | 6200.00 | prices.tsv:2 | single_disease.table | 阑尾切除 · K35 + 47.0 · tertiary · *',
    ]);
    expect(unexplained(settled)).toEqual([]);
  });
});

describe('charges that the price leaves out', () => {
  const stone = withCodes(hospitalOf([stay('21000'), stay('20999.99'), stay('12000')]), Array(3).fill('N20.0 / 55.0'));
  const materials = (...yuan: string[]) => Float64Array.from(yuan, toFen);

  // 21,000 − 3,000 is twice 9,000, not more: 9,000 + 3,000; 18,000.01 of 20,999.99 is more
  it('are paid apart, and count neither in the price nor in the cost it is held against', () => {
    const settled = settledBy(body, { ...stone, money: { ...stone.money, materials: materials('3000', '2999.98', '0') } }, tables);
    expect(paid(settled)).toEqual(['single_disease 12000.00', 'unpriced exited 20999.99', 'single_disease 9000.00']);
    expect([...settled.settlement.exempt!]).toEqual([300_000, 0, 0]);
    expect([...settled.settlement.standard]).toEqual([900_000, 0, 900_000]);
    expect(why(settled, 0)).toEqual([
      'listed_price | 9000.00 | 9000.00 | prices.tsv:4 | single_disease.table | 肾结石 · N20 + 55 · * · *',
      'exempt | 3000.00 | 3000.00 (materials) | prices.tsv:4 | single_disease.table',
    ]);
    expect(unexplained(settled)).toEqual([]);
  });

  it('are not guessed where the file does not give them', () => {
    expect(paid(settledBy(body, stone, tables))).toEqual(
      Array(3)
        .fill(0)
        .map((_, i) => `unpriced no_charges ${['21000.00', '20999.99', '12000.00'][i]}`),
    );
  });
});

describe('a price list that cannot be meant', () => {
  it.each([
    ['no list', body.replace('  table: prices.tsv\n', ''), 'POLICY_INVALID', 'p.yaml: test does not say single_disease.table'],
    [
      'a list without a source',
      body.replace('  source: notice\n', ''),
      'PARAMETER_INVALID',
      'p.yaml:13: single_disease.table has no source',
    ],
    [
      'a reason twice',
      body.replace('with_sepsis', 'too_dear'),
      'PARAMETER_INVALID',
      'p.yaml:18: single_disease.exits has two reasons named too_dear',
    ],
    [
      'a reason without a name',
      body.replace('id: with_sepsis, ', ''),
      'PARAMETER_INVALID',
      'p.yaml:17: single_disease.exits has an item that is not {id, when, source}',
    ],
    [
      'a condition that nobody knows',
      body.replace('ratio_gt', 'ration_gt'),
      'PARAMETER_INVALID',
      'p.yaml:18: no condition named "ration_gt"',
    ],
    [
      'a weight, which no listed price has',
      body.replace('ratio_gt', 'weight_gt'),
      'PARAMETER_INVALID',
      'p.yaml:18: no condition named "weight_gt"',
    ],
    [
      'a group, which a listed disease has not',
      body.replace('dx: [A41]', 'adrg: [A41]'),
      'PARAMETER_INVALID',
      'p.yaml:17: no condition named "adrg"',
    ],
    ['an unquoted ratio', body.replace('"2"}', '2}'), 'PARAMETER_INVALID', 'p.yaml:18: "ratio_gt" must be a quoted decimal'],
    ['a reason without a condition', body.replace('when: {dx: [A41]}', 'when: {}'), 'PARAMETER_INVALID', 'p.yaml:17: has no `when`'],
  ])('%s', (_, body, code, message) => expect(refusal(() => policy(body)).slice(0, 2)).toEqual([code, message]));
});

describe('a listed disease that leaves its list for the main method', () => {
  // of the mix the list comes first; what it gives back is paid by item here
  const mixed = `${levels}payment_method: ffs
mix:
  - {id: listed, source: notice, when: {insurance: "310"}, method: single_disease}
single_disease:
  source: notice
  table: prices.tsv
  exits:${exits}
`;
  const stays = withCodes(hospitalOf([stay('5000', { discharge_way: '5' }), stay('12400.01'), stay('5000'), stay('5000')]), [
    ...['K35.2 / 47.0', 'K35.2 / 47.0', 'K36 / 47.0', 'K35.2 / 47.0'],
  ]);
  const settled = settledBy(mixed, stays, tables);

  it('says by which reason, and only there', () => {
    expect(paid(settled)).toEqual(['ffs 5000.00', 'ffs 12400.01', 'ffs 5000.00', 'single_disease 6200.00']);
    const exitsNamed = [0, 1, 2, 3].map(
      row =>
        why(settled, row)
          .join()
          .match(/p\.yaml:\d+ \| single_disease\.exits\.\w+/)?.[0],
    );
    const line = mixed.split('\n').findIndex(text => text.includes('dead_or_moved')) + policyStart;
    expect(exitsNamed).toEqual([
      `p.yaml:${line} | single_disease.exits.dead_or_moved`,
      `p.yaml:${line + 2} | single_disease.exits.too_dear`,
      undefined,
      undefined,
    ]);
  });
});

/** Line of the policy that the body of a short policy begins on (see `levels`). */
const policyStart = 9;

import { expect, it } from 'vitest';
import { checkColumnUnits } from '../../../src/stay/checks/column-units.ts';
import { fen, notesOf, tableOf } from './written-stays.ts';

const stays = (n: number, file = 0) => Array.from({ length: n }, () => ({ file }));
const same = (n: number, yuan: number) => new Float64Array(n).fill(Math.round(yuan * 100));
const noted = (n: number, total: number, fund: number) =>
  notesOf(note => checkColumnUnits(tableOf(stays(n), { money: { total: same(n, total), fund: same(n, fund) } }), note));

it.each([
  ['6 000 of 8 000 yuan', 20, 8_000, 6_000, []],
  ['6 000 in ten-thousands', 20, 8_000, 0.6, ['0 fund unit_suspicious 0.60']],
  ['6 000 in fen', 20, 8_000, 600_000, ['0 fund unit_suspicious 600000.00']],
  ['0.99 yuan', 20, 8_000, 0.99, ['0 fund unit_suspicious 0.99']],
  ['1 yuan', 20, 8_000, 1, []],
  // twenty times 8 000
  ['160 000 yuan', 20, 8_000, 160_000, []],
  ['160 000.01 yuan', 20, 8_000, 160_000.01, ['0 fund unit_suspicious 160000.01']],
  ['below zero', 20, 8_000, -0.6, ['0 fund unit_suspicious 0.60']],
  ['too few amounts', 19, 8_000, 0.6, []],
  ['nothing', 20, 8_000, 0, []],
  // the totals say it for the whole file
  ['all in ten-thousands', 20, 0.8, 0.6, []],
])('the middle amount of the pool is %s', (_, n, total, fund, notes) => {
  expect(noted(n, total, fund)).toEqual(notes);
});

it('stays of which the pool pays nothing are left out, other files and small fees too', () => {
  const n = 50;
  const fund = fen(...Array<number>(30).fill(0), ...Array<number>(20).fill(1), ...Array<number>(n).fill(6_000));
  const registration = same(2 * n, 0.5);
  const table = tableOf([...stays(n, 1), ...stays(n, 0)], { money: { total: same(2 * n, 8_000), fund, registration } });
  // 0.01 yuan in the rows of file 1; fen() takes whole fen
  expect(notesOf(note => checkColumnUnits(table, note))).toEqual(['0 fund unit_suspicious 0.01']);
});

it('says nothing without totals', () => {
  expect(notesOf(note => checkColumnUnits(tableOf(stays(20), { money: { fund: same(20, 0.6) } }), note))).toEqual([]);
});

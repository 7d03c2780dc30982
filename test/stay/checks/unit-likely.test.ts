import { expect, it } from 'vitest';
import { checkUnit } from '../../../src/stay/checks/unit-likely.ts';
import { fen, notesOf, tableOf } from './written-stays.ts';

const stays = (n: number, file = 0) => Array.from({ length: n }, () => ({ file }));
const noted = (n: number, yuan: number) =>
  notesOf(note => checkUnit(tableOf(stays(n), { money: { total: new Float64Array(n).fill(yuan * 100) } }), note));

it.each([
  ['8 000 yuan', 20, 8_000, []],
  ['8 000 yuan in ten-thousands', 20, 0.8, ['0 total unit_suspicious 0.80']],
  ['8 000 yuan in fen', 20, 800_000, ['0 total unit_suspicious 800000.00']],
  ['99.99 yuan', 20, 99.99, ['0 total unit_suspicious 99.99']],
  ['100 yuan', 20, 100, []],
  ['200 000 yuan', 20, 200_000, []],
  ['200 000.01 yuan', 20, 200_000.01, ['0 total unit_suspicious 200000.01']],
  ['too few stays', 19, 0.8, []],
  ['nothing', 20, 0, []],
])('the middle stay of a file costs %s', (_, n, yuan, notes) => {
  expect(noted(n, yuan)).toEqual(notes);
});

it('files are looked at one by one, and a few cheap stays say nothing', () => {
  const total = fen(...Array<number>(21).fill(80), ...Array<number>(11).fill(1_000_000), ...Array<number>(10).fill(80));
  const table = tableOf([...stays(21, 1), ...stays(21, 0)], { money: { total } });
  expect(notesOf(note => checkUnit(table, note))).toEqual(['0 total unit_suspicious 0.80']);
});

import { describe, expect, it } from 'vitest';
import { otherOf, patientOf, type StayTable } from '../../src/stay/stay-table.ts';

const stays = (money: StayTable['money']) => ({ money }) as StayTable;
const NaNs = (...fen: (number | undefined)[]) => Float64Array.from(fen, value => value ?? Number.NaN);

describe("the patient's part as loaded", () => {
  it.each([
    ['both cells', { account: NaNs(300), cash: NaNs(45) }, 345],
    ['only cash is filled in', { account: NaNs(undefined), cash: NaNs(45) }, 45],
    ['only the account is filled in', { account: NaNs(300), cash: NaNs(undefined) }, 300],
    ['only a cash column', { cash: NaNs(45) }, 45],
    ['neither cell: not known', { account: NaNs(undefined), cash: NaNs(undefined) }, Number.NaN],
    ['neither column: not known', {}, Number.NaN],
  ])('%s', (_, money, fen) => {
    expect(patientOf(stays(money), 0)).toBe(fen);
  });

  it('funds beyond the pool are unknown where the file does not say who paid', () => {
    expect(otherOf(stays({}), 0)).toBe(Number.NaN);
    expect(otherOf(stays({ total: NaNs(45) }), 0)).toBe(Number.NaN);
  });

  it('funds beyond the pool: empty cells and absent columns count 0', () => {
    expect(otherOf(stays({ serious_illness: NaNs(7), medical_aid: NaNs(undefined) }), 0)).toBe(7);
    expect(otherOf(stays({ cash: NaNs(45) }), 0)).toBe(0);
  });
});

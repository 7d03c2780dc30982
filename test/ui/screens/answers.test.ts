import { describe, expect, it } from 'vitest';
import type { Desk, Run } from '../../../src/app/desk.ts';
import { answerOf, remarksOn } from '../../../src/ui/answers.ts';
import { desk } from '../desk-fixture.ts';
import { open } from '../frame.tsx';

const answer = (keys: string, on: Desk = desk) => answerOf(open({ keys, desk: on }).getState());

/** The desk with its last run paid otherwise: margins as given, the baseline as it was. */
function paid(change: (payment: number, row: number) => number): Desk {
  const last = desk.runs[2]!;
  const { settlement } = last;
  const payment = settlement.payment.map(change);
  const cost = desk.stays.money.total!;
  const margin = payment.map((amount, row) => amount - cost[row]!);
  const run: Run = { ...last, settlement: { ...settlement, payment, margin } };
  return { ...desk, runs: [desk.runs[0]!, desk.runs[1]!, run] };
}

describe('the answer of the groups', () => {
  it('says so when none loses', () => {
    // each stay is paid what it cost, FR25 (stays 5 and 6) one yuan more for each
    const cost = desk.stays.money.total!;
    const even = paid((_, row) => cost[row]! + (row === 4 || row === 5 ? 100 : 0));
    expect(answer('3', even)).toBe('「DRG 2.0」下没有病组亏损，1 个盈余。');
  });

  it('says what cannot be seen without groups, and what to press', () => {
    expect(answer('3]')).toBe('「按项目」不分组，没有病组可看；按 p 换一个情景。');
  });
});

describe('the answer of the departments', () => {
  it('names nobody when all are equal', () => {
    expect(answer('4]')).toBe('「按项目」下各科室的差额都是 0.00 万元。');
  });

  it('is followed by the reason why there are no indices, and where there is room by why cells may not add up', () => {
    const state = open({ keys: '4' }).getState();
    expect([
      remarksOn(state, { all: false }),
      remarksOn(state, { all: true }).length,
      remarksOn(open({ keys: '2' }).getState(), { all: true }),
    ]).toEqual([['消耗指数为 –：支付政策没有区域均值，不能同自己比。'], 2, []]);
  });
});

describe('the answer of the stays', () => {
  it('is that of the rows shown: filtered, opened from a row, or none', () => {
    // 骨科: 66,310.00, -10,096.15, stays 1 and 2 lose; of them D002 has stay 3 alone: 4,200.00, +4,800.00
    expect([answer('2/骨科\r'), answer('4j\rdj\r'), answer('2/没有\r')]).toEqual([
      '3 例，总费用 6.63 万元，差额 −1.01 万元（−15.2%）；2 例亏损，占 66.7%。',
      '1 例，总费用 0.42 万元，差额 +0.48 万元（+114.3%）；0 例亏损，占 0.0%。',
      '没有符合的病例。',
    ]);
  });

  it('is the same however they are sorted', () => {
    expect(answer('2llllllsss')).toBe(answer('2'));
  });
});

describe('the answer of the parts of a row', () => {
  it('is that of the baseline where there is nothing to compare with', () => {
    expect(answer('4j\r]')).toBe('骨科在「按项目」下差额 0.00 万元（占总费用 0.0%）。');
  });

  it('names no loser where none lost', () => {
    // 心内科 gains and loses as much: FM19 -1,000.00, FR25 +1,000.00; under 1.1 FM19 -1,000.00, FR25 +500.00
    expect(answer('4G\r')).toBe(
      '心内科改为「DRG 2.0」后差额 0.00 万元，比「按项目」变动 0.00 万元（占总费用 0.0%）；减少最多的是 FM19 经皮冠状动脉支架植入 −0.10 万元。',
    );
    expect(answer('4G\rdd')).toBe('心内科改为「DRG 2.0」后差额 0.00 万元，比「按项目」变动 0.00 万元（占总费用 0.0%）。');
  });
});

/**
 * The sum of a column's numbers, exactly. A number that is the double of a decimal (0.96, 12,345.67) is added as that decimal, in whole
 * steps of a power of ten: a thousand times 0.1 is 100, not 99.9999999999986. What is no short decimal (a quotient) is added with the
 * rounding of every addition kept aside.
 */
import { Decimal } from '../../money.ts';
import { inTurns, type Slow } from '../work.ts';
import type { Column } from './sheet.ts';

export type Total = {
  readonly sum: Decimal;
  /** Rows whose number is known. */
  readonly known: number;
};

/** Decimals that are looked for; beyond them whole steps would no longer be whole doubles. */
const MOST_DECIMALS = 9;
/** Rows at a time: a quotient is tried with every number of decimals. */
const TURN = 8_192;

export function* exactTotal(rows: Uint32Array, { value, values }: Pick<Column, 'value' | 'values'>): Slow<Total> {
  const sum = decimalSum();
  let known = 0;
  yield* inTurns(
    rows.length,
    (from, to) => {
      for (let i = from; i < to; i++) {
        const number = values ? values[rows[i]!]! : value(rows[i]!);
        if (Number.isNaN(number)) continue;
        known++;
        sum.add(number);
      }
    },
    TURN,
  );
  return { sum: sum.total(), known };
}

function decimalSum() {
  let decimals = 0;
  let scale = 1;
  // Whole steps of 1 / scale: the part that a double holds exactly, and what was too much for it.
  let steps = 0;
  let more = 0n;
  const quotients = compensatedSum();

  function put(number: number): void {
    if (Math.abs(steps) + Math.abs(number) > Number.MAX_SAFE_INTEGER) {
      more += BigInt(steps);
      steps = 0;
    }
    steps += number;
  }

  function refine(to: number): void {
    more = (more + BigInt(steps)) * 10n ** BigInt(to - decimals);
    steps = 0;
    decimals = to;
    scale = 10 ** to;
  }

  return {
    add(number: number) {
      const known = stepsIn(number, scale);
      if (known !== undefined) return put(known);
      for (let finer = decimals + 1; finer <= MOST_DECIMALS; finer++) {
        const found = stepsIn(number, 10 ** finer);
        if (found === undefined) continue;
        refine(finer);
        return put(found);
      }
      quotients.add(number);
    },
    total: () => new Decimal((more + BigInt(steps)).toString()).div(new Decimal(10).pow(decimals)).plus(quotients.total()),
  };
}

/** Division rounds correctly: when so many steps give the number back, the number is the double of that decimal. */
function stepsIn(number: number, scale: number): number | undefined {
  const steps = Math.round(number * scale);
  return steps / scale === number && Math.abs(steps) <= Number.MAX_SAFE_INTEGER ? steps : undefined;
}

/** Neumaier's sum: what an addition rounds away is added up on its own. */
function compensatedSum() {
  let sum = 0;
  let lost = 0;
  return {
    add(number: number) {
      const next = sum + number;
      lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
      sum = next;
    },
    total: () => (Number.isFinite(sum) ? new Decimal(sum).plus(lost) : new Decimal(sum)),
  };
}

/** Worked cases that a policy carries and must reproduce: level, insurance, weight and cost of a stay, and what it is paid. */
import { Decimal } from '../money.ts';
import type { Leaves } from './leaf.ts';
import { both, wrong } from './mistakes.ts';

export type KnownAnswer = {
  readonly level: string;
  readonly insurance: string;
  readonly weight: Decimal;
  readonly cost: Decimal;
  readonly payment: Decimal;
};

export function answersOf(leaves: Leaves): readonly KnownAnswer[] {
  const leaf = leaves.get('known_answers');
  if (!leaf || !Array.isArray(leaf.value)) return [];
  return leaf.value.map((answer, i) => {
    if (isAnswer(answer)) {
      const { level, insurance, weight, cost, payment } = answer;
      return { level, insurance, weight: new Decimal(weight), cost: new Decimal(cost), payment: new Decimal(payment) };
    }
    const form = '{level, insurance, weight: "0.96", cost: "8000.00", payment: "9818.88"}';
    throw wrong(
      'known_answers',
      leaf.at,
      both(`第 ${i + 1} 项读不懂`, `has an item ${i + 1} that cannot be read`),
      both(`写成 ${form}。`, `Write ${form}.`),
    );
  });
}

type Written = Readonly<Record<'level' | 'insurance' | 'weight' | 'cost' | 'payment', string>>;

function isAnswer(answer: unknown): answer is Written {
  if (typeof answer !== 'object' || answer === null) return false;
  const { level, insurance, ...numbers } = answer as Record<string, unknown>;
  const decimal = (name: string) => typeof numbers[name] === 'string' && /^\d+(\.\d+)?$/.test(numbers[name]);
  return typeof level === 'string' && typeof insurance === 'string' && ['weight', 'cost', 'payment'].every(decimal);
}

/** What a person expects a stay to be paid: the band, and any of the amounts of its result, to the fen. */
import type { Decimal } from '../money.ts';
import { Decimal as Exact } from '../money.ts';
import { type Wrong, wrongCase } from './given-stay.ts';
import type { Place } from './leaf.ts';
import { both, didYouMean } from './mistakes.ts';
import { nearest } from './nearest.ts';

export const expectedAmounts = ['standard', 'payment', 'fund', 'patient', 'other', 'margin'] as const;
export type ExpectedAmount = (typeof expectedAmounts)[number];

export type Expected = {
  /** low, normal, high ... as the results name it. */
  readonly band: string | undefined;
  /** Payment points, to as many digits as are written. */
  readonly points: { readonly value: Decimal; readonly digits: number } | undefined;
  readonly amounts: Readonly<Partial<Record<ExpectedAmount, Decimal>>>;
};

export const expectedNames = ['band', 'kind', 'points', ...expectedAmounts] as const;

export function expectedPayment(written: Readonly<Record<string, unknown>>, at: Place, wrong: Wrong = wrongCase): Expected {
  const amounts: Partial<Record<ExpectedAmount, Decimal>> = {};
  let band: string | undefined;
  let points: Expected['points'];
  for (const [name, value] of Object.entries(written)) {
    const known = expectedNames.find(one => one === name);
    if (!known) throw wrong(at, both(`结果里没有“${name}”`, `a result has no "${name}"`), didYouMean(nearest(name, expectedNames)!));
    const text = typeof value === 'string' ? value : '';
    const digits = text.split('.')[1]?.length ?? 0;
    if (known === 'band' || known === 'kind') band = text;
    else if (!/^-?\d+(\.\d+)?$/.test(text) || (known !== 'points' && digits > 2))
      throw wrong(
        at,
        both(`“${name}”不是加引号的数`, `"${name}" is not a quoted number`),
        both(`写成 ${name}: "9818.88"。`, `Write ${name}: "9818.88".`),
      );
    else if (known === 'points') points = { value: new Exact(text), digits };
    else amounts[known] = new Exact(text);
  }
  if (band === undefined && points === undefined && Object.keys(amounts).length === 0)
    throw wrong(
      at,
      both('没有写期望的结果', 'nothing is expected'),
      both('写成 expect: {payment: "9818.88"}。', 'Write expect: {payment: "9818.88"}.'),
    );
  return { band, points, amounts };
}

/** Words of `weights` that are more than a word: shares of years, lenders with their tables, factors of the structure, a budget. */
import { type Text, UserError } from '../errors.ts';
import { Decimal } from '../money.ts';
import { type Lender, lenders } from '../payment/history/borrow.ts';
import { type Factors, type StructurePart, structureParts } from '../payment/history/structure.ts';
import { list, text, type Words } from './command.ts';

/** `1,2,7` */
export function sharesIn(given: string | undefined): readonly number[] | undefined {
  if (given === undefined) return undefined;
  const shares = given.split(/[,:，：]/).map(part => (/^\s*\d{1,6}\s*$/.test(part) ? Number(part) : Number.NaN));
  if (shares.every(share => share >= 0) && shares.some(share => share > 0)) return shares;
  throw wrong(`--years "${given}"`, {
    zh: '每年一个整数，从早到晚：--years 1,2,7',
    en: 'One whole number a year, oldest first: --years 1,2,7',
  });
}

/** Who lends needs its table. */
export function lendersIn(words: Words): readonly Lender[] {
  const named = list(words, 'borrow');
  for (const lender of ['previous', 'reference']) {
    if (named.includes(lender) && text(words, lender) === undefined)
      throw wrong(`--borrow ${lender}`, { zh: `请用 --${lender} 给出这张权重表。`, en: `Name that weight table with --${lender}.` });
  }
  return named.filter((name): name is Lender => (lenders as readonly string[]).includes(name));
}

/** `drugs=0.9,service=1.1`; parts that are not named stay as they are. */
export function factorsIn(given: string | undefined): Factors | undefined {
  if (given === undefined) return undefined;
  const factors = Object.fromEntries(structureParts.map(part => [part, new Decimal(1)])) as Record<StructurePart, Decimal>;
  for (const word of given.split(',')) {
    const [, part, factor] = /^\s*(\w+)\s*=\s*(\d{1,6}(?:\.\d{1,12})?)\s*$/.exec(word) ?? [];
    if (part === undefined || factor === undefined || !(structureParts as readonly string[]).includes(part)) throw badFactor(word);
    factors[part as StructurePart] = new Decimal(factor);
  }
  return factors;
}

const badFactor = (word: string): UserError =>
  wrong(`--structure "${word}"`, {
    zh: `写成 部分=系数，部分为 ${structureParts.join('、')}。`,
    en: `Write part=factor; parts are ${structureParts.join(', ')}.`,
  });

export function budgetIn(words: Words) {
  const fund = decimalIn(words, 'budget');
  if (fund === undefined) return undefined;
  const share = decimalIn(words, 'share');
  if (share?.isZero() || share?.gt(1)) throw wrong(`--share ${share}`, { zh: '应大于 0、不大于 1。', en: 'It is above 0 and at most 1.' });
  return {
    fund,
    share,
    growth: decimalIn(words, 'expected-growth') ?? new Decimal(0),
    coefficients: coefficientsIn(text(words, 'coefficients')),
  };
}

function coefficientsIn(given: string | undefined): ReadonlyMap<string, Decimal> | undefined {
  if (given === undefined) return undefined;
  return new Map(
    given.split(',').map((word): [string, Decimal] => {
      const [, level, k] = /^\s*([^=]+?)\s*=\s*(\d{1,6}(?:\.\d{1,12})?)\s*$/.exec(word) ?? [];
      if (level !== undefined && k !== undefined) return [level, new Decimal(k)];
      throw wrong(`--coefficients "${word}"`, { zh: '写成 级别=系数。', en: 'Write level=coefficient.' });
    }),
  );
}

function decimalIn(words: Words, name: string): Decimal | undefined {
  const given = text(words, name);
  if (given === undefined) return undefined;
  const sign = name === 'expected-growth' ? '-?' : '';
  if (new RegExp(`^${sign}\\d{1,15}(\\.\\d{1,12})?$`).test(given)) return new Decimal(given);
  throw wrong(`--${name} "${given}"`, { zh: '应为一个数，例 0.70。', en: 'It is a number such as 0.70.' });
}

const wrong = (given: string, hint: Text): UserError =>
  new UserError('USAGE', { zh: `不能用：${given}`, en: `cannot be used: ${given}` }, { hint });

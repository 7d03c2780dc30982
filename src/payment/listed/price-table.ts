/**
 * The price list of single diseases: beginnings of the principal diagnosis and of the main operation, level and insurance or `*`, the
 * price of a stay, and what it leaves out. Only rows that are valid; the same disease twice is an error.
 */
import type { Text, UserError } from '../../errors.ts';
import { Decimal, type Fen, toFen } from '../../money.ts';
import { type ChargeCategory, chargeCategories } from '../../policy/exempt-rule.ts';
import type { Place } from '../../policy/leaf.ts';
import { unknownLevel } from '../../policy/methods/known-levels.ts';
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import { both, didYouMean, listFirst } from '../../policy/mistakes.ts';
import { nearest } from '../../policy/nearest.ts';
import { badTable, type Headings, type TableRow, tableRows } from './table-rows.ts';

export type ListedPrice = {
  readonly at: Place;
  readonly name: string;
  /** Beginnings of the principal diagnosis. */
  readonly diagnoses: readonly string[];
  /** Beginnings of the main operation; `none`: the stay has no operation at all; `any`: whatever it has. */
  readonly operations: readonly string[] | 'none' | 'any';
  /** `*`: every one. */
  readonly level: string;
  readonly insurance: string;
  readonly price: Fen;
  /** Charges that are paid apart, at cost. */
  readonly excluded: { readonly categories: readonly ChargeCategory[]; readonly items: readonly string[] };
};

export const ANY = '*';

export function priceTable(text: string, policy: SingleDiseasePolicy): readonly ListedPrice[] {
  const rows = tableRows(text, policy.table, headings).filter(isValid);
  const prices = rows.map(row => priceOf(row, policy));
  if (prices.length === 0)
    throw badTable({ file: policy.table, line: 1 }, both('表里没有有效的病种', 'there is no valid disease in the table'), example);
  refuseTwice(prices);
  return prices;
}

const headings: Headings = {
  known: {
    ...{ diagnosis: 'diagnosis', 主要诊断: 'diagnosis', operation: 'operation', 主要手术操作: 'operation', level: 'level', 级别: 'level' },
    ...{ insurance: 'insurance', 险种: 'insurance', price: 'price', 价格: 'price', excluded: 'excluded', 除外: 'excluded' },
    ...{ valid: 'valid', 有效: 'valid', name: 'name', 名称: 'name', note: 'note', 备注: 'note' },
  },
  required: ['diagnosis', 'operation', 'level', 'insurance', 'price'],
};

const example = both(
  '例如 diagnosis K35、operation 47.0|47.1（空：不限；-：无手术）、level tertiary、insurance *、price 6200.00。',
  'Such as diagnosis K35, operation 47.0|47.1 (blank: any, -: none), level tertiary, insurance *, price 6200.00.',
);
const bad = (at: Place, zh: string, en: string, hint: Text = example): UserError => badTable(at, both(zh, en), hint);

function isValid({ at, cells }: TableRow): boolean {
  const { valid = '1' } = cells;
  if (valid !== '1' && valid !== '0') throw bad(at, `有效“${valid}”不是 1 或 0`, `valid "${valid}" is neither 1 nor 0`);
  return valid === '1';
}

function priceOf({ at, cells }: TableRow, policy: SingleDiseasePolicy): ListedPrice {
  const { diagnosis = '', operation = '', level = '', insurance = '', price = '', excluded = '', name = '' } = cells;
  const diagnoses = listOf(diagnosis);
  const odd = diagnoses.find(code => !/^[A-Z]\d[\dA-Z.x+*]*$/.test(code));
  if (diagnoses.length === 0 || odd !== undefined)
    throw bad(at, `主要诊断“${odd ?? ''}”不是诊断编码的开头`, `diagnosis "${odd ?? ''}" does not begin a code of a diagnosis`);
  if (level !== ANY && !policy.levelsKnown.has(level)) throw unknownLevel('single_disease.table', level, at, policy.levelsKnown);
  checkInsurance(insurance, at, policy);
  if (!/^\d+(\.\d{1,2})?$/.test(price) || new Decimal(price).isZero())
    throw bad(at, `价格“${price}”不是金额`, `price "${price}" is not an amount of money`);
  return {
    at,
    name,
    diagnoses,
    operations: operationsOf(operation, at),
    level,
    insurance,
    price: toFen(price),
    excluded: excludedOf(excluded, at),
  };
}

const listOf = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|').map(code => code.trim()));

function operationsOf(cell: string, at: Place): ListedPrice['operations'] {
  if (cell === '') return 'any';
  if (cell === '-') return 'none';
  const operations = listOf(cell);
  const odd = operations.find(code => !/^\d\d[\d.x]*$/.test(code));
  if (odd === undefined) return operations;
  throw bad(at, `主要手术操作“${odd}”不是手术操作编码的开头`, `operation "${odd}" does not begin a code of an operation`);
}

function checkInsurance(insurance: string, at: Place, policy: SingleDiseasePolicy): void {
  const known = new Set(policy.insurance.values());
  if (insurance === ANY || known.has(insurance)) return;
  const near = nearest(insurance, known);
  throw bad(
    at,
    `政策里没有险种“${insurance}”`,
    `the policy does not know the insurance "${insurance}"`,
    near ? didYouMean(near) : listFirst,
  );
}

/** Charge categories by name, item codes by their digits. */
function excludedOf(cell: string, at: Place): ListedPrice['excluded'] {
  const categories: ChargeCategory[] = [];
  const items: string[] = [];
  for (const written of listOf(cell)) {
    const category = chargeCategories.find(known => known === written);
    if (category) categories.push(category);
    else if (/\d/.test(written)) items.push(written);
    else
      throw bad(
        at,
        `除外“${written}”既不是费用类别，也不是项目编码`,
        `excluded "${written}" is no charge category and no item code`,
        didYouMean(nearest(written, chargeCategories)!),
      );
  }
  return { categories, items };
}

function refuseTwice(prices: readonly ListedPrice[]): void {
  const seen = new Map<string, Place>();
  for (const { at, diagnoses, operations, level, insurance } of prices) {
    for (const diagnosis of diagnoses) {
      for (const operation of typeof operations === 'string' ? [operations] : operations) {
        const key = [diagnosis, operation, level, insurance].join(' ');
        const before = seen.get(key);
        if (before) throw bad(at, `与第 ${before.line} 行重复：${key}`, `is line ${before.line} again: ${key}`);
        seen.set(key, at);
      }
    }
  }
}

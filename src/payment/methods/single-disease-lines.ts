/** The payment of a listed disease as lines: its price, and what is paid apart. */
import { type Fen, yuanText } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import type { Within } from '../explain.ts';
import { listedPrice } from '../listed/listing.ts';
import { paidApart } from '../listed/paid-apart.ts';
import { type ListedPrice, priceTable } from '../listed/price-table.ts';
import { textOf } from '../part.ts';
import { payerOf } from '../payer-of.ts';
import type { Line } from '../settlement.ts';

/** The lines of the payment; they sum to it. */
export function singleDiseaseLines({ stays, row, part }: Within, policy: SingleDiseasePolicy): readonly Line[] {
  const prices = priceTable(textOf(part, policy.table), policy);
  const first = ({ offsets, codes, words }: typeof stays.dx) => (offsets[row] === offsets[row + 1] ? '' : words[codes[offsets[row]!]!]!);
  const asked = { diagnosis: first(stays.dx), operation: first(stays.px), ...payerOf(stays, row, policy) };
  const listed = prices[listedPrice(prices, asked)]!;
  const apart = paidApart(stays, policy.tableLeaf)(row, listed);
  const line = { part: 'payment', source: placeText(listed.at), rule: 'single_disease.table' } as const;
  return [
    { ...line, label: 'listed_price', amount: listed.price, working: yuanText(listed.price), bound: boundOf(listed) },
    ...(apart === 0 ? [] : [{ ...line, label: 'exempt', amount: apart as Fen, working: `${yuanText(apart)} (${leftOut(listed)})` }]),
  ];
}

/** `K35 + 47.0|47.1 · tertiary · *`: what of the row the stay met. */
function boundOf({ name, diagnoses, operations, level, insurance }: ListedPrice): string {
  const operation = typeof operations === 'string' ? words[operations] : operations.join('|');
  return [name, `${diagnoses.join('|')} + ${operation}`, level, insurance].filter(word => word !== '').join(' · ');
}
const words = { any: '*', none: '-' } as const;

const leftOut = ({ excluded: { categories, items } }: ListedPrice): string => [...categories, ...items].join(' + ');

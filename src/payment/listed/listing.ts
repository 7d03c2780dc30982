/**
 * Which listed price a stay has. Of several that fit, the one that says most: the longest beginning of the diagnosis, then of the
 * operation (none before any), then a level of its own, then an insurance of its own.
 */
import type { SingleDiseasePolicy } from '../../policy/methods/single-disease.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { keysAmong, NO_INSURANCE } from '../payer-keys.ts';
import { ANY, type ListedPrice } from './price-table.ts';

export const NOT_LISTED = -1;

/** What a listed price is looked up by; '' is no code. */
export type Asked = { readonly diagnosis: string; readonly operation: string; readonly level: string; readonly insurance: string };

/** Index of the price of every row, or NOT_LISTED. Stays with the same codes and payer are looked up once. */
export function listing(stays: StayTable, prices: readonly ListedPrice[], policy: SingleDiseasePolicy): (row: number) => number {
  const { dx, px } = stays;
  const payers = keysAmong(stays, policy, undefined);
  const levels = [...new Set(prices.map(({ level }) => level))].filter(level => level !== ANY);
  const byLevel = keysAmong(stays, policy, levels);
  const mayBe = Uint8Array.from(dx.words, word => Number(prices.some(({ diagnoses }) => beginning(diagnoses, word) > 0)));
  const known = new Map<number, number>();
  return row => {
    const from = dx.offsets[row]!;
    const dxWord = from === dx.offsets[row + 1]! ? 0 : dx.codes[from]!;
    if (mayBe[dxWord] === 0 || payers.of[row] === NO_INSURANCE) return NOT_LISTED;
    const pxFrom = px.offsets[row]!;
    const pxWord = pxFrom === px.offsets[row + 1]! ? 0 : px.codes[pxFrom]!;
    const key = (dxWord * px.words.length + pxWord) * 0x10000 + byLevel.of[row]!;
    const payer = key * payers.insurances.length + payers.of[row]!;
    const before = known.get(payer);
    if (before !== undefined) return before;
    const level = levels[Math.floor(byLevel.of[row]! / payers.insurances.length)] ?? '';
    const asked = { diagnosis: dx.words[dxWord]!, operation: px.words[pxWord]!, level, insurance: payers.insurances[payers.of[row]!]! };
    const found = listedPrice(prices, asked);
    known.set(payer, found);
    return found;
  };
}

/** The rule itself. */
export function listedPrice(prices: readonly ListedPrice[], asked: Asked): number {
  let best = NOT_LISTED;
  let most: readonly number[] = [];
  for (const [i, price] of prices.entries()) {
    const says = howMuch(price, asked);
    if (says && (best === NOT_LISTED || isMore(says, most))) [best, most] = [i, says];
  }
  return best;
}

/** undefined: the price is not for such a stay. */
function howMuch(price: ListedPrice, { diagnosis, operation, level, insurance }: Asked): readonly number[] | undefined {
  const ofDiagnosis = beginning(price.diagnoses, diagnosis);
  const ofOperation = operationSays(price.operations, operation);
  const payer = (price.level === ANY || price.level === level) && (price.insurance === ANY || price.insurance === insurance);
  if (ofDiagnosis === 0 || ofOperation < 0 || !payer) return undefined;
  return [ofDiagnosis, ofOperation, Number(price.level !== ANY), Number(price.insurance !== ANY)];
}

function operationSays(operations: ListedPrice['operations'], operation: string): number {
  if (operations === 'any') return 0;
  if (operations === 'none') return operation === '' ? 1 : -1;
  return beginning(operations, operation) || -1;
}

/** Letters of the longest of the beginnings; 0 where the code begins with none of them. */
const beginning = (starts: readonly string[], code: string): number =>
  starts.reduce((most, start) => (code.startsWith(start) ? Math.max(most, start.length) : most), 0);

function isMore(says: readonly number[], than: readonly number[]): boolean {
  const first = says.findIndex((count, i) => count !== than[i]);
  return first >= 0 && says[first]! > than[first]!;
}

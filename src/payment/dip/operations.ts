/**
 * The operations of a stay as DIP looks at them: the first listed procedure is the main one; of the others 手术 and 治疗性操作 are related
 * operations (相关手术操作). One counts only from 10 % of the cost of the stay on. What an operation cost is known where item lines carry its
 * code; where they do not, every related operation counts: that is an assumption, and the manifest of a catalogue says so.
 */
import type { StayTable } from '../../stay/stay-table.ts';
import type { CodePrefixes } from './code-prefixes.ts';
import { pairNumbers } from './pair-numbers.ts';
import { type Treatment, treatmentIndex, treatmentOf } from './treatment.ts';

/** No procedure. */
export const NO_PX = -1;

export type Operations = {
  /** Word of the main procedure, NO_PX without one. */
  main(row: number): number;
  /** Lays the words of the related operations into `found`, each once, in the order of their codes; how many there are. */
  related(row: number, found: Int32Array): number;
  /** The gravest kind among all procedures, an index into treatments. */
  treatment(row: number): number;
  /** Longest list of procedures: the room that `found` needs. */
  readonly most: number;
  /** Stays whose item lines say what an operation cost. */
  readonly withCosts: number;
};

export function operationsOf(stays: StayTable, types: CodePrefixes<Treatment>): Operations {
  const { offsets, codes, words } = stays.px;
  const kind = Uint8Array.from(words, word => (word === '' ? 0 : treatmentIndex[treatmentOf(word, types)]));
  const place = placesInOrder(words);
  const costs = operationCosts(stays);
  let most = 0;
  for (let row = 0; row < stays.count; row++) most = Math.max(most, offsets[row + 1]! - offsets[row]!);
  return {
    most,
    withCosts: costs?.stays ?? 0,
    main: row => (offsets[row] === offsets[row + 1] ? NO_PX : codes[offsets[row]!]!),
    treatment(row) {
      let gravest = treatmentIndex.conservative;
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++)
        if (grave[kind[codes[at]!]!]! > grave[gravest]!) gravest = kind[codes[at]!]!;
      return gravest;
    },
    related(row, found) {
      const [from, to] = [offsets[row]!, offsets[row + 1]!];
      let count = 0;
      for (let at = from + 1; at < to; at++) {
        const px = codes[at]!;
        if (px === codes[from] || !isOperation[kind[px]!] || costs?.tooSmall(row, px)) continue;
        let k = count;
        while (k > 0 && place[found[k - 1]!]! > place[px]!) k--;
        if (k > 0 && found[k - 1] === px) continue;
        found.copyWithin(k + 1, k, count);
        found[k] = px;
        count++;
      }
      return count;
    },
  };
}

/** By index into treatments: conservative, surgery, therapeutic, diagnostic. */
const grave = [0, 3, 2, 1];
const isOperation = [false, true, true, false];

/** By word its place among the words in the order of their codes. */
function placesInOrder(words: readonly string[]): Int32Array {
  const order = Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  const place = new Int32Array(words.length);
  for (const [i, word] of order.entries()) place[word] = i;
  return place;
}

type OperationCosts = { readonly stays: number; tooSmall(row: number, px: number): boolean };

/** undefined: no item line carries the code of a procedure. */
function operationCosts({ charges, px, money: { total }, count }: StayTable): OperationCosts | undefined {
  if (!charges || !total) return undefined;
  const words = new Map(px.words.map((word, i) => [word, i]));
  const pxOf = Int32Array.from(charges.item.words, word => (word === '' ? NO_PX : (words.get(word) ?? NO_PX)));
  const pairs = pairNumbers();
  const amounts: number[] = [];
  const known = new Uint8Array(count);
  for (let line = 0; line < charges.count; line++) {
    const procedure = pxOf[charges.item.codes[line]!]!;
    if (procedure === NO_PX) continue;
    const row = charges.stay[line]!;
    const number = pairs.numberOf(row, procedure);
    const at = number < 0 ? -1 - number : number;
    amounts[at] = (amounts[at] ?? 0) + (charges.amount[line]! || 0);
    known[row] = 1;
  }
  const stays = known.reduce((sum, is) => sum + is, 0);
  if (stays === 0) return undefined;
  return {
    stays,
    tooSmall(row, procedure) {
      if (known[row] === 0) return false;
      const number = pairs.numberOf(row, procedure);
      return (number < 0 ? 0 : (amounts[number] ?? 0)) * 10 < total[row]!;
    },
  };
}

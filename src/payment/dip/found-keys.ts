/**
 * Which groups a history has: diagnosis with main and related operations where enough stays have them; of the rest, diagnosis with main
 * operation; of what then remains, the 3-digit diagnosis with the kind of treatment. In the order of their codes.
 */
import type { StayTable } from '../../stay/stay-table.ts';
import { NOT_USED } from './history.ts';
import { codeOfKey, type DipKey, threeDigits } from './keys.ts';
import { NO_PX, type Operations } from './operations.ts';
import { pairNumbers } from './pair-numbers.ts';
import { treatments } from './treatment.ts';

export type ToFind = {
  readonly stays: StayTable;
  readonly yearOf: Uint8Array;
  readonly operations: Operations;
  readonly minCases: number;
};

export function foundKeys({ stays, yearOf, operations, minCases }: ToFind): readonly DipKey[] {
  const { dx, px, count } = stays;
  const combined = counted();
  const alone = counted();
  const comprehensive = counted();
  const key = new Int32Array(count).fill(-1);
  const combinations = related(stays, operations);
  const used = (row: number): boolean => yearOf[row] !== NOT_USED;
  const pairs = pairNumbers();
  const pairOf = (row: number, second: number): number => {
    const number = pairs.numberOf(dx.codes[dx.offsets[row]!]!, second);
    return number < 0 ? -1 - number : number;
  };

  for (let row = 0; row < count; row++) {
    if (!used(row)) continue;
    const with_ = combinations.of(row);
    if (with_ === 0) continue;
    // the combination of operations has a number of its own, beyond those of single procedures
    key[row] = pairOf(row, px.words.length + with_);
    combined.add(key[row]!, row);
  }
  for (let row = 0; row < count; row++) {
    if (!used(row) || (key[row]! >= 0 && combined.cases(key[row]!) >= minCases)) continue;
    key[row] = pairOf(row, operations.main(row));
    alone.add(key[row]!, row);
  }
  const isCore = (row: number): boolean => combined.cases(key[row]!) >= minCases || alone.cases(key[row]!) >= minCases;
  const broad = new Map<string, number>();
  const broadOf = dx.words.map(word => numbered(broad, threeDigits(word)));
  for (let row = 0; row < count; row++) {
    if (!used(row) || isCore(row)) continue;
    comprehensive.add(broadOf[dx.codes[dx.offsets[row]!]!]! * treatments.length + operations.treatment(row), row);
  }

  const diagnosis = (row: number): string => dx.words[dx.codes[dx.offsets[row]!]!]!;
  const mainOf = (row: number): string => (operations.main(row) === NO_PX ? '' : px.words[operations.main(row)]!);
  const keys: DipKey[] = [
    ...combined
      .from(minCases)
      .map((row): DipKey => ({ kind: 'core', dx: diagnosis(row), main: mainOf(row), related: combinations.words(row) })),
    ...alone.from(minCases).map((row): DipKey => ({ kind: 'core', dx: diagnosis(row), main: mainOf(row), related: [] })),
    ...comprehensive
      .from(1)
      .map(
        (row): DipKey => ({ kind: 'comprehensive', dx: threeDigits(diagnosis(row)), treatment: treatments[operations.treatment(row)]! }),
      ),
  ];
  return keys
    .map(one => [codeOfKey(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

/** Cases by number, and a stay that shows what the number stands for. */
function counted() {
  const cases: number[] = [];
  const example: number[] = [];
  return {
    add(number: number, row: number): void {
      cases[number] = (cases[number] ?? 0) + 1;
      example[number] ??= row;
    },
    cases: (number: number): number => cases[number] ?? 0,
    from: (least: number): number[] => example.filter((_, number) => (cases[number] ?? 0) >= least),
  };
}

function numbered(known: Map<string, number>, text: string): number {
  const number = known.get(text) ?? known.size;
  known.set(text, number);
  return number;
}

/** Main operation with its related ones as one number from 1 on; 0 without related operations. */
function related({ px }: StayTable, operations: Operations) {
  const found = new Int32Array(operations.most + 1);
  const numbers = new Map<string, number>();
  return {
    of(row: number): number {
      const count = operations.related(row, found);
      return count === 0 ? 0 : 1 + numbered(numbers, `${operations.main(row)} ${found.subarray(0, count).join(' ')}`);
    },
    words: (row: number): readonly string[] => Array.from(found.subarray(0, operations.related(row, found)), word => px.words[word]!),
  };
}

/** Stays with diagnoses and operations, the principal one first, each as `K35.2 E11.9 / 47.0100`. */
import type { StayTable } from '../../../src/stay/stay-table.ts';

export function withCodes(stays: StayTable, codes: readonly string[]): StayTable {
  const side = (which: number) => codes.map(text => (text.split('/')[which] ?? '').split(' ').filter(code => code !== ''));
  return { ...stays, dx: columnOf(side(0)), px: columnOf(side(1)) };
}

function columnOf(lists: readonly (readonly string[])[]): StayTable['dx'] {
  const words = ['', ...new Set(lists.flat())];
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length;
  });
  return { offsets, codes: Uint32Array.from(lists.flat(), code => words.indexOf(code)), words };
}

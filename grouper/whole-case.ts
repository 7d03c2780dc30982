/** Answers any atom for one whole case, from the list bits of its codes and its numbers. One scratch value serves all cases in turn. */
import type { CompiledCatalogue } from './compiled.ts';
import type { Atom, CaseField } from './condition.ts';
import { type Ask, truth } from './evaluate.ts';
import { compareNumber } from './number-cells.ts';

/** The bits of the lists that the first code, and that the other codes, stand in. */
export type Bits = { readonly first: Uint32Array; readonly others: Uint32Array };
export type WholeCase = {
  readonly dx: Bits;
  readonly px: Bits;
  /** Numbers below 0 are missing. */
  sex: number;
  age: number;
  ageDays: number;
  weight: number;
  /** Position of the first effective MCC and CC among the diagnoses; 0, the place of the principal one, is none. */
  mccAt: number;
  ccAt: number;
  /** Where the bit rows of principal diagnosis and main procedure begin. */
  dxRow: number;
  pxRow: number;
};

export function wholeCase({ dxBits, pxBits }: CompiledCatalogue): WholeCase {
  const bits = (width: number): Bits => ({ first: new Uint32Array(width), others: new Uint32Array(width) });
  const numbers = { sex: -1, age: -1, ageDays: -1, weight: -1, mccAt: 0, ccAt: 0, dxRow: 0, pxRow: 0 };
  return { dx: bits(dxBits.width), px: bits(pxBits.width), ...numbers };
}

export function asking({ dxBits, pxBits, sites }: CompiledCatalogue, now: WholeCase): Ask {
  return atom => {
    switch (atom.kind) {
      case 'complication':
        return truth((atom.level === 'mcc' ? now.mccAt : now.ccAt) > 0);
      case 'number':
        return truth(compareNumber(atom.field === 'sites' ? sitesHit(now.dx, sites) : numberOf(now, atom.field), atom));
      case 'codes':
        return truth(someCode(atom, dxBits.bitOf[atom.list]!, pxBits.bitOf[atom.list]!, now));
    }
  };
}

function someCode({ subject }: Extract<Atom, { kind: 'codes' }>, dxBit: number, pxBit: number, { dx, px }: WholeCase): boolean {
  switch (subject) {
    case 'pdx':
      return has(dx.first, dxBit);
    case 'sdx':
      return has(dx.others, dxBit);
    case 'dx':
      return has(dx.first, dxBit) || has(dx.others, dxBit);
    case 'px1':
      return has(px.first, pxBit);
    case 'opx':
      return has(px.others, pxBit);
    case 'px':
      return has(px.first, pxBit) || has(px.others, pxBit);
  }
}

function numberOf(now: WholeCase, field: CaseField): number {
  switch (field) {
    case 'sex':
      return now.sex;
    case 'age':
      return now.age;
    case 'age_days':
      return now.ageDays;
    case 'weight':
      return now.weight;
  }
}

function sitesHit({ first, others }: Bits, sites: readonly number[]): number {
  let hit = 0;
  for (let i = 0; i < sites.length; i++) if (has(first, sites[i]!) || has(others, sites[i]!)) hit++;
  return hit;
}

const has = (bits: Uint32Array, bit: number): boolean => ((bits[bit >>> 5]! >>> (bit & 31)) & 1) === 1;

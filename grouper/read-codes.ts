/** Reads the codes of one case into the scratch case: its list bits, its bit rows and its effective complications. Runs once per case and kind. */
import type { BitRows, CompiledCatalogue } from './compiled.ts';
import { BITS, COMPLICATION, FACTS, type LocalDiagnoses, ROW } from './local-codes.ts';
import type { Bits, WholeCase } from './whole-case.ts';

/** The codes of all cases of one kind, and what is known of each. */
type Codes = { readonly codes: Uint32Array; readonly facts: Uint32Array; readonly words: Uint32Array; readonly rows: BitRows };
export type DiagnosisCodes = Codes & { readonly exclusion: Uint16Array };

export const diagnosisCodes = (
  { dxBits, dxRows }: CompiledCatalogue,
  codes: Uint32Array,
  { facts, exclusion }: LocalDiagnoses,
): DiagnosisCodes => ({
  codes,
  facts,
  words: dxBits.words,
  rows: dxRows,
  exclusion,
});
export const procedureCodes = ({ pxBits, pxRows }: CompiledCatalogue, codes: Uint32Array, facts: Uint32Array): Codes => ({
  codes,
  facts,
  words: pxBits.words,
  rows: pxRows,
});

export function readDiagnoses({ codes, facts, words, rows, exclusion }: DiagnosisCodes, from: number, to: number, now: WholeCase): void {
  clear(now.dx);
  let silent = 1;
  let mccAt = 0;
  let ccAt = 0;
  now.dxRow = rows.none;
  if (from < to) {
    const principal = codes[from]!;
    const cancelling = exclusion[principal]!;
    add(now.dx.first, words, facts[FACTS * principal + BITS]!);
    for (let d = from + 1; d < to; d++) {
      const at = FACTS * codes[d]!;
      const bits = facts[at + BITS]!;
      if (bits !== 0) {
        add(now.dx.others, words, bits);
        silent = 0;
      }
      const levels = facts[at + COMPLICATION]!;
      if (levels === 0) continue;
      const mcc = levels >>> 16;
      const cc = levels & 0xffff;
      if (mccAt === 0 && mcc !== 0 && mcc !== cancelling) mccAt = d - from;
      if (ccAt === 0 && cc !== 0 && cc !== cancelling) ccAt = d - from;
    }
    now.dxRow = facts[FACTS * principal + ROW + silent]!;
  }
  now.mccAt = mccAt;
  now.ccAt = ccAt;
}

export function readProcedures({ codes, facts, words, rows }: Codes, from: number, to: number, now: WholeCase): void {
  clear(now.px);
  let silent = 1;
  now.pxRow = rows.none;
  if (from >= to) return;
  const main = codes[from]!;
  add(now.px.first, words, facts[FACTS * main + BITS]!);
  for (let p = from + 1; p < to; p++) {
    const bits = facts[FACTS * codes[p]! + BITS]!;
    if (bits === 0) continue;
    add(now.px.others, words, bits);
    silent = 0;
  }
  now.pxRow = facts[FACTS * main + ROW + silent]!;
}

// plain loops over one to three words: a call to fill() costs more than the rest of the case

function clear({ first, others }: Bits): void {
  for (let w = 0; w < first.length; w++) {
    first[w] = 0;
    others[w] = 0;
  }
}

function add(bits: Uint32Array, words: Uint32Array, at: number): void {
  if (at === 0) return;
  for (let w = 0; w < bits.length; w++) bits[w]! |= words[at - 1 + w]!;
}

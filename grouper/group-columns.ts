/**
 * Groups a column of cases. Per case: the bit rows of principal diagnosis, main procedure and numbers are intersected; the first row left whose
 * open conditions hold and whose chain gives a DRG is the result. Nothing is allocated per case.
 */
import type { CaseColumns, CodeLists } from './cases.ts';
import { CHAIN_ASKS, CHAIN_ENDS, type CompiledCatalogue } from './compiled.ts';
import type { Condition } from './condition.ts';
import { type Ask, evaluate, YES } from './evaluate.ts';
import { BITS, COMPLICATION, FACTS, localDiagnoses, localProcedures, ROW } from './local-codes.ts';
import { type GroupColumns, NO_DECIDER, NO_ROW } from './result.ts';
import { asking, type Bits, wholeCase } from './whole-case.ts';

export function groupColumns(compiled: CompiledCatalogue, cases: CaseColumns): GroupColumns {
  const { count, dx, px } = cases;
  const { dxRows, pxRows, dxBits, pxBits, cells, rows, results } = compiled;
  const group = new Uint16Array(count);
  const row = new Uint16Array(count).fill(NO_ROW);
  const severity = new Uint8Array(count);
  const decider = new Uint8Array(count).fill(NO_DECIDER);

  const { facts: dxFacts, exclusion } = localDiagnoses(compiled, dx.words);
  const pxFacts = localProcedures(compiled, px.words);
  const dxWords = dxRows.words;
  const pxWords = pxRows.words;
  const cellWords = cells.words;
  const [sexClass, ageClass, daysClass, weightClass] = cells.classes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const [, ageStride, daysStride, weightStride] = cells.strides as [number, number, number, number];
  const open = rows.map(each => each.open);
  const now = wholeCase(compiled);
  const ask = asking(compiled, now);

  for (let i = 0; i < count; i++) {
    const from = dx.offsets[i]!;
    const to = dx.offsets[i + 1]!;
    const fromPx = px.offsets[i]!;
    const toPx = px.offsets[i + 1]!;
    const dxSilent = gather(dx, from, to, dxFacts, dxBits.words, now.dx);
    const pxSilent = gather(px, fromPx, toPx, pxFacts, pxBits.words, now.px);
    const dxRow = from < to ? dxFacts[FACTS * dx.codes[from]! + ROW + dxSilent]! : dxRows.none;
    const pxRow = fromPx < toPx ? pxFacts[FACTS * px.codes[fromPx]! + ROW + pxSilent]! : pxRows.none;

    let mccAt = 0;
    let ccAt = 0;
    const cancelling = from < to ? exclusion[dx.codes[from]!]! : 0;
    for (let d = from + 1; d < to; d++) {
      const levels = dxFacts[FACTS * dx.codes[d]! + COMPLICATION]!;
      if (levels === 0) continue;
      if (mccAt === 0 && levels >>> 16 !== 0 && levels >>> 16 !== cancelling) mccAt = d - from;
      if (ccAt === 0 && (levels & 0xffff) !== 0 && (levels & 0xffff) !== cancelling) ccAt = d - from;
    }
    if (mccAt > 0 || ccAt > 0) {
      severity[i] = mccAt > 0 ? 2 : 1;
      decider[i] = Math.min(mccAt > 0 ? mccAt : ccAt, NO_DECIDER);
    }
    now.mcc = mccAt > 0;
    now.cc = ccAt > 0;
    now.sex = cases.sex[i]! === 0 ? -1 : cases.sex[i]!;
    now.age = cases.age[i]!;
    now.ageDays = cases.ageDays[i]!;
    now.weight = cases.birthWeight[i]!;
    const complications = (mccAt > 0 ? 2 : 0) + (ccAt > 0 ? 1 : 0);
    const cell = classOf(sexClass, now.sex) + ageStride * classOf(ageClass, now.age);
    const cellRow = cells.of[cell + daysStride * classOf(daysClass, now.ageDays) + weightStride * classOf(weightClass, now.weight)]!;

    const end = dxRow + 2 * dxWords[dxRow]!;
    search: for (let at = dxRow + 1; at < end; at += 2) {
      const w = dxWords[at]!;
      let left = dxWords[at + 1]! & pxWords[pxRow + w]! & cellWords[cellRow + w]!;
      while (left !== 0) {
        const r = w * 32 + (31 - Math.clz32(left & -left));
        left &= left - 1;
        if (!allHold(open[r]!, ask)) continue;
        let result = results[4 * r + complications]!;
        if (result === CHAIN_ASKS) result = askChain(compiled, rows[r]!.adrg, ask);
        if (result === CHAIN_ENDS) continue;
        group[i] = result;
        row[i] = r;
        break search;
      }
    }
  }
  return { count, group, row, severity, decider };
}

/** Collects the list bits of a case's codes; 1 when the codes after the first stand in none of these lists. */
function gather({ codes }: CodeLists, from: number, to: number, facts: Uint32Array, words: Uint32Array, { first, others }: Bits): 0 | 1 {
  // plain loops: filling a handful of words through a call costs more than the rest of the case
  for (let w = 0; w < first.length; w++) {
    first[w] = 0;
    others[w] = 0;
  }
  if (from >= to) return 1;
  add(first, words, facts[FACTS * codes[from]! + BITS]!);
  let silent: 0 | 1 = 1;
  for (let c = from + 1; c < to; c++) {
    const at = facts[FACTS * codes[c]! + BITS]!;
    if (at === 0) continue;
    add(others, words, at);
    silent = 0;
  }
  return silent;
}

function add(bits: Uint32Array, words: Uint32Array, at: number): void {
  if (at === 0) return;
  for (let w = 0; w < bits.length; w++) bits[w]! |= words[at - 1 + w]!;
}

/** The class of a number; anything below 0 is missing, anything above the largest bound is one class. */
const classOf = (classes: Uint8Array, value: number): number => classes[value < 0 ? 0 : Math.min(value + 1, classes.length - 1)]!;

function allHold(conditions: readonly Condition[], ask: Ask): boolean {
  for (let c = 0; c < conditions.length; c++) if (evaluate(conditions[c]!, ask) !== YES) return false;
  return true;
}

function askChain({ chains }: CompiledCatalogue, adrg: string, ask: Ask): number {
  for (const link of chains[adrg] ?? []) if (evaluate(link.condition, ask) === YES) return link.group;
  return CHAIN_ENDS;
}

/**
 * Groups a column of cases. Per case: the bit rows of principal diagnosis, main procedure and numbers are intersected; the first row left whose
 * open conditions hold and whose chain gives a DRG is the result. Nothing is allocated per case.
 */
import type { CaseColumns, CodeLists } from './cases.ts';
import { CHAIN_ASKS, CHAIN_ENDS, type CompiledCatalogue } from './compiled.ts';
import type { Condition } from './condition.ts';
import { type Ask, evaluate, YES } from './evaluate.ts';
import { type LocalCodes, localDiagnoses, localProcedures } from './local-codes.ts';
import { type GroupColumns, NO_DECIDER, NO_ROW } from './result.ts';
import { asking, type Bits, wholeCase } from './whole-case.ts';

export function groupColumns(compiled: CompiledCatalogue, cases: CaseColumns): GroupColumns {
  const { count, dx, px } = cases;
  const { width, dxRows, pxRows, dxBits, pxBits, cells, rows } = compiled;
  const group = new Uint16Array(count);
  const row = new Uint16Array(count).fill(NO_ROW);
  const severity = new Uint8Array(count);
  const decider = new Uint8Array(count).fill(NO_DECIDER);

  const diagnoses = localDiagnoses(compiled, dx.words);
  const procedures = localProcedures(compiled, px.words);
  const { complication, exclusion } = diagnoses;
  const open = rows.map(each => each.open);
  const now = wholeCase(compiled);
  const ask = asking(compiled, now);
  const [sexClass, ageClass, daysClass, weightClass] = cells.classes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const [, ageStride, daysStride, weightStride] = cells.strides as [number, number, number, number];

  for (let i = 0; i < count; i++) {
    const from = dx.offsets[i]!;
    const to = dx.offsets[i + 1]!;
    const silentDx = gather(dx, from, to, diagnoses, dxBits.words, now.dx);
    const dxRow = from < to ? diagnoses.rows[2 * dx.codes[from]! + silentDx]! : dxRows.none;
    const fromPx = px.offsets[i]!;
    const toPx = px.offsets[i + 1]!;
    const silentPx = gather(px, fromPx, toPx, procedures, pxBits.words, now.px);
    const pxRow = fromPx < toPx ? procedures.rows[2 * px.codes[fromPx]! + silentPx]! : pxRows.none;

    let mccAt = -1;
    let ccAt = -1;
    const cancelling = from < to ? exclusion[dx.codes[from]!]! : 0;
    for (let d = from + 1; d < to; d++) {
      const both = complication[dx.codes[d]!]!;
      if (both === 0) continue;
      if (mccAt < 0 && both >>> 16 !== 0 && both >>> 16 !== cancelling) mccAt = d - from;
      if (ccAt < 0 && (both & 0xffff) !== 0 && (both & 0xffff) !== cancelling) ccAt = d - from;
    }
    const decidedAt = mccAt >= 0 ? mccAt : ccAt;
    if (decidedAt >= 0) {
      severity[i] = mccAt >= 0 ? 2 : 1;
      decider[i] = Math.min(decidedAt, NO_DECIDER);
    }
    now.mcc = mccAt >= 0;
    now.cc = ccAt >= 0;
    now.sex = cases.sex[i]! === 0 ? -1 : cases.sex[i]!;
    now.age = cases.age[i]!;
    now.ageDays = cases.ageDays[i]!;
    now.weight = cases.birthWeight[i]!;
    const cell =
      classOf(sexClass, now.sex) +
      ageStride * classOf(ageClass, now.age) +
      daysStride * classOf(daysClass, now.ageDays) +
      weightStride * classOf(weightClass, now.weight);
    const cellRow = cells.of[cell]!;
    const severityBits = (now.mcc ? 2 : 0) | (now.cc ? 1 : 0);

    search: for (let w = 0; w < width; w++) {
      let left = dxRows.words[dxRow + w]! & pxRows.words[pxRow + w]! & cells.words[cellRow + w]!;
      while (left !== 0) {
        const r = w * 32 + (31 - Math.clz32(left & -left));
        left &= left - 1;
        if (!allHold(open[r]!, ask)) continue;
        let result = compiled.results[4 * r + severityBits]!;
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
function gather({ codes }: CodeLists, from: number, to: number, local: LocalCodes, words: Uint32Array, { first, others }: Bits): 0 | 1 {
  first.fill(0);
  others.fill(0);
  if (from >= to) return 1;
  add(first, words, local.bits[codes[from]!]!);
  let silent: 0 | 1 = 1;
  for (let c = from + 1; c < to; c++) {
    const at = local.bits[codes[c]!]!;
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

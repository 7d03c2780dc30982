/**
 * Groups a column of cases. Per case: the bit rows of principal diagnosis, main procedure and numbers are intersected; the first row left whose
 * open conditions hold and whose chain gives a DRG is the result. Nothing is allocated per case.
 */
import type { CaseColumns } from './cases.ts';
import { CHAIN_ASKS, CHAIN_ENDS, type CompiledCatalogue, type NumberCells } from './compiled.ts';
import type { Condition } from './condition.ts';
import { type Ask, evaluate, YES } from './evaluate.ts';
import { localDiagnoses, localProcedures } from './local-codes.ts';
import { diagnosisCodes, procedureCodes, readDiagnoses, readProcedures } from './read-codes.ts';
import { type GroupColumns, NO_DECIDER, NO_ROW } from './result.ts';
import { asking, type WholeCase, wholeCase } from './whole-case.ts';

export function groupColumns(compiled: CompiledCatalogue, cases: CaseColumns): GroupColumns {
  const { count, dx, px } = cases;
  const { rows, results, cells } = compiled;
  const group = new Uint16Array(count);
  const row = new Uint16Array(count).fill(NO_ROW);
  const severity = new Uint8Array(count);
  const decider = new Uint8Array(count).fill(NO_DECIDER);

  const diagnoses = diagnosisCodes(compiled, dx.codes, localDiagnoses(compiled, dx.words));
  const procedures = procedureCodes(compiled, px.codes, localProcedures(compiled, px.words));
  const dxWords = compiled.dxRows.words;
  const pxWords = compiled.pxRows.words;
  const cellWords = cells.words;
  const open = rows.map(each => each.open);
  const now = wholeCase(compiled);
  const ask = asking(compiled, now);

  for (let i = 0; i < count; i++) {
    readDiagnoses(diagnoses, dx.offsets[i]!, dx.offsets[i + 1]!, now);
    readProcedures(procedures, px.offsets[i]!, px.offsets[i + 1]!, now);
    now.sex = cases.sex[i]! === 0 ? -1 : cases.sex[i]!;
    now.age = cases.age[i]!;
    now.ageDays = cases.ageDays[i]!;
    now.weight = cases.birthWeight[i]!;
    const { mccAt, ccAt, dxRow, pxRow } = now;
    if (mccAt > 0 || ccAt > 0) {
      severity[i] = mccAt > 0 ? 2 : 1;
      decider[i] = Math.min(mccAt > 0 ? mccAt : ccAt, NO_DECIDER);
    }
    const complications = (mccAt > 0 ? 2 : 0) + (ccAt > 0 ? 1 : 0);
    const cellRow = cells.of[cellOf(cells, now)]!;
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

function cellOf({ classes, strides }: NumberCells, { sex, age, ageDays, weight }: WholeCase): number {
  return (
    classOf(classes[0]!, sex) +
    strides[1]! * classOf(classes[1]!, age) +
    strides[2]! * classOf(classes[2]!, ageDays) +
    strides[3]! * classOf(classes[3]!, weight)
  );
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

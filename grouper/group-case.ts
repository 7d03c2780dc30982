/** Groups one case, by the same path as a column of cases. */
import type { Case, CaseColumns, CodeLists } from './cases.ts';
import type { CompiledCatalogue } from './compiled.ts';
import { groupColumns } from './group-columns.ts';
import { type Group, type Severity, severities } from './result.ts';

/** `row` and `decider` as in GroupColumns. */
export type GroupedCase = { readonly group: Group; readonly row: number; readonly severity: Severity; readonly decider: number };

export function groupCase(compiled: CompiledCatalogue, one: Case): GroupedCase {
  const result = groupColumns(compiled, columnsOf([one]));
  return {
    group: compiled.groups[result.group[0]!]!,
    row: result.row[0]!,
    severity: severities[result.severity[0]!]!,
    decider: result.decider[0]!,
  };
}

/** Cases as columns, words interned. */
export function columnsOf(cases: readonly Case[]): CaseColumns {
  return {
    count: cases.length,
    sex: Uint8Array.from(cases, one => one.sex ?? 0),
    age: Int16Array.from(cases, one => stored(one.age, 0x7fff)),
    ageDays: Int16Array.from(cases, one => stored(one.ageDays, 0x7fff)),
    birthWeight: Int32Array.from(cases, one => stored(one.birthWeight, 0x7fffffff)),
    dx: codeLists(cases.map(one => one.dx)),
    px: codeLists(cases.map(one => one.px)),
  };
}

/** A whole number from 0 up, or -1 for a missing one; what a column cannot hold is larger than any bound anyway. */
const stored = (value: number | undefined, largest: number): number =>
  value === undefined || !(value >= 0) ? -1 : Math.min(Math.trunc(value), largest);

function codeLists(lists: readonly (readonly string[])[]): CodeLists {
  const words = new Map<string, number>();
  const offsets = new Uint32Array(lists.length + 1);
  const codes: number[] = [];
  for (const [i, list] of lists.entries()) {
    for (const code of list) {
      if (!words.has(code)) words.set(code, words.size);
      codes.push(words.get(code)!);
    }
    offsets[i + 1] = codes.length;
  }
  return { offsets, codes: Uint32Array.from(codes), words: [...words.keys()] };
}

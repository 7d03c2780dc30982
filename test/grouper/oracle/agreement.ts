/** Sets the fast grouper beside the oracle on the same random cases and names every difference. */

import type { Case, CaseColumns, CodeLists } from '../../../grouper/cases.ts';
import { compileCatalogue, groupColumns, readCatalogue } from '../../../grouper/index.ts';
import { NO_DECIDER, severities } from '../../../grouper/result.ts';
import { type Answer, oracleOf } from './oracle.ts';
import { randomRecords } from './random-records.ts';
import { readFolder, readTables } from './tables.ts';

export type Agreement = {
  readonly records: number;
  /** The first differences, each with the case that shows it. */
  readonly differences: readonly { readonly record: Case; readonly oracle: Answer; readonly grouper: Answer }[];
  /** Different DRG codes the oracle gave, ambiguous groups and 0000 left out. */
  readonly reached: number;
  readonly drgs: number;
  readonly ambiguous: number;
  readonly ungrouped: number;
};

type Size = { readonly records: number; readonly seed: number };

export function agreementOn(folder: string, size: Size): Agreement {
  const texts = readFolder(folder);
  return agreementOf({ oracle: texts, grouper: texts }, size);
}

/** Oracle and grouper are given their tables apart, so that a test can show that a difference would be seen. */
export function agreementOf(
  texts: { readonly oracle: ReadonlyMap<string, string>; readonly grouper: ReadonlyMap<string, string> },
  { records, seed }: Size,
): Agreement {
  const tables = readTables(texts.oracle);
  const next = randomRecords(tables, seed);
  const cases = Array.from({ length: records }, next);
  const answers = cases.map(oracleOf(tables));
  const fast = grouperAnswers(texts.grouper, cases);
  const differences = cases.flatMap((record, i) => {
    const [oracle, grouper] = [answers[i]!, fast[i]!];
    return JSON.stringify(oracle) === JSON.stringify(grouper) ? [] : [{ record, oracle, grouper }];
  });
  return {
    records,
    differences: differences.slice(0, 5),
    reached: new Set(answers.filter(({ adrg }) => adrg !== 'QY' && adrg !== '00').map(({ drg }) => drg)).size,
    drgs: tables.drgs.length,
    ambiguous: answers.filter(({ adrg }) => adrg === 'QY').length,
    ungrouped: answers.filter(({ adrg }) => adrg === '00').length,
  };
}

function grouperAnswers(tables: ReadonlyMap<string, string>, cases: readonly Case[]): Answer[] {
  const compiled = compileCatalogue(readCatalogue({ id: 'under-test', tables: new Map(tables) }));
  const { group, severity, decider } = groupColumns(compiled, columnsOf(cases));
  return cases.map((_, i) => {
    const { mdc, adrg, drg } = compiled.groups[group[i]!]!;
    const position = decider[i]!;
    return { mdc, adrg, drg, severity: severities[severity[i]!]!, decider: position === NO_DECIDER ? -1 : position };
  });
}

function columnsOf(cases: readonly Case[]): CaseColumns {
  return {
    count: cases.length,
    sex: Uint8Array.from(cases, one => one.sex ?? 0),
    age: Int16Array.from(cases, one => one.age ?? -1),
    ageDays: Int16Array.from(cases, one => one.ageDays ?? -1),
    birthWeight: Int32Array.from(cases, one => one.birthWeight ?? -1),
    dx: codeLists(cases.map(one => one.dx)),
    px: codeLists(cases.map(one => one.px)),
  };
}

function codeLists(lists: readonly (readonly string[])[]): CodeLists {
  const numbers = new Map([['', 0]]);
  const codes = lists.flat().map(code => {
    if (!numbers.has(code)) numbers.set(code, numbers.size);
    return numbers.get(code)!;
  });
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    offsets[i + 1] = offsets[i]! + list.length;
  });
  return { offsets, codes: Uint32Array.from(codes), words: [...numbers.keys()] };
}

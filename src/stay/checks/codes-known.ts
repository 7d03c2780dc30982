/**
 * Codes against the national lists: in neither (unknown), in the 国临版 only (the insurer does not know it: a stay is grouped by 医保版 codes),
 * or grey (灰码: kept in the 医保版 list for statistics, not accepted in settlement). A row is noted once a list and rule, with the first such code.
 */
import type { CodeLists } from '../../../grouper/cases.ts';
import type { FindingRule } from '../finding.ts';
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';
import { CLINICAL, GREY, INSURANCE, type WordFacts } from './code-facts.ts';
import { shownCode } from './shown-code.ts';

export function checkCodes(table: StayTable, facts: WordFacts, note: NoteRow): void {
  checkList('dx', table, facts, note);
  checkList('px', table, facts, note);
}

const UNKNOWN = 1;
const ONLY_CLINICAL = 2;
const IS_GREY = 4;
const rules: readonly (readonly [mark: number, rule: FindingRule])[] = [
  [UNKNOWN, 'code_unknown'],
  [ONLY_CLINICAL, 'code_clinical'],
  [IS_GREY, 'code_grey'],
];

function checkList(field: 'dx' | 'px', table: StayTable, facts: WordFacts, note: NoteRow): void {
  const list = table[field];
  const { offsets, codes, words } = list;
  const marks = facts[field].map((fact, word) => (words[word] === '' ? 0 : markOf(fact)));
  if (marks.every(mark => mark === 0)) return;
  for (let row = 0; row < table.count; row++) {
    let found = 0;
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) found |= marks[codes[i]!]!;
    if (found === 0) continue;
    for (const [mark, rule] of rules) if (found & mark) note(row, field, rule, 'noted', shownCode(firstMarked(list, row, marks, mark)));
  }
}

function markOf(fact: number): number {
  if (fact & INSURANCE) return fact & GREY ? IS_GREY : 0;
  return fact & CLINICAL ? ONLY_CLINICAL : UNKNOWN;
}

function firstMarked({ offsets, codes, words }: CodeLists, row: number, marks: Uint16Array, mark: number): string {
  const found = codes.subarray(offsets[row], offsets[row + 1]).find(code => (marks[code]! & mark) !== 0);
  return words[found ?? 0]!;
}

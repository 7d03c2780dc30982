/**
 * Codes that never are the reason of a stay: an external cause (V01-Y98), a morphology (M80000/0), the asterisk half of a pair (J17.0*) without
 * its dagger. ICD-10, volume of instructions: causes and morphology are additional codes, the asterisk is never a primary code.
 */
import type { FindingRule } from '../finding.ts';
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';
import { ASTERISK, EXTERNAL, MORPHOLOGY, type WordFacts } from './code-facts.ts';
import { shownCode } from './shown-code.ts';

const rules: readonly (readonly [mark: number, rule: FindingRule])[] = [
  [EXTERNAL, 'external_cause_principal'],
  [MORPHOLOGY, 'morphology_principal'],
  [ASTERISK, 'asterisk_principal'],
];

export function checkPrincipal({ count, dx: { offsets, codes, words } }: StayTable, facts: WordFacts, note: NoteRow): void {
  const wrong = facts.dx.map(fact => fact & (EXTERNAL | MORPHOLOGY | ASTERISK));
  if (wrong.every(mark => mark === 0)) return;
  for (let row = 0; row < count; row++) {
    const first = offsets[row]!;
    if (first === offsets[row + 1] || wrong[codes[first]!] === 0) continue;
    const principal = codes[first]!;
    for (const [mark, rule] of rules) if (wrong[principal]! & mark) note(row, 'dx', rule, 'noted', shownCode(words[principal]!));
  }
}

/** Every check of a load that looks at whole stays, over columns: what is missing, which codes are known, whether the settlement list holds together. */
import type { NoteRow } from '../row-findings.ts';
import type { StayTable } from '../stay-table.ts';
import { type CodeFacts, wordFacts } from './code-facts.ts';
import { checkCodes } from './codes-known.ts';
import { checkColumnUnits } from './column-units.ts';
import { checkCompleteness } from './completeness.ts';
import { checkConflicts } from './diagnosis-conflicts.ts';
import { checkDischargeWay } from './discharge-way.ts';
import { checkDuplicates } from './duplicate-codes.ts';
import { checkItems } from './items-agree.ts';
import { checkNewborns } from './newborns.ts';
import { checkPrincipal } from './principal.ts';
import { checkUnit } from './unit-likely.ts';

export function checkStays(table: StayTable, facts: CodeFacts, note: NoteRow): void {
  const ofWords = wordFacts(table, facts);
  checkCompleteness(table, note);
  checkCodes(table, ofWords, note);
  checkDuplicates(table, note);
  checkConflicts(table, ofWords, note);
  checkPrincipal(table, ofWords, note);
  checkNewborns(table, ofWords, note);
  checkDischargeWay(table, note);
  checkItems(table, note);
  checkUnit(table, note);
  checkColumnUnits(table, note);
}

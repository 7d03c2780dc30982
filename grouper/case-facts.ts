/** What one case says to the atoms of a condition, with the codes or the number it says it with. The slow and wordy counterpart of whole-case.ts. */
import type { Case } from './cases.ts';
import { classOfWord, classStandsIn } from './code-classes.ts';
import type { CompiledCatalogue } from './compiled.ts';
import { type Atom, atomsOf, type CaseField, type Condition, type Subject, textOf } from './condition.ts';
import { type Ask, evaluate, truth, YES } from './evaluate.ts';
import { kindOf } from './lists.ts';
import { compareNumber } from './number-cells.ts';
import type { Check } from './trace.ts';

/** Codes of the diagnoses that count as MCC and as CC after exclusion. */
export type Effective = { readonly mcc: readonly string[]; readonly cc: readonly string[] };
export type CaseFacts = { readonly check: (condition: Condition) => Check; readonly holds: (condition: Condition) => boolean };

export function caseFacts(compiled: CompiledCatalogue, one: Case, effective: Effective): CaseFacts {
  const ask: Ask = atom => truth(answer(atom));
  const holds = (condition: Condition) => evaluate(condition, ask) === YES;

  function answer(atom: Exclude<Atom, { kind: 'constant' }>): boolean {
    switch (atom.kind) {
      case 'codes':
        return matching(atom).length > 0;
      case 'number':
        return compareNumber(numberFor(atom.field), atom);
      case 'complication':
        return effective[atom.level].length > 0;
    }
  }
  const standsIn = (code: string, list: number): boolean => {
    const codes = compiled.lists[list]!.kind === 'dx' ? compiled.dx : compiled.px;
    return classStandsIn(codes, classOfWord(codes, code), list);
  };
  const matching = ({ subject, list }: Extract<Atom, { kind: 'codes' }>) => codesOf(one, subject).filter(code => standsIn(code, list));
  const numberFor = (field: CaseField | 'sites') => (field === 'sites' ? sitesHit(compiled, one, standsIn) : (numberOf(one, field) ?? -1));

  function factsOf(atom: Atom): string[] {
    switch (atom.kind) {
      case 'constant':
        return [];
      case 'codes': {
        const found = matching(atom);
        return found.length > 0 ? found : [...codesOf(one, atom.subject)];
      }
      case 'number': {
        const number = numberFor(atom.field);
        return number < 0 ? [] : [String(number)];
      }
      case 'complication':
        return [...effective[atom.level]];
    }
  }
  const check = (condition: Condition): Check => {
    const held = holds(condition);
    // of alternatives, those that made it hold are the evidence; when none does, all of them were looked at
    const parts = condition.kind === 'or' && held ? condition.of.filter(holds) : [condition];
    const facts = parts.flatMap(part => [...atomsOf(part)]).flatMap(factsOf);
    return { atom: textOf(condition), holds: held, facts: [...new Set(facts)] };
  };
  return { check, holds };
}

function codesOf({ dx, px }: Case, subject: Subject): readonly string[] {
  const codes = kindOf(subject) === 'dx' ? dx : px;
  switch (subject) {
    case 'pdx':
    case 'px1':
      return codes.slice(0, 1);
    case 'sdx':
    case 'opx':
      return codes.slice(1);
    case 'dx':
    case 'px':
      return codes;
  }
}

function numberOf(one: Case, field: CaseField): number | undefined {
  switch (field) {
    case 'sex':
      return one.sex;
    case 'age':
      return one.age;
    case 'age_days':
      return one.ageDays;
    case 'weight':
      return one.birthWeight;
  }
}

function sitesHit({ lists }: CompiledCatalogue, { dx }: Case, standsIn: (code: string, list: number) => boolean): number {
  return lists.filter(({ site }, list) => site !== '' && dx.some(code => standsIn(code, list))).length;
}

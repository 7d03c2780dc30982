/** 数据: what was loaded, what of it was refused, what matters most, and how much of what one may ask it answers. */
import type { Desk } from '../../app/desk.ts';
import type { Language } from '../../language.ts';
import { findingWords } from '../../report/finding-words.ts';
import { count } from '../../report/format.ts';
import type { FindingRule } from '../../stay/finding.ts';
import { checksOfDesk } from '../sheets/checks-sheet.ts';
import { questionsOfDesk } from '../sheets/questions-sheet.ts';
import type { Say } from '../words.ts';

type Spoken = { readonly say: Say; readonly language: Language };

export function dataAnswer(desk: Desk, { say, language }: Spoken): string {
  const { files, count: stays } = desk.stays;
  const sum = (of: 'read' | 'loaded' | 'refused'): string => count(files.reduce((total, file) => total + file[of], 0));
  const rows = say('dataAnswer', {
    files: count(files.length),
    read: sum('read'),
    loaded: sum('loaded'),
    refused: sum('refused'),
    stays: count(stays),
  });
  const [worst] = checksOfDesk(desk).filter(({ severity }) => severity !== 'info');
  const matters = worst ? say('dataWorst', { check: findingWords[language][worst.rule], n: count(worst.rows) }) : say('dataClean');
  const questions = questionsOfDesk(desk);
  const yes = questions.filter(({ answer }) => answer === 'yes').length;
  return rows + matters + say('dataQuestions', { yes: count(yes), all: count(questions.length) });
}

export function foundAnswer({ findings }: Desk, rule: FindingRule, { say, language }: Spoken): string {
  const n = findings.counts[rule] ?? 0;
  return say('foundAnswer', { check: findingWords[language][rule], n: count(n), listed: count(Math.min(n, findings.listedPerRule)) });
}

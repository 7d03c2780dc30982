/** 数据 in words: what was loaded and refused, what matters most, how its columns were read, how much of what one may ask it answers. */
import type { Desk } from '../../app/desk.ts';
import type { Language } from '../../language.ts';
import { findingWords } from '../../report/finding-words.ts';
import { count } from '../../report/format.ts';
import { givenWords } from '../../report/question-words.ts';
import type { FindingRule } from '../../stay/finding.ts';
import { questionIds } from '../../stay/questions.ts';
import { checksOfDesk } from '../sheets/checks-sheet.ts';
import { columnsOfFiles } from '../sheets/columns-sheet.ts';
import { questionsOfDesk } from '../sheets/questions-sheet.ts';
import type { Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';

type Spoken = { readonly say: Say; readonly language: Language };

export function checksAnswer(desk: Desk, { say, language }: Spoken): string {
  const yes = questionsOfDesk(desk)?.filter(({ answer }) => answer === 'yes').length;
  const questions = say('dataQuestions', { yes: yes === undefined ? '…' : count(yes), all: count(questionIds.length) });
  return rowsOf(desk, say) + mattersMost(desk, { say, language }) + questions;
}

export function filesAnswer(desk: Desk, { say }: Spoken): string {
  const unverified = desk.stays.files.filter(({ reading }) => reading !== undefined && reading.basis !== 'official').length;
  return rowsOf(desk, say) + (unverified > 0 ? say('filesUnverified', { n: count(unverified) }) : say('end'));
}

export function columnsAnswer(desk: Desk, { say }: Spoken): string {
  const columns = columnsOfFiles(desk);
  if (columns.length === 0) return say('columnsUnknown');
  // a column that is read as two things is one column of its file
  const distinct = (use?: (typeof columns)[number]['use']): string =>
    count(new Set(columns.filter(column => !use || column.use === use).map(({ at, name }) => `${at} ${name}`)).size);
  return say('columnsAnswer', {
    files: count(new Set(columns.map(({ at }) => at)).size),
    all: distinct(),
    read: distinct('read'),
    known: distinct('known'),
    dropped: distinct('dropped'),
    unused: distinct('unused'),
  });
}

export function questionsAnswer(desk: Desk, { say, language }: Spoken): string {
  const questions = questionsOfDesk(desk);
  if (!questions) return say('questionsCounting');
  const answered = (how: 'yes' | 'partly' | 'no'): string => count(questions.filter(({ answer }) => answer === how).length);
  const lacks = questions.flatMap(question => question.lacks);
  const times = (field: (typeof lacks)[number]): number => lacks.filter(other => other === field).length;
  const [most] = [...new Set(lacks)].sort((a, b) => times(b) - times(a));
  if (!most) return say('questionsAll', { all: count(questions.length) });
  return say('questionsAnswer', {
    all: count(questions.length),
    yes: answered('yes'),
    partly: answered('partly'),
    no: answered('no'),
    lack: givenWords[language][most],
  });
}

export function foundAnswer(
  { findings }: Desk,
  { rule, found }: { readonly rule: FindingRule; readonly found: Sheet },
  spoken: Spoken,
): string {
  const { say, language } = spoken;
  const n = findings.counts[rule] ?? 0;
  let opens = 0;
  for (let row = 0; row < found.count; row++) if (found.stayOf?.(row) !== undefined) opens++;
  return say('foundAnswer', {
    check: findingWords[language][rule],
    n: count(n),
    listed: found.count < n ? say('foundFirst', { n: count(found.count) }) : say('foundAll'),
    opens: count(opens),
  });
}

/** read = loaded + refused, over all files. */
function rowsOf({ stays: { files, count: stays } }: Desk, say: Say): string {
  const sum = (of: 'read' | 'loaded' | 'refused'): string => count(files.reduce((total, file) => total + file[of], 0));
  return say('dataRows', {
    files: count(files.length),
    read: sum('read'),
    loaded: sum('loaded'),
    refused: sum('refused'),
    stays: count(stays),
  });
}

function mattersMost(desk: Desk, { say, language }: Spoken): string {
  const [worst] = checksOfDesk(desk);
  if (!worst) return say('dataClean');
  if (worst.severity === 'info') return say('dataOnlyInfo');
  return say('dataWorst', { check: findingWords[language][worst.rule], n: count(worst.times) });
}

/** Which questions a load answers, for how many of its stays, and what the others need. */
import type { Language } from '../language.ts';
import type { Question } from '../stay/questions.ts';
import { count } from './format.ts';
import { loadWords } from './load-words.ts';
import { answerWords, givenWords, questionWords } from './question-words.ts';
import type { Table } from './table.ts';

export function questionTable(questions: readonly Question[], language: Language): Table {
  const say = loadWords[language];
  return {
    columns: [
      { head: say.question, align: 'left' },
      { head: say.canAnswer, align: 'left' },
      { head: say.withData, align: 'right' },
      { head: say.lacks, align: 'left', widest: 110 },
    ],
    rows: questions.map(question => [
      questionWords[language][question.id],
      answerWords[language][question.answer],
      question.answer === 'no' || question.stays === undefined ? '' : count(question.stays),
      question.lacks.map(given => givenWords[language][given]).join(language === 'zh' ? '、' : ', '),
    ]),
    footer: [],
  };
}

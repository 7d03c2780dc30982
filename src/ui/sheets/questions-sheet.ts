/** What the load can be asked: one row a question, whether its data answer it, and what they lack. */
import type { Desk } from '../../app/desk.ts';
import { count } from '../../report/format.ts';
import { givenWords, questionWords } from '../../report/question-words.ts';
import { type Question, questionsOf } from '../../stay/questions.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { type Column, keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { countColumns, textColumns } from './text-columns.ts';

const known = new WeakMap<StayTable, readonly Question[]>();

/** Counted once for a load. */
export function questionsOfDesk({ stays }: Pick<Desk, 'stays'>): readonly Question[] {
  const questions = known.get(stays) ?? questionsOf(stays);
  known.set(stays, questions);
  return questions;
}

export function questionsSheet(desk: Desk, say: Say, language: 'zh' | 'en'): Sheet {
  const questions = questionsOfDesk(desk);
  const text = textColumns(questions);
  const lacks = ({ lacks: fields }: Question): string =>
    fields.map(field => givenWords[language][field]).join(language === 'zh' ? '、' : ', ');
  const columns: readonly Column[] = [
    text('question', say('question'), { of: ({ id }) => questionWords[language][id], most: 32, fixed: 'left' }),
    text('answer', say('answerable'), { of: ({ answer }) => say(`answerable_${answer}`), most: 10 }),
    text('lacks', say('lacks'), { of: lacks, most: 40 }),
    countColumns(questions, count)('stays', say('staysWithAll'), ({ stays }) => stays),
  ];
  return { ...keyed(questions.map(({ id }) => id)), columns };
}

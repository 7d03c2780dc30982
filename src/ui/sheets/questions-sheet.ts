/** What the load can be asked: one row a question, whether its data answer it, and what they lack. */
import type { Desk } from '../../app/desk.ts';
import { count } from '../../report/format.ts';
import { givenWords, questionWords } from '../../report/question-words.ts';
import { type Question, type QuestionId, questionIds, questionsInTurns, questionsOf } from '../../stay/questions.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { type Column, keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import type { Slow } from '../work.ts';
import { countColumns, textColumns } from './text-columns.ts';

const known = new WeakMap<StayTable, readonly Question[]>();

/** So many stays are counted while a frame is drawn. */
const FEW = 20_000;

/** Counted once for a load; undefined while that is under way. */
export function questionsOfDesk({ stays }: Pick<Desk, 'stays'>): readonly Question[] | undefined {
  if (stays.count <= FEW && !known.has(stays)) known.set(stays, questionsOf(stays));
  return known.get(stays);
}

/** The counting that is still to be done; undefined when it is known what the load can be asked. */
export function questionsWork(desk: Pick<Desk, 'stays'>): Slow<void> | undefined {
  if (questionsOfDesk(desk)) return undefined;
  return (function* () {
    known.set(desk.stays, yield* questionsInTurns(desk.stays));
  })();
}

/** Without an answer while it is being counted. */
type Asked = Pick<Question, 'lacks'> & Partial<Question> & { readonly id: QuestionId };

export function questionsSheet(desk: Desk, say: Say, language: 'zh' | 'en'): Sheet {
  const questions: readonly Asked[] = questionsOfDesk(desk) ?? questionIds.map(id => ({ id, lacks: [] }));
  const text = textColumns(questions);
  const lacks = ({ lacks: fields }: Asked): string =>
    fields.map(field => givenWords[language][field]).join(language === 'zh' ? '、' : ', ');
  const columns: readonly Column[] = [
    text('question', say('question'), { of: ({ id }) => questionWords[language][id], most: 29, fixed: 'left' }),
    text('answer', say('answerable'), { of: ({ answer }) => (answer ? say(`answerable_${answer}`) : '…'), most: 10 }),
    countColumns(questions, count)('stays', say('staysWithAll'), ({ stays }) => stays),
    text('lacks', say('lacks'), { of: lacks, most: 16 }),
  ];
  return { ...keyed(questions.map(({ id }) => id)), columns };
}

/** The answer to a question in SQL as a table: rows in the order SQLite gave them, columns typed by their values. */
import type { Answer } from '../office.ts';
import { emptySheet, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { answerColumns } from './answer-columns.ts';

/** Undefined: the answer was forgotten with the desk it was about. */
export function answerSheet(answer: Answer | undefined, say: Say): Sheet {
  if (!answer) return emptySheet;
  const columns = answerColumns(answer, say);
  const { length } = answer.rows;
  return {
    count: length,
    columns,
    key: row => String(row + 1),
    rowOf: key => (/^[1-9]\d*$/.test(key) && Number(key) <= length ? Number(key) - 1 : undefined),
    ...(columns.some(({ identifier }) => identifier) ? { identifiers: true as const } : {}),
  };
}

/**
 * Asks the workspace in SQL behind the screen, and shows the answer as a table; the same question is not asked twice of the same desk. It
 * resolves to false when the person cancelled it.
 */
import { count } from '../../report/format.ts';
import { sent } from '../errands.ts';
import { type Path, placeOf, tableIdOf, tablePath } from '../place.ts';
import { sayOf } from '../sheets/sheets.ts';
import type { Workbench } from '../store/workbench.ts';
import { badValue } from '../verbs/mistakes.ts';

export async function askWorkspace(workbench: Workbench, value: string): Promise<boolean> {
  const { desk, path, office, answers } = workbench.getState();
  const sql = value.trim().replace(/;+$/, '');
  if (sql === '') throw badValue('sql', value, { zh: '如 sql=SELECT * FROM v_month', en: 'such as sql=SELECT * FROM v_month' });
  if (!desk) return false;
  const from = tablePath(path);
  const known = answers.get(sql);
  const answer = known ?? (await sent(workbench, () => office.ask(desk, sql)));
  const state = workbench.getState();
  // cancelled, or an answer about what lies there no more
  if (!answer || state.desk !== desk) return false;
  if (!known) state.answered(sql, answer);
  if (tableIdOf(state.path) === tableIdOf(from)) state.walk(afterwards(from, sql));
  if (answer.truncated) state.say({ text: sayOf(state)('titleCut', { n: count(answer.rows.length) }), tone: 'warning' });
  return true;
}

/** One answer takes the place of another. */
const afterwards = (from: Path, sql: string): Path => [
  ...(placeOf(from).screen === 'answer' ? from.slice(0, -1) : from),
  { screen: 'answer', sql },
];

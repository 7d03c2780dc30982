/**
 * Lets one reading statement through, SELECT or WITH ... SELECT, and refuses everything else before SQLite sees it.
 * SQLite is set to read only as well; this check is there to say clearly what is wrong.
 */
import { UserError } from '../errors.ts';

/** Comments, texts in any quotes, words, single signs. An open quote or comment runs to the end. */
const token =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[[^\]]*(?:\]|$)|[\p{L}_][\p{L}\p{N}_$]*|\S/gu;

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'REPLACE']);

export function oneStatement(sql: string): string {
  const tokens = (sql.match(token) ?? []).filter(text => !text.startsWith('--') && !text.startsWith('/*'));
  while (tokens.at(-1) === ';') tokens.pop();
  const [first = ''] = tokens;
  if (tokens.length === 0) throw refused({ zh: '没有语句', en: 'there is no statement' });
  if (tokens.includes(';')) throw refused({ zh: '一次只能问一条语句', en: 'one statement at a time' });
  const word = first.toUpperCase();
  if (word !== 'SELECT' && word !== 'WITH') {
    throw refused({ zh: `只读：不执行 ${shown(first)}`, en: `read only: ${shown(first)} is not carried out` });
  }
  const written = word === 'WITH' ? wordsOutside(tokens).find(text => writes.has(text)) : undefined;
  if (written) throw refused({ zh: `只读：不执行 ${written}`, en: `read only: ${written} is not carried out` });
  return sql;
}

/** Words that stand in no parentheses: where the statement after the WITH list begins. A call such as replace(...) is no statement. */
function wordsOutside(tokens: readonly string[]): readonly string[] {
  let depth = 0;
  return tokens.flatMap((text, i) => {
    if (text === '(') depth++;
    if (text === ')') depth--;
    return depth === 0 && tokens[i + 1] !== '(' ? [text.toUpperCase()] : [];
  });
}

const shown = (word: string): string => word.slice(0, 20);

const refused = (text: { readonly zh: string; readonly en: string }) =>
  new UserError('SQL_REFUSED', text, {
    hint: {
      zh: '请用一条 SELECT 或 WITH … SELECT 查询视图，例如 SELECT department, count(*) FROM v_stay GROUP BY 1。',
      en: 'Ask with one SELECT or WITH ... SELECT over the views, e.g. SELECT department, count(*) FROM v_stay GROUP BY 1.',
    },
  });

/** `sql`: ask the workspace anything, read only, with a time limit. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { type Command, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import { loadOptions } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';
import { wholeNumber } from '../whole-number.ts';

/** No answer has more rows: a workspace of five million stays is the most that fits. */
const ALL = 100_000_000;
const defaultLimit = (format: string) => (format === 'text' ? 1000 : ALL);

export const sqlCommand: Command = {
  usage: 'sql <file> <statement>',
  about: {
    zh: '用 SQL 查询（只读，视图 v_stay、v_stay_payment、v_month …）',
    en: 'ask in SQL (read only; views v_stay, v_stay_payment, v_month ...)',
  },
  options: (yargs, language) =>
    withOptions(yargs, language, ['output', 'force', ...loading], {
      comparison: {
        type: 'string',
        default: SHIPPED_COMPARISON,
        describe: language === 'zh' ? '先运行的情景比较' : 'scenarios to run first',
      },
      'time-limit': { type: 'string', default: '30', describe: language === 'zh' ? '秒' : 'seconds' },
      limit: {
        type: 'string',
        describe: language === 'zh' ? '最多行数（表格缺省 1000，其余不限）' : 'most rows (default 1000 as a table, otherwise all)',
      },
      format: { choices: ['text', 'csv', 'json', 'ndjson'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' },
    }),
  run: async (words, face) => {
    refuseTarget(words);
    const format = text(words, 'format') ?? 'text';
    const { askWorkspace } = await import('../../app/ask-workspace.ts');
    const answer = await askWorkspace(face.installation, {
      ...(await loadOptions(words, face)),
      patientKeys: true,
      file: text(words, 'file')!,
      sql: text(words, 'statement')!,
      comparison: text(words, 'comparison')!,
      timeLimitMs: wholeNumber(words, 'time-limit', { from: 1, to: 3600 }) * 1000,
      rowLimit: words.limit === undefined ? defaultLimit(format) : wholeNumber(words, 'limit', { from: 1, to: ALL }),
    });
    face.progress('');
    const { answerText } = await import('../../report/answer.ts');
    await deliver([answerText(answer, format, { bom: withMark(words) })], words, face);
    if (answer.truncated) face.err(face.language === 'zh' ? '还有更多行，用 --limit 放宽\n' : 'there are more rows; raise --limit\n');
    return 0;
  },
};

/** `policy import-weights FILE`: a published weight table into the project's own, with what was done to every row. */
import type { Argv } from 'yargs';
import { exitStatus, UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { units, type Wanted } from '../payment/published/columns.ts';
import { flag, list, text, type Words } from './command.ts';
import { deliver, refuseTarget } from './deliver.ts';
import type { Face } from './face.ts';
import { withOptions } from './options.ts';

export function importOptions(yargs: Argv, language: Language): Argv {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  return withOptions(yargs, language, ['output', 'force', 'encoding', 'strict'], {
    column: { type: 'string', describe: say('import-weights：定价的一列', 'import-weights: the column that prices') },
    unit: {
      choices: units,
      describe: say('import-weights：这一列是权重、点数还是元', 'import-weights: whether it is weights, points or yuan'),
    },
    'level-columns': {
      type: 'string',
      array: true,
      describe: say(
        'import-weights：保留的级别列，可改名：tertiary=系数-三甲',
        'import-weights: level columns to keep, renamed: tertiary=系数-三甲',
      ),
    },
    report: {
      choices: ['text', 'json'],
      default: 'text',
      describe: say('import-weights：报告的格式', 'import-weights: format of the report'),
    },
  });
}

/** With a file for the table the report is the result; without one the table is, and the report goes to standard error. */
export async function importWeights(path: string, words: Words, face: Face): Promise<number> {
  const reading = { ...words, files: [path] };
  refuseTarget(reading);
  const { importedWeights } = await import('../app/import-weights.ts');
  const found = await importedWeights(path, { ...wantedIn(words), encoding: text(words, 'encoding') });
  const { importJson, importText } = await import('../report/weights-import-text.ts');
  const { importedTsv } = await import('../report/weights-import-tsv.ts');
  const report = text(words, 'report') === 'json' ? importJson(found) : importText(found, face.language);
  await deliver([importedTsv(found)], reading, face);
  if ((text(words, 'output') ?? '-') === '-') face.err(report);
  else await face.out(report);
  return flag(words, 'strict') && found.refused > 0 ? exitStatus.ROWS_REFUSED : 0;
}

function wantedIn(words: Words): Wanted {
  const named = list(words, 'level-columns').flatMap(word => word.split(','));
  const levels = named.map(word => {
    const [title = '', heading = title] = word.split(/=(.*)/s).map(part => part.trim());
    if (title === '' || heading === '') throw badLevel(word);
    return { title, heading };
  });
  return { column: text(words, 'column'), unit: text(words, 'unit') as Wanted['unit'], levels: levels.length > 0 ? levels : undefined };
}

const badLevel = (word: string): UserError =>
  new UserError(
    'USAGE',
    { zh: `不能用：--level-columns "${word}"`, en: `cannot be used: --level-columns "${word}"` },
    { hint: { zh: '写成 名称=列名，例 tertiary=系数-三甲。', en: 'Write name=column, such as tertiary=系数-三甲.' } },
  );

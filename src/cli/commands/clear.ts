/** `clear`: the year cleared against its budget; the answer, the ledger by month, the statement line by line. */
import type { LedgerKey } from '../../payment/clearing/ledger-by.ts';
import { type Command, list, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const clearCommand: Command = {
  usage: 'clear <files..>',
  about: {
    zh: '清算：按预算做月结、保证金、分担和年终清算',
    en: 'clear a year against its budget: months, deposit, sharing, what is still owed',
  },
  options: (yargs, language) =>
    withOptions(yargs, language, ['policy', 'catalogue', 'output', 'force', ...loading], {
      budget: { type: 'string', describe: language === 'zh' ? '预算文件（YAML）' : 'budget file (YAML)' },
      by: {
        choices: ['month', 'hospital', 'insurance'],
        default: 'month',
        describe: language === 'zh' ? '台账按月、按医院或按险种' : 'rows of the ledger',
      },
      format: { choices: ['text', 'csv', 'json'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' },
    }).demandOption(['policy', 'budget']),
  run: async (words, face) => {
    refuseTarget(words);
    const { clearYear } = await import('../../app/clear-year.ts');
    const order = {
      ...(await loadOptions(words, face)),
      policy: text(words, 'policy')!,
      budget: text(words, 'budget')!,
      catalogue: text(words, 'catalogue'),
    };
    const { load, clearing, notes } = await clearYear(face.installation, list(words, 'files'), order);
    tellLoad(load, face);
    for (const note of notes) face.note(`${note[face.language]}\n`);
    await deliver([await written(text(words, 'format')!)], words, face);
    return strictStatus(load, words);

    async function written(format: string): Promise<string> {
      const by = text(words, 'by') as LedgerKey;
      switch (format) {
        case 'json': {
          const { ledgerJson } = await import('../../report/ledger-json.ts');
          return ledgerJson(clearing, by);
        }
        case 'csv': {
          const { ledgerCsv } = await import('../../report/ledger-csv.ts');
          return ledgerCsv(clearing, { by, bom: withMark(words) });
        }
        default: {
          const { ledgerText } = await import('../../report/ledger-text.ts');
          return ledgerText(clearing, { by, language: face.language });
        }
      }
    }
  },
};

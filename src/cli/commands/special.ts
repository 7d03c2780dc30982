/** `special`: the work list of special cases under a policy, and an application sheet for each that is to be filed. */
import { join } from 'node:path';
import { mayWrite, writeOutput } from '../../files/write-output.ts';
import { type Command, list, text } from '../command.ts';
import { deliver, refuseTarget, rulesOf, withMark } from '../deliver.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const specialCommand: Command = {
  usage: 'special <files..>',
  about: { zh: '特例单议：候选清单、限额和申请表', en: 'special cases: candidates, quota and application sheets' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['policy', 'catalogue', 'output', 'force', ...loading], {
      format: { choices: ['text', 'csv', 'json'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' },
      sheets: {
        type: 'string',
        describe: language === 'zh' ? '把限额内各例的申请表写入此文件夹' : 'folder for a sheet of every case within the quota',
      },
    }).demandOption('policy'),
  run: async (words, face) => {
    refuseTarget(words);
    const { specialFile } = await import('../../app/special-cases.ts');
    const order = { ...(await loadOptions(words, face)), policy: text(words, 'policy')!, catalogue: text(words, 'catalogue') };
    const { load, work, notes } = await specialFile(face.installation, list(words, 'files'), order);
    tellLoad(load, face);
    for (const note of notes) face.note(`${note[face.language]}\n`);
    const { specialRows } = await import('../../report/special-rows.ts');
    const rows = specialRows(work);
    const folder = text(words, 'sheets');
    if (folder !== undefined) {
      const { sheetName, sheetRows, specialSheet } = await import('../../report/special-sheet.ts');
      const sheets = sheetRows(rows).map(row => ({ path: join(folder, sheetName(row)), row }));
      // all or none is refused before the first is written
      for (const { path } of sheets) mayWrite(path, rulesOf(words));
      for (const { path, row } of sheets) await writeOutput(path, [specialSheet(row, work, face.language)], rulesOf(words));
      face.note(face.language === 'zh' ? `申请表 ${sheets.length} 份：${folder}\n` : `${sheets.length} sheets: ${folder}\n`);
    }
    switch (text(words, 'format')) {
      case 'json': {
        const { specialJson } = await import('../../report/special-files.ts');
        await deliver(specialJson(rows, work), words, face);
        break;
      }
      case 'csv': {
        const { specialCsv } = await import('../../report/special-files.ts');
        await deliver(specialCsv(rows, { bom: withMark(words) }), words, face);
        break;
      }
      default: {
        const { specialText } = await import('../../report/special-text.ts');
        await deliver([specialText(rows, work, face.language)], words, face);
      }
    }
    return strictStatus(load, words);
  },
};

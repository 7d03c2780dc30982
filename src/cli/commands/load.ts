/** `load`: read and check files, say what was understood and what was not, save the workspace if asked. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { type Command, flag, list, text } from '../command.ts';
import { refuseTarget, rulesOf } from '../deliver.ts';
import { loadOptions, strictStatus } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const loadCommand: Command = {
  usage: 'load <files..>',
  about: { zh: '载入并检查：载入报告', en: 'read and check: the load report' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['force', ...loading], {
      save: { type: 'string', describe: language === 'zh' ? '存为工作区文件（SQLite）' : 'save as a workspace (SQLite)' },
      rejects: { type: 'string', describe: language === 'zh' ? '把全部提示写到 CSV' : 'write the findings as CSV' },
      comparison: {
        type: 'string',
        default: SHIPPED_COMPARISON,
        describe: language === 'zh' ? '存工作区时运行的情景比较' : 'scenarios run for --save',
      },
      format: { choices: ['text', 'json'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' },
    }),
  run: async (words, face) => {
    const files = list(words, 'files');
    const [save, rejects] = [text(words, 'save'), text(words, 'rejects')];
    for (const target of [save, rejects]) refuseTarget(words, target ?? '-');
    const { readFiles } = await import('../../app/load-stays.ts');
    const options = loadOptions(words, face);
    const load = await readFiles(face.installation, files, options);
    face.progress('');
    const { loadReport, loadReportJson } = await import('../../report/load-report.ts');
    const json = text(words, 'format') === 'json';
    await face.out(json ? `${JSON.stringify(loadReportJson(load), null, 2)}\n` : loadReport(load, { language: face.language }));
    const { writeOutput } = await import('../../files/write-output.ts');
    if (rejects !== undefined) {
      const { findingsCsv } = await import('../../report/findings-csv.ts');
      await writeOutput(rejects, findingsCsv(load.findings, { bom: true }), rulesOf(words));
    }
    const { refuseEmpty } = await import('../../app/load-stays.ts');
    refuseEmpty(load, files);
    if (flag(words, 'ids-map')) {
      const { writeIdsMap } = await import('../../files/ids-map.ts');
      face.note(`${face.language === 'zh' ? '编号对照：' : 'ids map: '}${await writeIdsMap(load)}\n`);
    }
    if (save !== undefined) {
      const { savedImage } = await import('../../app/workspace-image.ts');
      const image = await savedImage(face.installation, {
        ...options,
        patientKeys: true,
        at: new Date().toISOString(),
        comparison: text(words, 'comparison')!,
        data: files,
      });
      await writeOutput(save, [image], rulesOf(words));
      face.note(`${face.language === 'zh' ? '工作区已保存：' : 'workspace saved: '}${save}\n`);
    }
    return strictStatus(load, words);
  },
};

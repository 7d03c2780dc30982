/** `load`: read and check files, say what was understood and what was not, keep the stays in a workspace if asked. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import type { LoadOptions } from '../../app/load-stays.ts';
import type { Layout } from '../../files/layout.ts';
import type { Load } from '../../files/read-stays.ts';
import { type Command, flag, list, text, type Words } from '../command.ts';
import { refuseTarget, rulesOf } from '../deliver.ts';
import type { Face } from '../face.ts';
import { keepStays, placeToKeep, refuseKeeping } from '../keep-stays.ts';
import { loadOptions, refuseReadingAgain, strictStatus } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const loadCommand: Command = {
  usage: 'load <files..>',
  about: { zh: '载入并检查：载入报告', en: 'read and check: the load report' },
  options: (yargs, language) => {
    const zh = language === 'zh';
    return withOptions(yargs, language, ['force', ...loading], {
      format: { choices: ['text', 'json', 'csv'], default: 'text', describe: zh ? '报告格式' : 'format of the report' },
      mapping: { type: 'boolean', describe: zh ? '报告里列出每一列读作什么' : 'the report says what each column was read as' },
      'save-profile': { type: 'string', describe: zh ? '把这次的列映射存为自己的布局' : 'keep the mapping as a profile of your own' },
      rejects: {
        type: 'string',
        describe: zh
          ? '被拒收的行，原来的列加原因（CSV），改好可再载入；--keep-identifiers 保留全部内容'
          : 'refused rows in their own layout with the reason (CSV), to mend and load again; --keep-identifiers keeps everything',
      },
      findings: { type: 'string', describe: zh ? '全部提示（CSV）' : 'all findings (CSV)' },
      save: { type: 'string', describe: zh ? '存为工作区文件（SQLite）' : 'keep as a new workspace (SQLite)' },
      into: {
        type: 'string',
        describe: zh ? '加进已有的工作区：新增、更正、替换' : 'add to a workspace: new rows, corrections, replacements',
      },
      encrypt: { type: 'boolean', describe: zh ? '工作区加密保存（AES-256-GCM）' : 'encrypt the workspace (AES-256-GCM)' },
      'ids-map': { type: 'boolean', describe: zh ? '在本人数据目录写编号对照' : 'write the ids map into your own data folder' },
      comparison: {
        type: 'string',
        default: SHIPPED_COMPARISON,
        describe: zh ? '存工作区时运行的情景比较' : 'scenarios run for --save',
      },
    });
  },
  run: async (words, face) => {
    const files = list(words, 'files');
    for (const target of ['rejects', 'findings']) refuseTarget(words, text(words, target) ?? '-');
    refuseKeeping(words);
    refuseReadingAgain(words);
    await refuseProfile(files, { words, face });
    const place = await placeToKeep(words, face);
    const keys = place && { keys: true, patientKeys: true, known: place.file?.saved.table };
    const options = { ...(await loadOptions(words, face)), ...keys };
    const load = withoutTexts(await reported(files, options, { words, face }));
    if (place) await keepStays(load, place, { options, words, face });
    return strictStatus(load, words);
  },
};

type Talk = { readonly words: Words; readonly face: Face };

/** A mapping that is to be saved has a name that is free, and is that of one file. */
async function refuseProfile(files: readonly string[], { words, face }: Talk): Promise<void> {
  const id = text(words, 'save-profile');
  if (id === undefined) return;
  const { refuseSeveral, savedProfilePath } = await import('../../app/profiles.ts');
  refuseSeveral(files);
  savedProfilePath(face.installation, id);
}

/** Reads the files, says what was understood, writes what was asked for beside it. */
async function reported(files: readonly string[], options: LoadOptions, { words, face }: Talk): Promise<Load> {
  const { readFiles, refuseEmpty } = await import('../../app/load-stays.ts');
  const load = await readFiles(face.installation, files, options);
  face.progress('');
  const layout = await layoutOf(load, files, words);
  await face.out(await reportOf(load, words, face));
  await writeFindings(load, words);
  refuseEmpty(load, files, { into: text(words, 'into') !== undefined });
  await writeIds(load, words, face);
  if (layout) await writeProfile(layout, words, face);
  return load;
}

/** What is to be saved as a profile; a file of several sheets is refused before anything is written. */
async function layoutOf({ layouts }: Load, files: readonly string[], words: Words): Promise<Layout | undefined> {
  if (text(words, 'save-profile') === undefined) return undefined;
  const { layoutToSave } = await import('../../app/profiles.ts');
  return layoutToSave(layouts, files.join(' '));
}

/** Ids and refused rows are read back from the texts of the files: nobody asks for them any more, and a workspace needs the room. */
const withoutTexts = (load: Load): Load => ({ ...load, callerIds: { header: '', text: () => '' }, rejected: () => [] });

async function reportOf(load: Load, words: Words, { language }: Face): Promise<string> {
  const { loadReport, loadReportJson } = await import('../../report/load-report.ts');
  switch (text(words, 'format')) {
    case 'json':
      return `${JSON.stringify(loadReportJson(load), null, 2)}\n`;
    case 'csv': {
      const { loadReportCsv } = await import('../../report/load-report-csv.ts');
      return [...loadReportCsv(load, { bom: false })].join('');
    }
    default:
      return loadReport(load, { language, mapping: flag(words, 'mapping') });
  }
}

async function writeFindings(load: Load, words: Words): Promise<void> {
  const [rejects, findings] = [text(words, 'rejects'), text(words, 'findings')];
  const { writeOutput } = await import('../../files/write-output.ts');
  if (rejects !== undefined) {
    const { rejectsCsv } = await import('../../report/rejects-csv.ts');
    await writeOutput(
      rejects,
      rejectsCsv(load.rejected(), { bom: true, keepIdentifiers: flag(words, 'keep-identifiers') }),
      rulesOf(words),
    );
  }
  if (findings !== undefined) {
    const { findingsCsv } = await import('../../report/findings-csv.ts');
    await writeOutput(findings, findingsCsv(load.findings, { bom: true }), rulesOf(words));
  }
}

async function writeIds(load: Load, words: Words, { language, note }: Face): Promise<void> {
  if (!flag(words, 'ids-map')) return;
  const { writeIdsMap } = await import('../../files/ids-map.ts');
  note(`${language === 'zh' ? '编号对照：' : 'ids map: '}${await writeIdsMap(load)}\n`);
}

async function writeProfile(layout: Layout, words: Words, { installation, language, note }: Face): Promise<void> {
  const { saveProfile } = await import('../../app/profiles.ts');
  const path = await saveProfile(installation, layout, { id: text(words, 'save-profile')!, force: flag(words, 'force') });
  note(`${language === 'zh' ? '列布局已保存：' : 'profile saved: '}${path}\n`);
}

/** Reads the files a person named into one table of stays; what is wrong with rows becomes findings, a load without any stay is an error. */
import { UserError } from '../errors.ts';
import { openSheets } from '../files/formats/open-sheets.ts';
import type { Installation } from '../files/installation.ts';
import { patientKeys } from '../files/patient-key.ts';
import { type Load, type LoadOptions as ReadOptions, readStays } from '../files/read-stays.ts';
import { findingWords } from '../report/finding-words.ts';
import type { FindingRule, Findings } from '../stay/finding.ts';
import { findingLog, LISTED_PER_RULE } from '../stay/finding-log.ts';
import { stayId } from '../stay/stay-table.ts';
import { type CodeLists, staysOfRows } from '../stay/stays-of-rows.ts';
import { clinicalMaps, codeFacts } from './code-lists.ts';
import { profilesFor } from './profiles.ts';
import { isWorkspace, openSaved, type SavedLoads } from './saved-loads.ts';

export type LoadOptions = Pick<
  ReadOptions,
  'profile' | 'map' | 'encoding' | 'sameDay' | 'keepStaffNames' | 'keepIdentifiers' | 'codes' | 'keys' | 'known' | 'onProgress'
> & {
  /** Patient keys are made only where somebody will look for re-admissions; they cost a digest a patient. */
  readonly patientKeys?: boolean;
  /** Of an encrypted workspace. */
  readonly passphrase?: string | undefined;
};

/** @throws UserError NOTHING_LOADED, and those of reading (exit 3). */
export async function loadStays(installation: Installation, paths: readonly string[], options: LoadOptions = {}): Promise<Load> {
  const load = await readFiles(installation, paths, options);
  refuseEmpty(load, paths);
  return load;
}

/** The load as it is, empty or not. */
export async function readFiles(installation: Installation, paths: readonly string[], options: LoadOptions = {}): Promise<Load> {
  const { patientKeys: withKeys = false, passphrase, ...rest } = options;
  const [workspace] = paths.filter(isWorkspace);
  if (workspace !== undefined && paths.length > 1) throw notTogether(workspace);
  if (workspace !== undefined) return loadOfSaved(installation, await openSaved(workspace, { passphrase }), options);
  return readStays(await openSheets(paths), {
    profiles: profilesFor(installation, options.profile),
    codeLists: codeListsOf(installation),
    ...rest,
    ...(withKeys ? { keyOf: patientKeys() } : {}),
  });
}

/** The stays of a saved workspace: its loads in force, joined, netted and checked as if they were read now. */
export function loadOfSaved(
  installation: Installation,
  { table: rows, findings: rowFindings, rules }: SavedRows,
  options: LoadOptions = {},
): Load {
  const log = findingLog(rowFindings.listedPerRule || LISTED_PER_RULE, rowFindings);
  const { table, conversions } = staysOfRows(rows, { codeLists: codeListsOf(installation), ...options, ...rules }, log);
  const readings = rows.files.flatMap(({ reading }) => reading ?? []);
  return {
    table,
    rows,
    findings: log.findings(),
    rowFindings,
    conversions,
    layouts: [],
    // the workspace does not know what its stays were called
    callerIds: { header: 'stay_id', text: stayId },
    dropped: [...new Set(readings.flatMap(({ dropped }) => dropped))],
    unused: [...new Set(readings.flatMap(({ unused }) => unused))],
    nearest: {},
    passedOver: [],
    rejected: () => [],
  };
}

export type SavedRows = Pick<SavedLoads, 'table' | 'findings' | 'rules'>;

export const codeListsOf = (installation: Installation): CodeLists => ({
  facts: () => codeFacts(installation),
  maps: () => clinicalMaps(installation),
});

/** `into` a workspace rows are enough: a month may bring nothing but refunds of stays that are there. */
export function refuseEmpty(load: Load, paths: readonly string[], { into = false }: { readonly into?: boolean } = {}): void {
  const has = into ? load.rows.count : load.table.count;
  if (has === 0 && load.rows.waiting === undefined) throw nothingLoaded(paths, load);
}

function nothingLoaded(paths: readonly string[], { table: { files }, rows, findings }: Load): UserError {
  const read = files.reduce((sum, file) => sum + file.read, 0);
  const at = paths.join(' ');
  if (rows.count > 0) {
    const taken = { zh: '所有结算都已退费：没有留下病例', en: 'all settlements were taken back: no stay is left' };
    const hint = {
      zh: '和原结算所在的文件一起载入，或用 --into 加进已有的工作区',
      en: 'Load it with the files of the stays that stand, or into a workspace with --into',
    };
    return new UserError('NOTHING_LOADED', taken, { at, hint });
  }
  const said = {
    zh: read === 0 ? '文件只有表头，没有病例' : `读取 ${read} 行，没有一行可以载入`,
    en: read === 0 ? 'the file has a header and no stays' : `${read} rows read, none could be loaded`,
  };
  const rule = mostFrequent(findings);
  if (rule === undefined) {
    const hint = { zh: '导出时选好日期范围，再载入', en: 'Export it again with the dates of the stays that are wanted' };
    return new UserError('NOTHING_LOADED', said, { at, hint });
  }
  const [zh, en] = [findingWords.zh[rule], findingWords.en[rule]];
  return new UserError('NOTHING_LOADED', said, {
    at,
    hint: {
      zh: `最多的原因：${zh}。casemix load 文件 --rejects 拒收.csv 写出每一行和原因`,
      en: `Most of them: ${en}. casemix load FILE --rejects refused.csv writes every row with its reason`,
    },
  });
}

/** The rule that most rows were refused by. */
function mostFrequent({ list, counts }: Findings): FindingRule | undefined {
  const rules = new Set(list.flatMap(({ rule, effect }) => (effect === 'refused' ? [rule] : [])));
  return [...rules].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))[0];
}

const notTogether = (workspace: string): UserError =>
  new UserError(
    'USAGE',
    { zh: '工作区和其他文件不能一起打开', en: 'a workspace and other files cannot be opened together' },
    {
      at: workspace,
      hint: {
        zh: '把文件加进工作区：casemix load 文件 --into 工作区.casemix',
        en: 'Add the files to it: casemix load FILE --into WORKSPACE.casemix',
      },
    },
  );

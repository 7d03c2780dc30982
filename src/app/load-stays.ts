/** Reads the files a person named into one table of stays; what is wrong with rows becomes findings, a load without any stay is an error. */
import { UserError } from '../errors.ts';
import { openSheets } from '../files/formats/open-sheets.ts';
import type { Installation } from '../files/installation.ts';
import { patientKeys } from '../files/patient-key.ts';
import { type Load, type LoadOptions as ReadOptions, readStays } from '../files/read-stays.ts';
import type { CodeLists } from '../stay/stays-of-rows.ts';
import { clinicalMaps, codeFacts } from './code-lists.ts';
import { profilesFor } from './profiles.ts';

export type LoadOptions = Pick<
  ReadOptions,
  'profile' | 'map' | 'encoding' | 'sameDay' | 'keepStaffNames' | 'clinical' | 'keys' | 'onProgress'
> & {
  /** Patient keys are made only where somebody will look for re-admissions; they cost a digest a patient. */
  readonly patientKeys?: boolean;
};

/** @throws UserError NOTHING_LOADED, and those of reading (exit 3). */
export async function loadStays(installation: Installation, paths: readonly string[], options: LoadOptions = {}): Promise<Load> {
  const load = await readFiles(installation, paths, options);
  refuseEmpty(load, paths);
  return load;
}

/** The load as it is, empty or not. */
export async function readFiles(installation: Installation, paths: readonly string[], options: LoadOptions = {}): Promise<Load> {
  const { patientKeys: withKeys = false, ...rest } = options;
  return readStays(await openSheets(paths), {
    profiles: profilesFor(installation, options.profile),
    codeLists: codeListsOf(installation),
    ...rest,
    ...(withKeys ? { keyOf: patientKeys() } : {}),
  });
}

export const codeListsOf = (installation: Installation): CodeLists => ({
  facts: () => codeFacts(installation),
  maps: () => clinicalMaps(installation),
});

export function refuseEmpty(load: Load, paths: readonly string[]): void {
  if (load.table.count === 0) throw nothingLoaded(paths, load);
}

function nothingLoaded(paths: readonly string[], { table: { files } }: Load): UserError {
  const read = files.reduce((sum, file) => sum + file.read, 0);
  return new UserError(
    'NOTHING_LOADED',
    {
      zh: read === 0 ? '文件只有表头，没有病例' : `读取 ${read} 行，没有一行可以载入`,
      en: read === 0 ? 'the file has a header and no stays' : `${read} rows read, none could be loaded`,
    },
    {
      at: paths.join(' '),
      hint: {
        zh: '用 casemix load 查看每一行被拒收的原因',
        en: 'casemix load shows why each row was refused',
      },
    },
  );
}

/** Reads the files a person named into one table of stays; what is wrong with rows becomes findings, a load without any stay is an error. */
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { patientKeys } from '../files/patient-key.ts';
import { type Load, readStays } from '../files/read-stays.ts';
import { profilesIn } from '../files/shipped-profiles.ts';
import { readSource } from '../files/source.ts';

export type LoadOptions = {
  readonly profile?: string | undefined;
  readonly encoding?: string | undefined;
  /** Days of a stay that ends on the day it began. */
  readonly sameDay?: 0 | 1;
  readonly keepStaffNames?: boolean;
  /** Patient keys are made only where somebody will look for re-admissions; they cost a digest a patient. */
  readonly patientKeys?: boolean;
  /** Rows read so far, and the share of the bytes of all files that held them. */
  readonly onProgress?: (rows: number, share: number) => void;
};

/** @throws UserError NOTHING_LOADED, and those of reading (exit 3). */
export async function loadStays(installation: Installation, paths: readonly string[], options: LoadOptions = {}): Promise<Load> {
  const load = await readFiles(installation, paths, options);
  refuseEmpty(load, paths);
  return load;
}

/** The load as it is, empty or not. */
export async function readFiles(installation: Installation, paths: readonly string[], options: LoadOptions = {}): Promise<Load> {
  const { patientKeys: withKeys = false, profile, encoding, onProgress, ...rest } = options;
  return readStays(paths.map(readSource), {
    profiles: profilesIn(`${installation.root}/data/profiles`),
    ...rest,
    ...(profile === undefined ? {} : { profile }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(withKeys ? { keyOf: patientKeys() } : {}),
  });
}

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

/** The shipped sample hospital by its bytes: however it was loaded and whatever was carried out on it, it is synthetic and says so. */
import type { SourceFile } from '../stay/stay-table.ts';

/** sha256 of data/samples/hospital-2025.csv.gz and of the CSV inside it (data/samples/SOURCE.md). */
export const sampleHashes = [
  '343ba79a076db0564439e6e315117fd328dc08cfddab1407d23281295120c508',
  'ef93398a25e6cadf22ccf64b7e453b1f58e6086d9bb1f3fbc3ed1269521cc027',
] as const;

export const isSampleHospital = (files: readonly Pick<SourceFile, 'sha256'>[]): boolean =>
  files.length > 0 && files.every(({ sha256 }) => sampleHashes.some(hash => hash === sha256));

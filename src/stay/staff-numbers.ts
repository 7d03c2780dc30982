/**
 * Doctors as D001, D002 ... in order of first appearance. Rows that are kept hold a keyed digest of the name instead, so that a doctor is the
 * same one in every load; it becomes a number when the loads are put together. Names kept as written stay as they are.
 */
import type { StayTable } from './stay-table.ts';

/** Before the digest of a doctor's name. */
export const STAFF_DIGEST = '#';

export function numberedStaff(table: StayTable): StayTable {
  const { doctor } = table.words;
  if (!doctor?.words.some(isDigest)) return table;
  // a load of an earlier time may hold numbers
  const taken = new Set(doctor.words);
  let count = 0;
  const next = (): string => {
    const number = staffNumber(++count);
    return taken.has(number) ? next() : number;
  };
  const words = doctor.words.map(word => (isDigest(word) ? next() : word));
  return { ...table, words: { ...table.words, doctor: { codes: doctor.codes, words } } };
}

export const staffNumber = (count: number): string => `D${String(count).padStart(3, '0')}`;

const isDigest = (word: string): boolean => word.startsWith(STAFF_DIGEST);

/** A saved workspace with every kind of column, an undone load, a closed month and corrected fields, as bytes. */
import { addLoad, closeMonth, type SavedLoads, undoLoad, workspaceFile } from '../../../src/app/saved-loads.ts';
import { sampleFilling, fullStays as stays } from '../sample-load.ts';

const { settlements: _, ...asRead } = stays;

/** Rows as they were read: every column a load may have. */
export const readStays = asRead;

const { findings } = sampleFilling;
const at = '2026-01-02T03:04:05Z';
const corrected = { ...readStays, money: { ...readStays.money, cash: Float64Array.of(1, 2, 3) } };

export function savedSample(): SavedLoads {
  const first = addLoad(undefined, { table: readStays, findings }, { at }).saved;
  const second = addLoad(first, { table: corrected, findings }, { at }).saved;
  return closeMonth(undoLoad(second, 2, { at }).saved, '2025-02', { at });
}

export const savedSampleBytes = (): Promise<Uint8Array> => workspaceFile(savedSample(), { ...sampleFilling, stays: savedSample().table });

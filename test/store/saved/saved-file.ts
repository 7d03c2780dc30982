/** A saved workspace with every kind of column, an undone load, a closed month and corrected fields, as bytes. */
import { addLoad, closeMonth, type SavedLoads, undoLoad, workspaceFile } from '../../../src/app/saved-loads.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { sampleFilling, fullStays as stays } from '../sample-load.ts';

const { settlements: _, ...asRead } = stays;
const { charges } = asRead;

/** Rows as they were read: every column a load may have, and a line of a stay that is in no load. */
export const readStays: StayTable = {
  ...asRead,
  waiting: {
    lines: {
      ...charges!,
      count: 1,
      stay: Uint32Array.of(0),
      category: Uint8Array.of(1),
      item: { codes: Uint32Array.of(1), words: charges!.item.words },
      name: { codes: Uint32Array.of(0), words: charges!.name.words },
      quantity: Float64Array.of(1),
      price: Float64Array.of(Number.NaN),
      amount: Float64Array.of(100),
      charged: Int32Array.of(0),
      selfpayShare: Float64Array.of(Number.NaN),
      sourceFile: Uint16Array.of(0),
      sourceRow: Uint32Array.of(11),
    },
    named: {
      settlementKey: { codes: Uint32Array.of(0), words: [''] },
      visitKey: { codes: Uint32Array.of(1), words: ['', 'v9'] },
    },
  },
};

const { findings } = sampleFilling;
const at = '2026-01-02T03:04:05Z';
const corrected = { ...asRead, money: { ...asRead.money, cash: Float64Array.of(1, 2, 3) } };

export function savedSample(): SavedLoads {
  const first = addLoad(undefined, { table: readStays, findings }, { at }).saved;
  const second = addLoad(first, { table: corrected, findings }, { at }).saved;
  return closeMonth(undoLoad(second, 2, { at }).saved, '2025-02', { at });
}

export const savedSampleBytes = (): Promise<Uint8Array> => workspaceFile(savedSample(), { ...sampleFilling, stays: savedSample().table });

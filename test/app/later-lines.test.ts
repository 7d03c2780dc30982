import { describe, expect, it } from 'vitest';
import { addLoad, closeMonth, type Done, restoreLoad, type SavedLoads, undoLoad, whole, workspaceFile } from '../../src/app/saved-loads.ts';
import { UserError } from '../../src/errors.ts';
import type { Findings } from '../../src/stay/finding.ts';
import { readSaved } from '../../src/store/saved/read-saved.ts';
import { type SmallLines, type SmallLoad, smallLoad, smallRows } from '../stay/small-load.ts';

const at = '2026-01-02T03:04:05Z';
const none: Findings = { list: [], counts: {}, listedPerRule: 2 };
const add = (saved: SavedLoads | undefined, load: SmallLoad): Done => addLoad(saved, { table: smallLoad(load), findings: none }, { at });
const stays: SmallLoad = {
  file: 'stays.csv',
  rows: [
    { key: 'k1', total: 30, discharged: '2025-01-31' },
    { key: 'k2', total: 5, discharged: '2025-02-01' },
  ],
};
const brought = (file: string, ...waiting: readonly SmallLines[]): SmallLoad => ({ file, rows: [], waiting });
const march = brought('lines.csv', { key: 'k1', lines: [10, 20] }, { key: 'k2', lines: [5] });
const linesOf = ({ table }: SavedLoads) => smallRows(table).map(({ lines }) => lines);
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return undefined;
};

const first = add(undefined, stays).saved;
const second = add(first, march);

describe('item lines of a load of their own', () => {
  it('are a correction of the stays they belong to, and the log counts them', () => {
    const { changes, unchanged, saved } = second;
    expect([linesOf(saved), changes.added, changes.corrected, unchanged]).toEqual([[[10, 20], [5]], 0, 2, 0]);
    expect(JSON.parse(saved.log[1]!.details)).toMatchObject({ load: 2, rows: 0, lines: 3, corrected: 2, unchanged: 0 });
  });

  it('wait while the load of their stays is undone, each of them a finding, and come back with it', () => {
    const undone = undoLoad(second.saved, 1, { at }).saved;
    const listed = (row: number) => ({
      file: 'lines.csv',
      row,
      column: 'stay_id',
      value: '',
      rule: 'charge_without_stay',
      effect: 'noted',
    });
    expect([linesOf(undone), undone.findings]).toEqual([
      [],
      { list: [listed(2), listed(3)], counts: { charge_without_stay: 3 }, listedPerRule: 2 },
    ]);
    const restored = restoreLoad(undone, 1, { at }).saved;
    expect([linesOf(restored), restored.findings.counts]).toEqual([[[10, 20], [5]], {}]);
  });

  it('of another file replace those of a stay as a whole; undone, the earlier ones are back', () => {
    const { saved, changes, unchanged } = add(second.saved, brought('fix.csv', { key: 'k1', lines: [30] }, { key: 'k2', lines: [5] }));
    expect([linesOf(saved), changes.corrected, unchanged]).toEqual([[[30], [5]], 1, 1]);
    expect(linesOf(undoLoad(saved, 3, { at }).saved)).toEqual([[10, 20], [5]]);
    // what was brought first does not come back over what was brought later
    expect(linesOf(undoLoad(saved, 2, { at }).saved)).toEqual([[30], [5]]);
  });

  it('of the same file are refused while they are in force', () => {
    expect(codeOf(() => add(second.saved, march))).toBe('LOADED_ALREADY');
    expect(codeOf(() => add(undoLoad(second.saved, 2, { at }).saved, march))).toBe(undefined);
    // with the stays themselves the lines are those of the load
    expect(codeOf(() => add(second.saved, { ...march, rows: stays.rows, waiting: [] }))).toBe(undefined);
  });

  it('are refused for a stay of a closed month, not for one of the next', () => {
    const closed = closeMonth(first, '2025-01', { at });
    const month = (key: string) => codeOf(() => add(closed, brought('x.csv', { key, lines: [1] })));
    expect([month('k1'), month('k2')]).toEqual(['MONTH_CLOSED', undefined]);
  });

  it('are in the file as they were read, waiting or not', async () => {
    const undone = undoLoad(second.saved, 1, { at }).saved;
    for (const saved of [second.saved, undone]) {
      const filling = { stays: saved.table, findings: saved.findings, groupings: [], runs: [] };
      const again = whole(readSaved(await workspaceFile(saved, filling), 'w.casemix'));
      expect([again, again.loads.map(({ rows, lines }) => [rows, lines])]).toEqual([
        saved,
        [
          [2, 0],
          [0, 3],
        ],
      ]);
    }
  });
});

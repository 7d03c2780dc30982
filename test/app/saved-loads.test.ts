import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addLoad,
  closeMonth,
  type Done,
  reopenMonth,
  restoreLoad,
  type SavedLoads,
  undoLoad,
  whole,
  workspaceFile,
} from '../../src/app/saved-loads.ts';
import { UserError } from '../../src/errors.ts';
import type { Findings } from '../../src/stay/finding.ts';
import { mergeLoads } from '../../src/stay/merge-loads.ts';
import { readSaved } from '../../src/store/saved/read-saved.ts';
import { type SmallLoad, smallLoad, smallRows } from '../stay/small-load.ts';

const at = '2026-01-02T03:04:05Z';
const none: Findings = { list: [], counts: {}, listedPerRule: 20 };

const january: SmallLoad = {
  file: 'jan.csv',
  rows: [
    { key: 'k1', total: 100, discharged: '2025-01-31' },
    { key: 'k2', total: 200, discharged: '2025-01-05' },
  ],
};
/** Corrects one stay of January and adds one of February. */
const february: SmallLoad = {
  file: 'feb.csv',
  rows: [
    { key: 'k1', total: 150, discharged: '2025-01-31' },
    { key: 'k3', total: 300, discharged: '2025-02-01' },
  ],
};

const with1 = (saved: SavedLoads | undefined, load: SmallLoad): Done => addLoad(saved, { table: smallLoad(load), findings: none }, { at });
const both = with1(with1(undefined, january).saved, february);
const totals = ({ table }: SavedLoads) => smallRows(table).map(({ key, total }) => `${key} ${total}`);
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return [error.code, error.text.en];
    throw error;
  }
  return undefined;
};

describe('a workspace of two loads', () => {
  it('says what the second one did', () => {
    const { changes, load, unchanged, saved } = both;
    expect([load, changes.added, changes.corrected, unchanged, totals(saved)]).toEqual([2, 1, 1, 0, ['k1 150', 'k2 200', 'k3 300']]);
    expect(JSON.parse(saved.log[1]!.details)).toMatchObject({
      ...{ load: 2, rows: 2, added: 1, corrected: 1, removed: 0, unchanged: 0, listed: 1, fields: { total: 1 } },
      months: { '2025-01': { added: 0, corrected: 1, removed: 0 }, '2025-02': { added: 1, corrected: 0, removed: 0 } },
      files: [{ name: 'feb.csv', sha256: 'feb.csv', read: 2, loaded: 2, refused: 0 }],
      load_sha256: saved.loads[1]!.sha256,
    });
    expect(saved.changes).toEqual([{ entry: 2, list: [{ key: 'k1', field: 'total', before: '1.00', after: '1.50' }] }]);
  });

  it('has the corrected amount back when the second is undone', () => {
    const { saved, changes } = undoLoad(both.saved, 2, { at });
    expect([totals(saved), changes.removed, changes.corrected, changes.list]).toEqual([
      ['k1 100', 'k2 200'],
      1,
      1,
      [{ key: 'k1', field: 'total', before: '1.50', after: '1.00' }],
    ]);
    expect(totals(restoreLoad(saved, 2, { at }).saved)).toEqual(totals(both.saved));
  });

  it('keeps the second when the first is undone', () => {
    const { saved, changes } = undoLoad(both.saved, 1, { at });
    expect([totals(saved), changes.removed, changes.corrected]).toEqual([['k1 150', 'k3 300'], 1, 0]);
  });

  it('may have nothing in force, and takes a load again', () => {
    const nothing = undoLoad(undoLoad(both.saved, 1, { at }).saved, 2, { at }).saved;
    expect([totals(nothing), totals(with1(nothing, january).saved), nothing.log.map(({ what }) => what)]).toEqual([
      [],
      ['k1 100', 'k2 200'],
      ['load', 'load', 'undo', 'undo'],
    ]);
  });

  it('refuses a step that makes no sense', () => {
    const undone = undoLoad(both.saved, 2, { at }).saved;
    expect([
      refusal(() => undoLoad(both.saved, 3, { at })),
      refusal(() => undoLoad(undone, 2, { at })),
      refusal(() => restoreLoad(both.saved, 2, { at })),
      refusal(() => closeMonth(both.saved, '2025-13', { at })),
      refusal(() => reopenMonth(both.saved, '2025-01', { at, reason: '更正' })),
    ]).toEqual([
      ['LOAD_UNKNOWN', 'there is no load 3; there are 2'],
      ['LOAD_UNKNOWN', 'load 2 is undone already'],
      ['LOAD_UNKNOWN', 'load 2 is in force and needs no restoring'],
      ['MONTH_INVALID', '2025-13 is no month'],
      ['MONTH_INVALID', '2025-01 is not closed'],
    ]);
  });

  it('counts a file without settlement numbers once', () => {
    const unnumbered: SmallLoad = { file: 'x.csv', rows: [{ total: 1 }] };
    const saved = with1(both.saved, unnumbered).saved;
    expect(refusal(() => with1(saved, unnumbered))?.[0]).toBe('LOADED_ALREADY');
    expect(refusal(() => with1(undoLoad(saved, 3, { at }).saved, unnumbered))).toBe(undefined);
    expect(refusal(() => with1(both.saved, january))).toBe(undefined);
  });
});

describe('a closed month', () => {
  const closed = closeMonth(with1(undefined, january).saved, '2025-01', { at });
  const one = (discharged: string, total = 1): SmallLoad => ({ file: 'n.csv', rows: [{ key: 'k9', total, discharged }] });

  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', 'MONTH_CLOSED'],
    ['2025-01-31', 'MONTH_CLOSED'],
    ['2025-02-01', undefined],
  ])('a stay of %s: %s', (discharged, code) => {
    expect(refusal(() => with1(closed, one(discharged)))?.[0]).toBe(code);
  });

  it('refuses the whole load and says what would have changed', () => {
    expect(refusal(() => with1(closed, february))).toEqual([
      'MONTH_CLOSED',
      'a closed month would change, nothing was done: 2025-01 0 added, 1 corrected, 0 removed',
    ]);
  });

  it('takes a load that says nothing new about it', () => {
    const same = { file: 'b.csv', rows: [january.rows[0]!, { key: 'k3', total: 300, discharged: '2025-02-01' }] };
    expect(totals(with1(closed, same).saved)).toEqual(['k1 100', 'k2 200', 'k3 300']);
  });

  it('a stay can neither move into it nor out of it', () => {
    const later = with1(closed, one('2025-02-01')).saved;
    expect([
      refusal(() => with1(later, one('2025-01-31')))?.[0],
      refusal(() => with1(closed, { rows: [{ key: 'k1', total: 100, discharged: '2025-02-01' }] }))?.[0],
      refusal(() => undoLoad(later, 1, { at }))?.[0],
      refusal(() => undoLoad(later, 2, { at })),
    ]).toEqual(['MONTH_CLOSED', 'MONTH_CLOSED', 'MONTH_CLOSED', undefined]);
  });

  it('is open again after a reason was given, which the log keeps', () => {
    const open = reopenMonth(closed, '2025-01', { at, reason: '补传清单' });
    expect([totals(with1(open, february).saved), open.closed, open.log.map(({ what, details }) => [what, details]).slice(1)]).toEqual([
      ['k1 150', 'k2 200', 'k3 300'],
      [],
      [
        ['close', '{"month":"2025-01"}'],
        ['reopen', '{"month":"2025-01","reason":"补传清单"}'],
      ],
    ]);
  });
});

describe('the file of a workspace', () => {
  const filling = ({ table, findings }: SavedLoads) => ({ stays: table, findings, groupings: [], runs: [] });

  it('gives back everything, undone loads and closed months too', async () => {
    const saved = closeMonth(undoLoad(both.saved, 2, { at }).saved, '2025-01', { at });
    const again = whole(readSaved(await workspaceFile(saved, filling(saved)), 'w.casemix'));
    expect(again).toEqual(saved);
    expect(totals(restoreLoad(reopenMonth(again, '2025-01', { at, reason: 'x' }), 2, { at }).saved)).toEqual([
      'k1 150',
      'k2 200',
      'k3 300',
    ]);
  });

  it('of nothing in force can be written and read', async () => {
    const saved = undoLoad(with1(undefined, january).saved, 1, { at }).saved;
    expect(whole(readSaved(await workspaceFile(saved, filling(saved)), 'w.casemix'))).toEqual(saved);
  });
});

describe('findings of several loads', () => {
  const finding = (row: number) => ({ file: 'f', row, column: 'age', value: '', rule: 'age_invalid' as const, effect: 'noted' as const });
  const found = (rows: readonly number[], count: number): Findings => ({
    list: rows.map(finding),
    counts: { age_invalid: count },
    listedPerRule: 3,
  });

  it('are counted together, the first of them listed, those of undone loads left out', () => {
    const first = addLoad(undefined, { table: smallLoad(january), findings: found([2, 3], 2) }, { at }).saved;
    const { saved } = addLoad(first, { table: smallLoad(february), findings: found([4, 5], 7) }, { at });
    expect([saved.findings, undoLoad(saved, 1, { at }).saved.findings]).toEqual([found([2, 3, 4], 9), found([4, 5], 7)]);
  });
});

// Whatever was done in whatever order: the table is that of the loads in force, laid over each other in the order of their numbers.
it('any steps end where loading only what is in force begins', () => {
  const row = fc.record({
    key: fc.constantFrom('k1', 'k2', 'k3'),
    total: fc.nat(3),
    discharged: fc.constantFrom('2025-01-31', '2025-02-01'),
  });
  const step = fc.oneof(
    fc.record({ rows: fc.array(row, { maxLength: 4 }) }),
    fc.record({ undo: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ restore: fc.integer({ min: 1, max: 4 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), steps => {
      let saved = with1(undefined, january).saved;
      const loads: { readonly load: SmallLoad; inForce: boolean }[] = [{ load: january, inForce: true }];
      for (const one of steps) {
        if ('rows' in one) {
          loads.push({ load: one, inForce: true });
          saved = with1(saved, one).saved;
          continue;
        }
        const [number, inForce] = 'undo' in one ? [one.undo, false] : [one.restore, true];
        const own = loads[number - 1];
        if (!own || own.inForce === inForce) continue;
        own.inForce = inForce;
        saved = (inForce ? restoreLoad : undoLoad)(saved, number, { at }).saved;
      }
      const fresh = mergeLoads(loads.filter(({ inForce }) => inForce).map(({ load }) => ({ table: smallLoad(load), inForce: true })));
      expect(smallRows(saved.table)).toEqual(smallRows(fresh));
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrange, beingArranged } from '../../../src/ui/arrange.ts';
import { tableIdOf } from '../../../src/ui/place.ts';
import { sheetOf, viewOf } from '../../../src/ui/sheets/sheets.ts';
import { createWorkbench, type Workbench } from '../../../src/ui/store/workbench.ts';
import type { TableSpec } from '../../../src/ui/table/spec.ts';
import { readFilter } from '../../../src/ui/table/written-filter.ts';
import { cancelWork, inSlices, type Slow } from '../../../src/ui/work.ts';
import { desk } from '../desk-fixture.ts';
import { closedOffice, type } from '../frame.tsx';

/** A clock on which every turn takes longer than a slice: whatever is arranged takes as many rounds of the event loop as it has turns. */
beforeEach(() => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 10;
    return now;
  });
});
afterEach(() => vi.restoreAllMocks());

/** The stays of the fixture with a person at the keys. */
function slow(keys = '2'): Workbench {
  const workbench = createWorkbench({
    language: 'zh',
    ascii: false,
    graph: 'block',
    theme: 'dark',
    size: { columns: 120, rows: 30 },
    office: closedOffice,
    unhurried: false,
  });
  workbench.getState().lay(desk);
  type(workbench, keys);
  return workbench;
}

const view = (workbench: Workbench) => viewOf(workbench.getState());
const shown = (workbench: Workbench) => [...view(workbench).shown];
const current = (workbench: Workbench) => view(workbench).shown[view(workbench).cursor];
const screens = (workbench: Workbench) => workbench.getState().path.map(({ screen }) => screen);

async function quiet(workbench: Workbench): Promise<void> {
  for (let round = 0; round < 500; round++) {
    await new Promise(resolve => setImmediate(resolve));
    if (!beingArranged(workbench) && round > 20) return;
  }
  throw new Error('never done');
}

const filtered = (workbench: Workbench, text: string) => (spec: TableSpec) => ({
  ...spec,
  filters: [readFilter(text, sheetOf(workbench.getState()))],
});

describe('while rows are being arranged', () => {
  it('the old ones are shown, and what was asked for is told', async () => {
    const workbench = slow();
    void arrange(workbench, filtered(workbench, '骨'));
    expect([shown(workbench).length, view(workbench).spec.filters.length, workbench.getState().share !== undefined]).toEqual([8, 1, true]);
    await quiet(workbench);
    expect([shown(workbench), workbench.getState().share]).toEqual([[0, 1, 2], undefined]);
  });

  it('typing further supersedes the filter of before', async () => {
    const workbench = slow();
    type(workbench, '/骨科\u007f\u007f心\r');
    await quiet(workbench);
    expect([shown(workbench), view(workbench).spec.filters.map(({ text }) => text)]).toEqual([[3, 4, 5], ['心']]);
  });

  it('a sort asked for before a filter is not lost', async () => {
    const workbench = slow('2llllll');
    type(workbench, 's/科\r');
    await quiet(workbench);
    // by cost: 0 (52,310), 6 (40,000), 3 (31,000), 1, 4, 2, 5, 7
    expect(shown(workbench)).toEqual([0, 6, 3, 1, 4, 2, 5, 7]);
  });

  it('sorting again at once turns the order, as it would have when the rows were there', async () => {
    const workbench = slow('2llllll');
    type(workbench, 'ss');
    await quiet(workbench);
    expect(view(workbench).spec.sorts).toEqual([{ key: 'total', descending: false }]);
    expect(shown(workbench)).toEqual([7, 5, 2, 4, 1, 3, 6, 0]);
  });

  it.each([
    ['sG', 7], // the last by cost: 1,500
    ['sj', 6],
    ['sjjk', 6],
    ['sGk', 5],
    ['/骨\rjj', 2],
    ['jjj/骨\rG', 2],
  ])('%s moves in the rows that arrive, to row %i', async (keys, row) => {
    const workbench = slow('2llllll');
    type(workbench, keys);
    await quiet(workbench);
    expect(current(workbench)).toBe(row);
  });

  it('a column chosen meanwhile stays chosen', async () => {
    const workbench = slow('2llllll');
    type(workbench, 'sl');
    await quiet(workbench);
    expect(view(workbench).column).toBe('drg');
  });

  it('Enter opens the row that is under the cursor when they are there, and the keys after it wait', async () => {
    const workbench = slow('2llllll');
    // ascending: 7 (1,500), 5 (2,000), 2 ...; the second, then its neighbour
    type(workbench, 'ssj\rj');
    expect(screens(workbench)).toEqual(['stays']);
    await quiet(workbench);
    expect([screens(workbench), current(workbench)]).toEqual([['stays', 'stay'], 2]);
  });

  it('marks and filters by a cell act on the rows that arrive', async () => {
    const workbench = slow('2llllll');
    type(workbench, 'smm');
    await quiet(workbench);
    expect([0, 6, 3].map(row => view(workbench).marked.has(row))).toEqual([true, true, false]);
    type(workbench, 'ss@');
    await quiet(workbench);
    expect(view(workbench).spec.filters).toMatchObject([{ is: 'is', column: 'total', text: '52310.00' }]);
  });

  it('Esc gives it up: the rows, what was asked for and what waits are as before', async () => {
    const workbench = slow('2llllll');
    const before = view(workbench).spec;
    type(workbench, 's\r\u001b');
    await quiet(workbench);
    expect([screens(workbench), view(workbench).spec, shown(workbench), workbench.getState().done]).toEqual([
      ['stays'],
      before,
      [0, 1, 2, 3, 4, 5, 6, 7],
      [],
    ]);
  });

  it('another scenario does not lose the filter, nor keys pressed meanwhile the other scenario', async () => {
    const workbench = slow('2llllllllllllll');
    type(workbench, 's');
    await quiet(workbench);
    type(workbench, '/科\r[');
    for (const key of ['j', 'j', 'k', 'j']) {
      await new Promise(resolve => setImmediate(resolve));
      type(workbench, key);
    }
    await quiet(workbench);
    const { of, spec } = view(workbench);
    expect([of === sheetOf(workbench.getState()), spec.filters.length, view(workbench).made === spec]).toEqual([true, 1, true]);
    // DRG 1.1: 5 (+500), then 0.00 of 2, 3, 6, 8, -1,000 of 4, -5,000 of 1, -10,000 of 7
    expect(shown(workbench)).toEqual([4, 1, 2, 5, 7, 3, 0, 6]);
  });

  it('a scenario left again before its rows were there leaves the table as it was', async () => {
    const workbench = slow('2llllll');
    type(workbench, 's');
    await quiet(workbench);
    type(workbench, 'p]');
    type(workbench, '[[');
    await quiet(workbench);
    expect([view(workbench).of === sheetOf(workbench.getState()), shown(workbench)]).toEqual([true, [0, 6, 3, 1, 4, 2, 5, 7]]);
  });

  it('a table left for good stays away', async () => {
    const workbench = slow('2');
    void arrange(workbench, filtered(workbench, '骨'));
    const id = tableIdOf(workbench.getState().path);
    workbench.getState().drop(id);
    workbench.getState().goTo('overview');
    await quiet(workbench);
    expect(workbench.getState().tables[id]).toBeUndefined();
  });
});

describe('keys typed ahead', () => {
  // Another scenario takes the place of an order still under way: that order begins at its first row in the new scenario.
  it('do what they do when every row is there at once', async () => {
    const key = fc.constantFrom(
      'j',
      'k',
      'G',
      'g',
      '\u0004',
      'l',
      'h',
      's',
      'S',
      's',
      'm',
      'M',
      '@',
      '!',
      '/骨\r',
      '/!心\r',
      '/total>5000\r',
      '/marked\r',
      '_',
      'f',
      'H',
      '\r',
      '-',
      '2',
    );
    const told = (workbench: Workbench) => {
      const { spec, cursor, column, marked } = view(workbench);
      return {
        screens: screens(workbench),
        spec,
        shown: shown(workbench),
        cursor,
        column,
        marked: [...shown(workbench)].filter(row => marked.has(row)),
      };
    };
    await fc.assert(
      fc.asyncProperty(fc.array(key, { maxLength: 14 }), async keys => {
        const ahead = slow('2');
        type(ahead, keys.join(''));
        await quiet(ahead);
        const one = slow('2');
        for (const single of keys) {
          type(one, single);
          await quiet(one);
        }
        expect(told(ahead)).toEqual(told(one));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a filter that is not one yet', () => {
  it('leaves the rows while it is typed, and says what is wanted when it is kept', async () => {
    const workbench = slow();
    type(workbench, '/total>5万');
    await quiet(workbench);
    const whole = shown(workbench);
    type(workbench, 'x');
    await quiet(workbench);
    const unfinished = shown(workbench);
    type(workbench, '\r');
    await quiet(workbench);
    expect([whole, unfinished, workbench.getState().message?.text.includes('total>50000')]).toEqual([[0], [0], true]);
  });
});

describe('work in slices', () => {
  function* counted(turns: number, done: number[]): Slow<string> {
    for (let turn = 0; turn < turns; turn++) {
      done.push(turn);
      yield turn / turns;
    }
    return 'done';
  }

  it('gives way after every slice, and ends with its result', async () => {
    const workbench = slow();
    const done: number[] = [];
    const results: string[] = [];
    const work = inSlices(workbench, 'it', { work: counted(3, done), finish: result => results.push(result), cancelled: () => {} });
    expect([done, results]).toEqual([[0], []]);
    await work;
    expect([done, results]).toEqual([[0, 1, 2], ['done']]);
  });

  it('tells how far it is at once and then ten times a second', async () => {
    const workbench = slow();
    const shares: (number | undefined)[] = [];
    workbench.subscribe(({ share }, before) => {
      if (share !== before.share) shares.push(share);
    });
    await inSlices(workbench, 'it', { work: counted(20, []), finish: () => {}, cancelled: () => {} });
    // every turn looks at the clock twice, which goes on by 10 each time: told at 0/20, then whenever five turns have passed
    expect(shares).toEqual([0, 0.25, 0.5, 0.75, undefined]);
  });

  it('of the same name takes the place of the earlier one', async () => {
    const workbench = slow();
    const results: string[] = [];
    const first = inSlices(workbench, 'it', {
      work: counted(5, []),
      finish: result => results.push(`first ${result}`),
      cancelled: () => {},
    });
    const second = inSlices(workbench, 'it', {
      work: counted(5, []),
      finish: result => results.push(`second ${result}`),
      cancelled: () => {},
    });
    await Promise.all([first, second]);
    expect(results).toEqual(['second done']);
  });

  it('is told when it is given up, and never finishes', async () => {
    const workbench = slow();
    const results: string[] = [];
    const work = inSlices(workbench, 'it', {
      work: counted(5, []),
      finish: () => results.push('finished'),
      cancelled: () => results.push('given up'),
    });
    cancelWork(workbench);
    await work;
    expect([results, workbench.getState().share]).toEqual([['given up'], undefined]);
  });

  it('behind everything else waits for what a person waits for, is not given up and shows no progress', async () => {
    const workbench = slow();
    const order: string[] = [];
    const waited = inSlices(workbench, 'waited', { work: counted(4, []), finish: () => order.push('waited'), cancelled: () => {} });
    const behind = inSlices(workbench, 'behind', { work: counted(2, []), finish: () => order.push('behind') });
    await waited;
    const share = workbench.getState().share;
    cancelWork(workbench);
    await behind;
    expect([order, share]).toEqual([['waited', 'behind'], undefined]);
  });
});

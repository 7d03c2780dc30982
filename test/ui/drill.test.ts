import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/ui/sheets/sheets.ts';
import type { Workbench } from '../../src/ui/store/workbench.ts';
import { desk } from './desk-fixture.ts';
import { open, type } from './frame.tsx';

const ENTER = '\r';
const walk = (store: Workbench) => store.getState().path.map(({ screen }) => screen);
const rows = (store: Workbench) => [...viewOf(store.getState()).shown];

describe('Enter goes one level nearer to the single stay', () => {
  it.each([
    // the worst department is 消化内科, its worst group GD29, whose one stay is the seventh
    { keys: `4${ENTER}`, places: ['departments', 'rows'], shown: [0, 1] },
    { keys: `4${ENTER}${ENTER}`, places: ['departments', 'rows', 'part'], shown: [6] },
    { keys: `4${ENTER}${ENTER}${ENTER}`, places: ['departments', 'rows', 'part', 'stay'], shown: [6] },
    // its second row are the stays without a price
    { keys: `4${ENTER}j${ENTER}`, places: ['departments', 'rows', 'part'], shown: [7] },
    { keys: `1${ENTER}${ENTER}`, places: ['overview', 'rows', 'part'], shown: [6] },
    { keys: `5${ENTER}${ENTER}`, places: ['scenarios', 'rows', 'part'], shown: [0] },
    { keys: `5d${ENTER}`, places: ['scenarios', 'part'], shown: [0] },
    // 骨科 by doctor: D001 has lost most and has stays 1 and 2
    { keys: `4j${ENTER}d${ENTER}`, places: ['departments', 'rows', 'part'], shown: [0, 1] },
    { keys: `3${ENTER}`, places: ['groups', 'part'], shown: [6] },
    // IR29 is the last group; a stay without a price is in the group it fell into, 0000
    { keys: `3G${ENTER}`, places: ['groups', 'part'], shown: [1, 2] },
    { keys: `3jjj${ENTER}`, places: ['groups', 'part'], shown: [7] },
    { keys: `3${ENTER}${ENTER}`, places: ['groups', 'part', 'stay'], shown: [6] },
  ])('$keys', ({ keys, places, shown }) => {
    const store = open({ keys });
    expect([walk(store), rows(store)]).toEqual([places, shown]);
  });

  it('counts as many stays as the row said', () => {
    const store = open({ keys: '3' });
    const said = rows(store).map(row =>
      viewOf(store.getState())
        .of.columns.find(({ key }) => key === 'stays')
        ?.value(row),
    );
    const opened = said.map((_, at) => rows(open({ keys: `3${'j'.repeat(at)}${ENTER}` })).length);
    expect(opened).toEqual(said);
  });
});

describe('the parameters', () => {
  it('open from the scenarios, and lead back there', () => {
    const store = open({ keys: '5P' });
    const opened = walk(store);
    type(store, '\u001b');
    expect([opened, walk(store)]).toEqual([['scenarios', 'parameters'], ['scenarios']]);
  });

  it('put the one under the cursor into the command line, to be edited there', () => {
    expect(open({ keys: `5P${ENTER}` }).getState().typing).toMatchObject({ purpose: 'command', text: 'set=outliers.low.threshold:0.3' });
  });

  it('know a value that begins to hold inside the period from the one before it', () => {
    const [parameter] = desk.runs[2]!.parameters;
    const later = { ...parameter!, from: '2025-07-01', value: '0.4' };
    const runs = desk.runs.map((run, at) => (at === 2 ? { ...run, parameters: [parameter!, later] } : run));
    const store = open({ keys: '5Pj', desk: { ...desk, runs } });
    const { of, cursor } = viewOf(store.getState());
    expect([of.key(0), of.key(1), cursor]).toEqual(['outliers.low.threshold', 'outliers.low.threshold@2025-07-01', 1]);
  });
});

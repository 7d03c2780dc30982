import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { perform } from '../../../src/ui/perform.ts';
import { viewOf } from '../../../src/ui/sheets/sheets.ts';
import { readStep } from '../../../src/ui/step.ts';
import type { Workbench } from '../../../src/ui/store/workbench.ts';
import { columnsOf } from '../../../src/ui/table/table-view.ts';
import { frameOf, open, type } from '../frame.tsx';

const view = (workbench: Workbench) => viewOf(workbench.getState());
const keys = (workbench: Workbench) => columnsOf(view(workbench)).map(({ key }) => key);
/** Verbs and values as the log keeps them; undefined where a value was left out. */
const logged = (workbench: Workbench) => workbench.getState().log.map(({ verb, value }) => [verb, value]);

async function done(steps: readonly string[], workbench = open({ keys: '2' })): Promise<Workbench> {
  for (const step of steps) await perform(workbench, readStep(step));
  return workbench;
}

const all = [
  'stay',
  'sex',
  'age',
  'department',
  'doctor',
  'days',
  'total',
  'drg',
  'weight',
  'standard',
  'ratio',
  'band',
  'payment',
  'diagnosis',
  'margin',
];

describe('steps about columns', () => {
  it('hide and show again, one or all', async () => {
    const workbench = await done(['hide=sex', 'hide=年龄', 'hide=Doctor']);
    const hidden = keys(workbench);
    await done(['unhide=age'], workbench);
    const one = keys(workbench);
    await done(['unhide'], workbench);
    expect([hidden, one, keys(workbench)]).toEqual([
      all.filter(key => !['sex', 'age', 'doctor'].includes(key)),
      all.filter(key => !['sex', 'doctor'].includes(key)),
      all,
    ]);
  });

  it('never hide the last one', async () => {
    const workbench = await done(all.slice(1).map(key => `hide=${key}`));
    await expect(done(['hide=stay'], workbench)).rejects.toMatchObject({ code: 'STEP_INVALID' });
    expect(keys(workbench)).toEqual(['stay']);
  });

  it('freeze to the left in the order they were frozen, and let go', async () => {
    const workbench = await done(['freeze=total', 'freeze=days']);
    const frozen = columnsOf(view(workbench))
      .filter(({ fixed }) => fixed === 'left')
      .map(({ key }) => key);
    await done(['freeze=total'], workbench);
    expect([frozen, view(workbench).spec.frozen]).toEqual([['total', 'days', 'stay'], ['days']]);
  });

  it('set a width, and fit one to what is shown', async () => {
    const workbench = await done(['width=total:20', 'width=科室：3', 'fit=diagnosis', 'fit=margin']);
    // K80.100 胆囊结石伴胆囊炎 is 7 + 1 + 16 columns, −30,096.15 in the totals line 10
    expect(view(workbench).spec.widths).toEqual({ total: 20, department: 3, diagnosis: 24, margin: 10 });
  });

  it.each([
    'width=total',
    'width=total:0',
    'width=total:201',
    'width=no:5',
    'hide=no',
    'freeze=no',
    'total=total',
    'total=total:most likely',
    'total=department:sum',
    'mark=#9',
    'mark=x',
    'sort=no',
    'filter=',
    'filter=!',
  ])('%s is refused with what is wanted', async step => {
    const error = await done([step]).then(
      () => undefined,
      (one: unknown) => one,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'STEP_INVALID' });
  });

  it('a column that grew is widened from where it is drawn', () => {
    const workbench = open({ keys: '2lll>', size: '80x24' });
    // of 80 columns 79 are for the table; the others, with two blanks each, take 70 (stay 10, sex 6, age 6, doctor 8, days 6, total 11,
    // drg 7, margin 13 and the two blanks of the department itself are 69): 10 for the department
    expect(view(workbench).spec.widths).toEqual({ department: 12 });
  });

  it('keys name the column, so that a log does the same without a cursor', () => {
    const workbench = open({ keys: '2llllllf>>=<_' });
    // 149,410.50 is 10 columns wide, from 9: 11, 13, then as wide as the total, then narrower
    expect(logged(workbench)).toEqual([
      ['go', 'stays'],
      ['freeze', 'total'],
      ['width', 'total:11'],
      ['width', 'total:13'],
      ['fit', 'total'],
      ['width', 'total:8'],
      ['hide', 'total'],
    ]);
    expect([view(workbench).spec.hidden, view(workbench).column]).toEqual([['total'], 'stay']);
    type(workbench, 'H');
    expect(view(workbench).spec.hidden).toEqual([]);
  });
});

describe('steps about the totals line', () => {
  it('choose a figure, and + goes through them', async () => {
    const workbench = await done(['total=总费用:median', 'total=margin:none', 'total=department:distinct']);
    expect(view(workbench).spec.footers).toEqual({ total: 'median', margin: 'none', department: 'distinct' });
    const cycled = open({ keys: '2llllll' });
    const seen = Array.from({ length: 9 }, () => {
      type(cycled, '+');
      return view(cycled).spec.footers.total;
    });
    expect(seen).toEqual(['mean', 'median', 'p90', 'least', 'most', 'distinct', 'filled', 'none', 'sum']);
  });
});

describe('steps about marks', () => {
  const marked = (workbench: Workbench) => [...view(workbench).shown].filter(row => view(workbench).marked.has(row));

  it('m marks the row and goes down, again takes the mark away; the log keeps places only', () => {
    const workbench = open({ keys: '2jmmkkm' });
    expect([marked(workbench), view(workbench).cursor]).toEqual([[2], 2]);
    expect(logged(workbench)).toEqual([
      ['go', 'stays'],
      ['mark', '#2'],
      ['mark', '#3'],
      ['unmark', '#2'],
    ]);
  });

  it('M marks all that are shown, and unmarks them when they are', () => {
    const workbench = open({ keys: '2/骨\rM\u001b' });
    const bones = marked(workbench);
    type(workbench, 'M');
    const everything = marked(workbench);
    type(workbench, 'M');
    expect([bones, everything, marked(workbench)]).toEqual([[0, 1, 2], [0, 1, 2, 3, 4, 5, 6, 7], []]);
  });

  it('a filter of marked rows stays true when marks change', async () => {
    const workbench = await done(['mark=#2', 'mark=#5', 'filter=marked']);
    const before = [...view(workbench).shown];
    await done(['unmark=#1'], workbench);
    expect([before, [...view(workbench).shown]]).toEqual([[1, 4], [4]]);
  });

  it('are kept under another scenario and another order', async () => {
    const workbench = await done(['mark=#2', 'sort=-total', 'scenario=drg11']);
    // by cost 0, 6, 3, 1 ...
    expect([marked(workbench), [...view(workbench).shown].slice(0, 4)]).toEqual([[1], [0, 6, 3, 1]]);
  });
});

describe('steps about filters', () => {
  it('@ and ! filter by the cell, Esc takes the last away', () => {
    const workbench = open({ keys: '2lll@lll!' });
    const texts = () => view(workbench).spec.filters.map(({ is, column, text, inverse }) => [is, column, text, inverse]);
    const both = texts();
    type(workbench, '\u001b');
    const one = texts();
    type(workbench, '\u001b');
    expect([both, one, texts()]).toEqual([
      [
        ['is', 'department', '骨科', false],
        ['is', 'total', '52310.00', true],
      ],
      [['is', 'department', '骨科', false]],
      [],
    ]);
  });

  it('are written into the log, unless they may name a person', async () => {
    const workbench = await done([
      'filter=department=骨科',
      'filter=S0000002',
      'filter=doctor:D00',
      'filter=D001',
      'filter=总费用>0',
      'filter=marked',
      'unfilter=all',
    ]);
    type(workbench, '@');
    expect(logged(workbench).slice(1)).toEqual([
      ['filter', 'department=骨科'],
      ['filter', undefined],
      ['filter', undefined],
      ['filter', undefined],
      ['filter', '总费用>0'],
      ['filter', 'marked'],
      ['unfilter', 'all'],
      ['filter', undefined],
    ]);
  });

  it('sorts name columns by title too', async () => {
    const workbench = await done(['sort=-总费用,Days']);
    expect(view(workbench).spec.sorts).toEqual([
      { key: 'total', descending: true },
      { key: 'days', descending: false },
    ]);
  });
});

describe('the totals line of the stays', () => {
  it('adds money up and gives the mean of ages, days and weights', () => {
    const line = frameOf(open({ keys: '2', size: '200x30' })).find(text => text.includes('合计'));
    // ages 78 45 33 66 71 59 52 and 3/366 of a year: 404.008 / 8 = 50.5; days 44 / 8 = 5.5; weights 11.4562 / 7 = 1.6366;
    // standards 38,213.85 + 2 x 9,000 + 30,000 + 2 x 9,600.50 + 10,000 = 115,414.85
    expect(line?.trim().replace(/ +/g, ' ')).toBe('合计 平均 50.5 平均 5.5 149,410.50 平均 1.6366 115,414.85 119,314.35 −30,096.15');
  });
});

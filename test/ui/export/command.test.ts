import { describe, expect, it } from 'vitest';
import { commandOf, quoted } from '../../../src/ui/export/command.ts';
import { stepsTo } from '../../../src/ui/export/steps-to.ts';
import { perform } from '../../../src/ui/perform.ts';
import { viewOf } from '../../../src/ui/sheets/sheets.ts';
import { readStep, writtenStep } from '../../../src/ui/step.ts';
import { open } from '../frame.tsx';

const command = (keys: string, language: 'zh' | 'en' = 'zh') => commandOf(open({ keys, language }).getState(), '');

describe('the command that prints the view again', () => {
  it.each([
    ['1', 'casemix view overview'],
    ['2', 'casemix view stays'],
    ['2/骨\r', 'casemix view stays filter=骨'],
    ['2/!骨 髋\r', "casemix view stays 'filter=!骨 髋'"],
    // the seventh column is the cost; numbers sort from the largest
    ['2llllllsS', 'casemix view stays sort=total'],
    ['5d', 'casemix view scenarios by=group'],
    // the one before the main reform
    ['[', 'casemix view overview scenario=drg11'],
  ])('%j: %s', (keys, wanted) => {
    expect(command(keys)).toBe(wanted);
  });

  it('leads to the same rows in the same order', async () => {
    const here = open({ keys: '2/!骨\rlllllls' });
    const there = open({});
    for (const step of stepsTo(here.getState())) await perform(there, step);
    expect([...viewOf(there.getState()).shown]).toEqual([...viewOf(here.getState()).shown]);
    // without 骨科 the dearest first: 7 (40,000), 4 (31,000), 5 (8,600.50), 6 (2,000), 8 (1,500)
    expect([...viewOf(there.getState()).shown]).toEqual([6, 3, 4, 5, 7]);
  });

  it('names a stay by its place, with the filters and the order that place is in', () => {
    expect(stepsTo(open({ keys: '2/骨\rj\r' }).getState()).map(writtenStep)).toEqual(['go=stays', 'filter=骨', 'open=#2']);
  });

  it('marks the rows again that a filter wants marked', async () => {
    // by cost from the largest 1, 7, 4, 2: all four marked, the second unmarked again
    const here = open({ keys: '2lllllls' });
    for (const one of ['mark=#1..4', 'unmark=#2', 'filter=marked', 'filter=!心内科']) await perform(here, readStep(one));
    const there = open({});
    for (const step of stepsTo(here.getState())) await perform(there, step);
    expect(stepsTo(here.getState()).map(writtenStep)).toEqual([
      'go=stays',
      'mark=#1..2,4',
      'filter=marked',
      'filter=!心内科',
      'sort=-total',
    ]);
    expect([...viewOf(there.getState()).shown]).toEqual([...viewOf(here.getState()).shown]);
    expect([...viewOf(there.getState()).shown]).toEqual([0, 1]);
  });

  it.each(['mark=#0', 'mark=#9', 'mark=#3..2', 'mark=#1,', 'mark=#7..9', 'mark=1'])('refuses %s of eight rows', async written => {
    await expect(perform(open({ keys: '2' }), readStep(written))).rejects.toMatchObject({ code: 'STEP_INVALID' });
  });

  it('says the language', () => {
    expect(command('2', 'en')).toBe('casemix view stays --lang en');
  });
});

it.each([
  ['sort=-margin,stays', 'sort=-margin,stays'],
  ['filter=骨科', 'filter=骨科'],
  ['filter=!骨', "'filter=!骨'"],
  ['a b.csv', "'a b.csv'"],
  ["it's", "'it'\\''s'"],
  ['$(rm)', "'$(rm)'"],
  ['', "''"],
])('quotes %j for a shell as %s', (word, wanted) => {
  expect(quoted(word)).toBe(wanted);
});

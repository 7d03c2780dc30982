import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLINICAL, type CodeFacts, GREY, INSURANCE, wordFacts } from '../../../src/stay/checks/code-facts.ts';
import { checkCodes } from '../../../src/stay/checks/codes-known.ts';
import { notesOf, tableOf, type Written } from './written-stays.ts';

const facts: CodeFacts = {
  dx: new Map([
    ['A01.000', INSURANCE],
    ['A02.000', INSURANCE | CLINICAL],
    ['A03.000', CLINICAL],
    ['A04.000', INSURANCE | GREY],
    ['A05.000', INSURANCE | GREY | CLINICAL],
  ]),
  px: new Map([
    ['47.0100', INSURANCE | CLINICAL],
    ['47.0200', CLINICAL],
  ]),
};

const noted = (stays: readonly Written[]) => {
  const table = tableOf(stays);
  return notesOf(note => checkCodes(table, wordFacts(table, facts), note));
};

describe('codes against the national lists', () => {
  it.each<[string, Written, readonly string[]]>([
    ['of the insurance list', { dx: ['A01.000', 'A02.000'], px: ['47.0100'] }, []],
    ['of the other list only', { dx: ['A01.000', 'A03.000'] }, ['0 dx code_clinical A03.000']],
    ['of both lists count as insurance', { dx: ['A02.000'] }, []],
    ['grey', { dx: ['A04.000', 'A05.000'] }, ['0 dx code_grey A04.000']],
    ['in neither list', { dx: ['A01.000', 'Q99.999'] }, ['0 dx code_unknown Q99.999']],
    [
      'in neither list: names are not shown',
      { dx: ['测试'], px: ['13800138000'] },
      ['0 dx code_unknown ***(2)', '0 px code_unknown ***(11)'],
    ],
    [
      'of every kind',
      { dx: ['A04.000', 'A03.000', 'Q99.999'] },
      ['0 dx code_unknown Q99.999', '0 dx code_clinical A03.000', '0 dx code_grey A04.000'],
    ],
    ['procedures', { dx: [], px: ['47.0200', '99.9900'] }, ['0 px code_unknown 99.9900', '0 px code_clinical 47.0200']],
    ['a diagnosis code among procedures', { dx: [], px: ['A01.000'] }, ['0 px code_unknown A01.000']],
    ['none', { dx: ['', ''], px: [] }, []],
  ])('%s', (_, stay, notes) => {
    expect(noted([stay])).toEqual(notes);
  });

  it('one at a time, by the words of the list alone, give the same notes', () => {
    const code = fc.constantFrom('', 'A01.000', 'A02.000', 'A03.000', 'A04.000', 'A05.000', 'B99.900', 'C99.900');
    const stay = fc.record({
      dx: fc.array(code, { maxLength: 6 }),
      px: fc.array(fc.constantFrom('47.0100', '47.0200', '48.0000'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 8 }), stays => {
        expect(noted(stays)).toEqual([...slowly(stays, 'dx'), ...slowly(stays, 'px')]);
      }),
    );
  });
});

/** Every code looked up on its own, by plain words. */
function slowly(
  stays: readonly { readonly dx: readonly string[]; readonly px: readonly string[] }[],
  field: 'dx' | 'px',
): readonly string[] {
  const known = { dx: ['A01.000', 'A02.000'], px: ['47.0100'] }[field];
  const clinical = { dx: ['A03.000'], px: ['47.0200'] }[field];
  const grey = { dx: ['A04.000', 'A05.000'], px: [] as string[] }[field];
  return stays.flatMap((stay, row) => {
    const codes = stay[field].filter(code => code !== '');
    const unknown = codes.find(code => ![...known, ...clinical, ...grey].includes(code));
    const other = codes.find(code => clinical.includes(code));
    const greyOne = codes.find(code => grey.includes(code));
    return [
      ...(unknown === undefined ? [] : [`${row} ${field} code_unknown ${unknown}`]),
      ...(other === undefined ? [] : [`${row} ${field} code_clinical ${other}`]),
      ...(greyOne === undefined ? [] : [`${row} ${field} code_grey ${greyOne}`]),
    ];
  });
}

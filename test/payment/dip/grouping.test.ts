/** The fast grouping against one that builds the code of every stay as text, and the rules of related operations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignGroups, dipRules, NO_RULE } from '../../../src/payment/dip/assign.ts';
import { dipGrouping } from '../../../src/payment/dip/grouping.ts';
import type { DipKey } from '../../../src/payment/dip/keys.ts';
import { operationsOf } from '../../../src/payment/dip/operations.ts';
import { readDipCatalogue } from '../../../src/payment/dip/read-catalogue.ts';
import { readTreatments } from '../../../src/payment/dip/treatment.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { type DipStay, staysWith, texts } from './written-catalogue.ts';

const types = readTreatments('codes\ttype\n3 45\tsurgery\n45.2\tdiagnostic\n88\tdiagnostic\n99\ttherapeutic\n', 'types.tsv');
const kinds: Readonly<Record<string, string>> = {
  '36.0700': 'surgery',
  '36.0601': 'surgery',
  '45.2302': 'diagnostic',
  '45.4100': 'surgery',
  '88.5500': 'diagnostic',
  '99.1500': 'therapeutic',
  // in no line of the table
  '00.6600': 'surgery',
};
const procedures = Object.keys(kinds);
const diagnoses = ['I25.103', 'I25.200', 'I10.x00', 'K35.800'];

/** The code of a stay, whether such a group exists or not: with related operations, with the main one alone, and the broad one. */
function codesOf({ dx, px = [] }: DipStay): readonly string[] {
  const [main = ''] = px;
  const related = [...new Set(px.slice(1))].filter(code => code !== main && kinds[code] !== 'diagnostic').sort();
  const of = (kind: string) => px.some(code => kinds[code] === kind);
  const treatment = of('surgery') ? 'surgery' : of('therapeutic') ? 'therapeutic' : of('diagnostic') ? 'diagnostic' : 'conservative';
  const alone = `${dx[0]}:${main || 'n'}`;
  return [...(related.length > 0 ? [[alone, ...related].join('+')] : []), alone, `${dx[0]!.slice(0, 3)}:${treatment}`];
}

const anyStay = fc.record({
  dx: fc.array(fc.constantFrom(...diagnoses), { minLength: 1, maxLength: 3 }),
  px: fc.array(fc.constantFrom(...procedures), { maxLength: 4 }),
});
const anyKey: fc.Arbitrary<DipKey> = fc.oneof(
  fc
    .record({
      dx: fc.constantFrom(...diagnoses),
      px: fc.uniqueArray(fc.constantFrom('36.0700', '36.0601', '45.4100', '99.1500', '88.5500'), { maxLength: 3 }),
    })
    .map(({ dx, px: [main = '', ...related] }): DipKey => ({ kind: 'core', dx, main, related: [...related].sort() })),
  fc
    .record({
      dx: fc.constantFrom('I25', 'I10', 'K35'),
      treatment: fc.constantFrom('surgery', 'therapeutic', 'diagnostic', 'conservative'),
    })
    .map(({ dx, treatment }): DipKey => ({ kind: 'comprehensive', dx, treatment: treatment as 'surgery' })),
);
const codeOf = (key: DipKey) =>
  key.kind === 'core' ? [`${key.dx}:${key.main || 'n'}`, ...key.related].join('+') : `${key.dx}:${key.treatment}`;

describe('grouping', () => {
  it('gives every stay the group that its code as text is found under', () => {
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 40 }), fc.uniqueArray(anyKey, { selector: codeOf, maxLength: 25 }), (rows, keys) => {
        const stays = staysWith(rows);
        const codes = keys.map(codeOf);
        const { group } = assignGroups(stays, keys, operationsOf(stays, types));
        const expected = rows.map(row => codesOf(row).find(code => codes.includes(code)) ?? 'none');
        expect([...group].map(g => (g === 0 ? 'none' : codes[g - 1]))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('says which rule found the group, and puts it in the form of every grouping', () => {
    const catalogue = readDipCatalogue(texts, 'dip-test');
    const stays = staysWith([
      { dx: ['I25.103'], px: ['36.0700', '37.7800', '36.0601'] },
      // another set of related operations: the main operation alone
      { dx: ['I25.103'], px: ['36.0700', '37.7800'] },
      { dx: ['I10.x00'] },
      { dx: ['C34.900'], px: ['32.4100'] },
      { dx: ['C34.900'] },
      { dx: [] },
    ]);
    const { columns, groups } = dipGrouping(stays, catalogue);
    expect([...columns.group].map(g => groups[g]!.drg)).toEqual([
      'I25.103:36.0700+36.0601+37.7800',
      'I25.103:36.0700',
      'I10.x00:n',
      'C34:surgery',
      '0000',
      '0000',
    ]);
    expect([...columns.row].map(rule => (rule === NO_RULE ? 'none' : dipRules[rule]))).toEqual([
      ...['core_related', 'core_main', 'core_conservative', 'comprehensive', 'none', 'none'],
    ]);
    expect(groups[1]).toEqual({ mdc: '', adrg: 'I25', drg: 'I25.103:36.0700', name: '测试病种', status: 'grouped' });
  });
});

describe('a related operation counts from 10 % of the cost of the stay on, where item lines say what it cost', () => {
  const keys: readonly DipKey[] = [
    { kind: 'core', dx: 'I25.103', main: '36.0700', related: [] },
    { kind: 'core', dx: 'I25.103', main: '36.0700', related: ['36.0601'] },
  ];
  // a stay of 10,000.00; its related operation came to these amounts
  const groupFor = (amounts: readonly number[]) => {
    const stays = staysWith([{ dx: ['I25.103'], px: ['36.0700', '36.0601'], total: '10000.00' }]);
    return assignGroups(withLines(stays, amounts), keys, operationsOf(withLines(stays, amounts), types)).group[0];
  };
  it.each([
    ['999.99: too little', [99_999], 1],
    ['1,000.00', [100_000], 2],
    ['two lines of 500.00', [50_000, 50_000], 2],
    ['1,200.00 less 300.00 taken back', [120_000, -30_000], 1],
    ['no line of any operation: it counts', [], 2],
  ])('%s', (_, amounts, group) => {
    expect(groupFor(amounts)).toBe(group);
  });
});

/** Item lines of stay 0 that carry the code of the related operation. */
function withLines(stays: StayTable, amounts: readonly number[]): StayTable {
  const count = amounts.length;
  const item = { codes: new Uint32Array(count).fill(1), words: ['', '36.0601'] };
  const zeros = new Float64Array(count);
  return {
    ...stays,
    charges: {
      ...{ count, item, name: item, quantity: zeros, price: zeros, selfpayShare: zeros },
      stay: new Uint32Array(count),
      category: new Uint8Array(count),
      amount: Float64Array.from(amounts),
      charged: new Int32Array(count),
      sourceFile: new Uint16Array(count),
      sourceRow: new Uint32Array(count),
    },
  };
}

/** Shapes of condition and of chain that the shipped catalogues lack, on catalogues of a few lines. */
import { describe, expect, it } from 'vitest';
import { groupCase, NO_ROW } from '../../grouper/index.ts';
import { landed, written } from './shipped.ts';
import { smallCatalogue } from './small.ts';

describe('procedures other than the main one', () => {
  const compiled = smallCatalogue({
    mdc: ['MDCI: true'],
    adrg: ['MDCI IC2: px1 in P1 and opx in P1', 'MDCI IC3: px in P1 and px in P2', 'MDCI IR1: px1 in P1'],
    adrgPx: ['IC2 P1: 81.51 81.54', 'IC3 P1: 81.51', 'IC3 P2: 00.70', 'IR1 P1: 81.51'],
    drg: ['MDCI IC2 IC20: opx in P1 and age < 70', 'MDCI IC2 IC29: true', 'MDCI IC3 IC39: true', 'MDCI IR1 IR19: true'],
  });
  it.each([
    ['81.51 81.54', 69, 'IC20'],
    ['81.51 81.54', 70, 'IC29'], // the chain asks the age
    ['81.51 81.51', 69, 'IC20'], // a repeated code is an other procedure too
    ['81.51', 69, 'IR19'],
    ['81.54', 69, '0000'],
    ['99.99 81.51', 69, '0000'],
    ['00.70 81.51', 69, 'IC39'],
    ['81.51 00.70', 69, 'IC39'],
  ])('%s at %i: %s', (px, age, drg) => {
    expect(groupCase(compiled, written({ px, age })).group.drg).toBe(drg);
  });
});

describe('chains', () => {
  const compiled = smallCatalogue({
    mdc: ['MDCF: pdx in D1', 'MDCE: pdx in D1'],
    mdcDx: ['MDCF D1: I50 I51', 'MDCE D1: I50 J18'],
    adrg: ['MDCF FR2: pdx in D1', 'MDCF FZ1: pdx in D1', 'MDCE ER1: pdx in D1', 'MDCE ES1: pdx in D1', 'MDCE EZ1: true'],
    adrgDx: ['FR2 D1: I50 I51', 'FZ1 D1: I51', 'ER1 D1: I50', 'ES1 D1: J18'],
    drg: [
      'MDCF FR2 FR2C: cc',
      'MDCF FR2 FR2G: (mcc or cc) and age >= 70',
      'MDCF FZ1 FZ19: true',
      'MDCE ER1 ER11: mcc and not cc',
      'MDCE ER1 ER19: true',
      'MDCE EZ1 EZ1X: false',
      'MDCE EZ1 EZ19: true',
    ],
    complications: ['MCC 1: A01 A03', 'CC 2: A02', 'CC 1: A03', 'MCC -: A04'],
    exclusions: ['1: J18', '2: I51'],
  });
  it.each([
    ['I50 A02', 50, 'MDCF FR2 FR2C'], // cc alone
    ['I50 A03', 50, 'MDCF FR2 FR2C'], // a code that is MCC and CC at once satisfies `cc`
    ['I50 A01', 70, 'MDCF FR2 FR2G'], // only an MCC: the second link, from 70 years
    ['I50 A01', 69, 'MDCE ER1 ER11'], // no link holds: the row counts as not matched, the next MDC takes the case
    ['I50', 50, 'MDCE ER1 ER19'],
    ['I51', 50, 'MDCF FZ1 FZ19'], // the next row of the same MDC
    ['I51 A02', 50, 'MDCF FZ1 FZ19'], // CC cancelled by group 2
    ['J18', 50, 'MDCE EZ1 EZ19'], // ES1 has no DRG at all; EZ1X is `false`
    ['J18 A03', 50, 'MDCE EZ1 EZ19'],
  ])('%s at %i: %s', (dx, age, to) => {
    expect(landed(compiled, { dx, age })).toBe(to);
  });

  it('a complication without an exclusion group is excluded by nothing, not even by a principal diagnosis without one', () => {
    expect(groupCase(compiled, written({ dx: 'I50 A04' })).severity).toBe('mcc');
    expect(groupCase(compiled, written({ dx: 'J18 A01 A03' })).severity).toBe('none');
  });

  it('an age that is missing satisfies no comparison: FR2G is passed over', () => {
    const one = { ...written({ dx: 'I50 A01' }), age: undefined };
    expect(groupCase(compiled, one).group.drg).toBe('ER11');
  });
});

describe('conditions', () => {
  const land = (condition: string, codes: Parameters<typeof landed>[1] = {}) =>
    landed(
      smallCatalogue({
        mdc: ['MDCA: true'],
        mdcDx: ['MDCA S1@head: S06', 'MDCA S2@chest: S22 S06'],
        adrg: [`MDCA AA1: ${condition}`],
        adrgDx: ['AA1 D1: I10', 'AA1 D2: I11 S06'],
        adrgPx: ['AA1 P1: 01.0'],
        drg: ['MDCA AA1 AA19: true'],
        complications: ['MCC 1: A01'],
        exclusions: ['1: A02'],
        valid: '01.0',
      }),
      codes,
    ).endsWith('AA19');

  it('`not` of a comparison holds when the number is missing', () => {
    expect(land('age_days = 0')).toBe(false);
    expect(land('not age_days = 0')).toBe(true);
    expect(land('not age_days = 0', { days: 0 })).toBe(false);
    expect(land('not ( age_days < 5 or age_days > 9 )')).toBe(true);
  });

  it('every comparison, at the bound and on either side', () => {
    const at = (condition: string) => [4, 5, 6].map(age => land(condition, { age }));
    expect(at('age = 5')).toEqual([false, true, false]);
    expect(at('age < 5')).toEqual([true, false, false]);
    expect(at('age <= 5')).toEqual([true, true, false]);
    expect(at('age > 5')).toEqual([false, false, true]);
    expect(at('age >= 5')).toEqual([false, true, true]);
    expect(at('age > 4.5')).toEqual([false, true, true]);
  });

  it('alternatives that ask different parts of the case', () => {
    const either = 'pdx in D1 or px1 valid and age >= 70 or not (sdx in D2 or sex = 2)';
    expect(land(either, { dx: 'I10' })).toBe(true);
    expect(land(either, { dx: 'J18', px: '01.0', age: 70 })).toBe(true);
    expect(land(either, { dx: 'J18', px: '01.0', age: 69 })).toBe(false);
    expect(land(either, { dx: 'J18', sex: 1 })).toBe(true);
    expect(land(either, { dx: 'J18 I11', sex: 1 })).toBe(false);
  });

  it('`not` of the other codes says nothing of the first one', () => {
    expect(land('not sdx in D1', { dx: 'I10' })).toBe(true);
    expect(land('not sdx in D1', { dx: 'I10 I10' })).toBe(false);
    expect(land('not opx in P1', { px: '01.0' })).toBe(true);
    expect(land('not opx in P1', { px: '01.0 01.0' })).toBe(false);
    expect(land('not dx in D1', { dx: 'I10' })).toBe(false);
  });

  it('mcc in the condition of a row, and in that of no diagnosis', () => {
    expect(land('mcc and pdx in D1', { dx: 'I10 A01' })).toBe(true);
    expect(land('mcc and pdx in D1', { dx: 'I10' })).toBe(false);
    expect(land('not mcc', { dx: '' })).toBe(true);
    expect(land('mcc', { dx: 'A02 A01' })).toBe(false);
  });

  it('sites: one code may lie in two lists; both sides of the bound', () => {
    expect(land('sites >= 2', { dx: 'S06' })).toBe(true);
    expect(land('sites >= 2', { dx: 'S22' })).toBe(false);
    expect(land('sites = 0', { dx: '' })).toBe(true);
    expect(land('not sites >= 2', { dx: 'X S22 S22' })).toBe(true);
  });

  it('prefixes nest, and fit codes of the catalogue and others alike', () => {
    const nested = 'dx starts I1 and not pdx starts I11 and not sdx starts I109';
    expect(land(nested, { dx: 'I10' })).toBe(true);
    expect(land(nested, { dx: 'I11' })).toBe(false);
    expect(land(nested, { dx: 'I118' })).toBe(false);
    expect(land(nested, { dx: 'I108' })).toBe(true);
    expect(land(nested, { dx: 'I10 I1099' })).toBe(false);
    expect(land(nested, { dx: 'X', px: 'I10' })).toBe(false);
  });

  it('an MDC may be entered by procedures of a list of its own', () => {
    const compiled = smallCatalogue({
      mdc: ['MDCA: px1 valid or px1 in P1'],
      mdcPx: ['MDCA P1: 96.04'],
      adrg: ['MDCA AH1: true'],
      drg: ['MDCA AH1 AH19: true'],
      valid: '33.6',
    });
    expect(['96.04', '33.6', '12.3'].map(px => landed(compiled, { px }))).toEqual(['MDCA AH1 AH19', 'MDCA AH1 AH19', '0000 00 0000']);
  });
});

describe('ambiguous, outside and switched-off rows', () => {
  const compiled = smallCatalogue({
    mdc: ['MDCM: pdx in D1 and sex = 1', 'MDCZ: true'],
    mdcDx: ['MDCM D1: N40'],
    adrg: ['MDCM NQY: outside pdx in D1', 'MDCM MQY: off true', 'MDCM MR1: true', 'MDCZ ZZ1: off true', 'MDCZ ZZ2: pdx in D1'],
    adrgDx: ['NQY D1: N40', 'ZZ2 D1: I10'],
    drg: ['MDCM MR1 MR19: true', 'MDCZ ZZ1 ZZ19: true', 'MDCZ ZZ2 ZZ29: true'],
  });
  it('names the MDC after the letter of the ambiguous code, and counts rows that are off', () => {
    expect(groupCase(compiled, written({ dx: 'N40', sex: 2 }))).toMatchObject({
      group: { mdc: 'MDCN', adrg: 'QY', drg: 'NQY', status: 'ambiguous' },
      row: 0,
    });
    expect(groupCase(compiled, written({ dx: 'N40', sex: 1 }))).toMatchObject({ group: { drg: 'MR19', status: 'grouped' }, row: 2 });
    expect(groupCase(compiled, written({ dx: 'I10' }))).toMatchObject({ group: { drg: 'ZZ29' }, row: 4 });
    expect(groupCase(compiled, written({ dx: 'X' }))).toMatchObject({ group: { drg: '0000', status: 'ungrouped' }, row: NO_ROW });
  });

  it('lists ungrouped first, then the DRGs, then the ambiguous groups', () => {
    expect(compiled.groups.map(({ drg }) => drg)).toEqual(['0000', 'MR19', 'ZZ19', 'ZZ29', 'NQY', 'MQY']);
  });
});

it('works with more rows than one word of bits, the last row included', () => {
  const codes = Array.from({ length: 64 }, (_, i) => `C${100 + i}`);
  const compiled = smallCatalogue({
    mdc: ['MDCA: true'],
    adrg: codes.map(code => `MDCA ${code}: pdx in D1`),
    adrgDx: codes.map(code => `${code} D1: ${code}`),
    drg: codes.map(code => `MDCA ${code} ${code}9: true`),
  });
  expect(codes.map(dx => groupCase(compiled, written({ dx })).row)).toEqual(codes.map((_, i) => i));
});

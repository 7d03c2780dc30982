/** What a trace says of one case: the rows come from the tables of CHS-DRG 2.0, or from a catalogue of a few lines. */
import { describe, expect, it } from 'vitest';
import { compileCatalogue, traceCase } from '../../grouper/index.ts';
import { shippedCatalogue, written } from './shipped.ts';
import { smallCatalogue } from './small.ts';

const compiled = compileCatalogue(shippedCatalogue('chs-drg-2.0'));

describe('heart failure (FR2) with a respiratory failure, a cancelled MCC and a CC', () => {
  const trace = traceCase(compiled, written({ dx: 'I50.900 I30.101 S06.000 J96.000' }));

  it('names the MDCs entered, with what was asked and found', () => {
    expect(trace.mdcs).toEqual([
      { mdc: 'MDCA', name: '先期分组疾病及相关操作', entered: true, checks: [{ atom: 'true', holds: true, facts: [] }] },
      { mdc: 'MDCF', name: '循环系统疾病及功能障碍', entered: true, checks: [{ atom: 'pdx in D1', holds: true, facts: ['I50.900'] }] },
    ]);
  });

  it('names the row with its line in adrg.tsv', () => {
    expect(trace.adrg).toMatchObject({ adrg: 'FR2', kind: 'medical', checks: [{ atom: 'pdx in D1', holds: true, facts: ['I50.900'] }] });
    expect(trace.catalogue).toBe('chs-drg-2.0');
    expect(trace.group.drg).toBe('FR21');
  });

  it('shows every complication, the cancelled ones too, and the one that decides', () => {
    // exclusion groups: I50.900 90; I30.101 90; S06.000 187; J96.000 104
    expect(trace.complications).toEqual([
      { code: 'I30.101', level: 'mcc', exclusionGroup: '90', cancelled: true, decides: false },
      { code: 'S06.000', level: 'cc', exclusionGroup: '187', cancelled: false, decides: false },
      { code: 'J96.000', level: 'mcc', exclusionGroup: '104', cancelled: false, decides: true },
    ]);
  });

  it('shows the chain of DRGs', () => {
    expect(trace.drgs.map(({ drg, condition, holds }) => [drg, condition, holds])).toEqual([
      ['FR21', 'mcc', true],
      ['FR25', 'true', true],
    ]);
  });

  it('names the rows missed by one condition, those with more conditions held first', () => {
    // MDCF rows `pdx in D1 and px1 in P1` whose D1 holds I50.900: FK2 (seq 13) and FP1 (seq 27); then rows of one condition, in order
    expect(trace.nearMisses.map(({ adrg }) => adrg)).toEqual(['FK2', 'FP1', 'FB2', 'FC1', 'FD1']);
    expect(trace.nearMisses[0]!.checks).toEqual([
      { atom: 'pdx in D1', holds: true, facts: ['I50.900'] },
      { atom: 'px1 in P1', holds: false, facts: [] },
    ]);
  });
});

describe('rows that decide in other ways', () => {
  it('an outside row: its MDC is shown as not entered, with the part of the entry that failed', () => {
    const trace = traceCase(compiled, written({ dx: 'N40.x00', sex: 2 }));
    expect(trace.group.drg).toBe('MQY');
    expect(trace.mdcs.at(-1)).toMatchObject({
      mdc: 'MDCM',
      entered: false,
      checks: [
        { atom: 'pdx in D1', holds: true, facts: ['N40.x00'] },
        { atom: 'sex = 1', holds: false, facts: ['2'] },
      ],
    });
    expect(trace.adrg?.checks).toEqual([
      { atom: 'pdx in D1', holds: true, facts: ['N40.x00'] },
      { atom: 'not pdx in D2', holds: true, facts: ['N40.x00'] },
    ]);
    expect(trace.drgs).toEqual([]);
  });

  it('no row: every MDC entered is shown, and a missing number has no fact', () => {
    const trace = traceCase(compiled, written({ dx: 'P22.000', age: 0 }));
    expect(trace.group.drg).toBe('0000');
    expect(trace.adrg).toBeUndefined();
    expect(trace.mdcs.map(({ mdc }) => mdc)).toEqual(['MDCA', 'MDCP']);
    // PR1 `pdx in D1 and age_days <= 28` fails by the missing age in days
    const missed = trace.nearMisses.find(({ adrg }) => adrg === 'PR1');
    expect(missed?.checks).toEqual([
      { atom: 'pdx in D1', holds: true, facts: ['P22.000'] },
      { atom: 'age_days <= 28', holds: false, facts: [] },
    ]);
  });

  it('an outside row of an MDC that was entered was not tried, so it is no near miss', () => {
    const small = smallCatalogue({
      mdc: ['MDCM: sex = 1'],
      adrg: ['MDCM MQY: outside pdx in D1 and age < 6', 'MDCM MB1: pdx in D1 and age < 6', 'MDCM MC1: off pdx in D1 and age < 6'],
      adrgDx: ['MQY D1: N40', 'MB1 D1: N40', 'MC1 D1: N40'],
      drg: ['MDCM MB1 MB19: true', 'MDCM MC1 MC19: true'],
    });
    expect(traceCase(small, written({ dx: 'N40', sex: 1 })).nearMisses.map(({ adrg }) => adrg)).toEqual(['MB1']);
  });

  it('sites are counted, any-diagnosis conditions name the codes found', () => {
    const trace = traceCase(compiled, written({ dx: 'S06.000 E11.900 S22.300' }));
    expect(trace.mdcs.find(({ mdc }) => mdc === 'MDCZ')?.checks).toEqual([
      { atom: 'pdx in D1', holds: true, facts: ['S06.000'] },
      { atom: 'sites >= 2', holds: true, facts: ['2'] },
    ]);
    const hiv = traceCase(compiled, written({ dx: 'I20.000 B20.000x001' }));
    expect(hiv.adrg?.checks).toEqual([{ atom: 'dx in D1', holds: true, facts: ['B20.000x001'] }]);
  });
});

describe('conditions with alternatives', () => {
  const small = smallCatalogue({
    mdc: ['MDCJ: true'],
    adrg: ['MDCJ JA1: pdx in D1 and (px in P1 or px in P2 and px in P3)', 'MDCJ JR1: mcc or cc', 'MDCJ JR2: not (mcc or age < 6)'],
    adrgDx: ['JA1 D1: C50'],
    adrgPx: ['JA1 P1: 85.1', 'JA1 P2: 85.2', 'JA1 P3: 40.1'],
    drg: ['MDCJ JA1 JA19: true', 'MDCJ JR1 JR19: true', 'MDCJ JR2 JR29: true'],
    complications: ['CC 1: A02'],
  });
  const checks = (one: Parameters<typeof written>[0]) => traceCase(small, written(one)).adrg?.checks;

  it('are one check; its facts are the codes that made it hold', () => {
    expect(checks({ dx: 'C50', px: '99.9 85.2 40.1' })).toEqual([
      { atom: 'pdx in D1', holds: true, facts: ['C50'] },
      { atom: 'px in P1 or px in P2 and px in P3', holds: true, facts: ['85.2', '40.1'] },
    ]);
  });

  it('name the complications that count', () => {
    expect(checks({ dx: 'X A02' })).toEqual([{ atom: 'mcc or cc', holds: true, facts: ['A02'] }]);
    expect(checks({ dx: 'X', age: 6 })).toEqual([
      { atom: 'not mcc', holds: true, facts: [] },
      { atom: 'not age < 6', holds: true, facts: ['6'] },
    ]);
  });

  it('when none holds, everything looked at is shown, and a row that fails by it is near', () => {
    const trace = traceCase(small, written({ dx: 'C50 A02', px: '85.2' }));
    expect(trace.nearMisses).toMatchObject([
      { adrg: 'JA1', checks: [{ holds: true }, { atom: 'px in P1 or px in P2 and px in P3', holds: false, facts: ['85.2'] }] },
    ]);
  });
});

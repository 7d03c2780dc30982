/** Cases of CHS-DRG 2.0 reasoned by hand from its tables; each names the rows that decide it. */
import { describe, expect, it } from 'vitest';
import { compileCatalogue, groupCase, NO_DECIDER } from '../../grouper/index.ts';
import { landed, shippedCatalogue, type Written, written } from './shipped.ts';

const compiled = compileCatalogue(shippedCatalogue('chs-drg-2.0'));
type Row = Written & { to: string };
const where = (rows: readonly Row[]) => it.each(rows)('$dx / $px -> $to', ({ to, ...one }) => expect(landed(compiled, one)).toBe(to));

describe('surgery, procedure and medical rows', () => {
  where([
    // K35.200 is in GE1 D1, 47.0100 in GE1 P1 and GE2 P1: GE1 (seq 8) is tried before GE2
    { dx: 'K35.200', px: '47.0100', to: 'MDCG GE1 GE19' },
    // no operation: GZ1 D1 holds K35.200
    { dx: 'K35.200', to: 'MDCG GZ1 GZ19' },
    // I20.000 enters MDCF; 36.0700 is in FM3 P1 (FB1 P2 too, but FB1 also needs a valve operation of P1)
    { dx: 'I20.000', px: '36.0700', to: 'MDCF FM3 FM39' },
    // angina without a procedure: FR4 D1
    { dx: 'I20.000', to: 'MDCF FR4 FR49' },
    // FB1 `px in P1 and px in P2`: 35.0101 in P1, 00.6601 in P2, in either order
    { dx: 'I20.000', px: '35.0101 00.6601', to: 'MDCF FB1 FB19' },
    { dx: 'I20.000', px: '00.6601 35.0101', to: 'MDCF FB1 FB19' },
    // only the main procedure leads to GE1: with 89.5100 (in no list, not valid) in front, the medical row stays
    { dx: 'K35.200', px: '89.5100 47.0100', to: 'MDCG GZ1 GZ19' },
    // hypertension FV2 D1, diabetes KS1 D1
    { dx: 'I10.x00x002', to: 'MDCF FV2 FV25' },
    { dx: 'E11.900', to: 'MDCK KS1 KS15' },
  ]);
});

describe('before all MDCs: MDCA, entry `true`', () => {
  where([
    { dx: 'I20.000', px: '33.6x00', to: 'MDCA AA1 AA19' }, // AA1 P1
    { dx: '', px: '33.6x00', to: 'MDCA AA1 AA19' }, // needs no diagnosis
    { dx: 'I20.000', px: '52.8000 55.6901', to: 'MDCA AC1 AC19' }, // AC1 P1 and P2, before AD1 (52.8000) and AE1
    // AH2 row 1 `sdx in D1 and px in P1`: Z93.000 (D1) as other diagnosis, 96.7201 (P1)
    { dx: 'J18.900 Z93.000', px: '96.7201', to: 'MDCA AH2 AH29' },
    // AH2 row 2 `px in P2 and px in P1`: tracheostomy 31.2900x001 (P2) instead of the diagnosis
    { dx: 'J18.900', px: '31.2900x001 96.7201', to: 'MDCA AH2 AH29' },
    // Z93.000 as the principal diagnosis is no other diagnosis, and in no MDC list
    { dx: 'Z93.000', px: '96.7201', to: '0000 00 0000' },
    // repeated, it is an other diagnosis as well
    { dx: 'Z93.000 Z93.000', px: '96.7201', to: 'MDCA AH2 AH29' },
  ]);
});

describe('severity', () => {
  // exclusion groups: I50.900 90, J96.000 MCC 104, I30.101 MCC 90, I30.000 CC 90, S06.000 CC 187, J18.900 96, J11.000x001 MCC 96
  const judged = (dx: string) => {
    const { group, severity, decider } = groupCase(compiled, written({ dx }));
    return [group.drg, severity, decider];
  };
  it.each([
    ['I50.900 J96.000', 'FR21', 'mcc', 1], // FR2: mcc, then true
    ['I50.900', 'FR25', 'none', NO_DECIDER], // itself an MCC, but the principal diagnosis never counts
    ['I50.900 I50.900', 'FR25', 'none', NO_DECIDER], // repeated: same group 90, cancelled
    ['I50.900 I30.101', 'FR25', 'none', NO_DECIDER], // MCC of group 90 next to a principal diagnosis of group 90
    ['I50.900 I30.000 S06.000', 'FR25', 'cc', 2], // the first CC is cancelled, the second is not; FR2 does not ask for CC
    ['I50.900 I30.101 S06.000', 'FR25', 'cc', 2], // the MCC cancelled, the CC judged on its own
    ['I50.900 S06.000 J96.000', 'FR21', 'mcc', 2], // the first effective MCC decides, wherever it stands
    ['J18.900 J96.000', 'ES31', 'mcc', 1], // ES3: mcc | mcc or cc | true
    ['J18.900 S06.000', 'ES33', 'cc', 1],
    ['J18.900 J11.000x001', 'ES35', 'none', NO_DECIDER],
    ['I10.x00x002 J96.000', 'FV23', 'mcc', 1], // FV2: mcc or cc | true, so 3 means either
    ['C44.501 S06.000', 'JR23', 'cc', 1],
  ])('%s: %s, %s decided at %i', (dx, drg, severity, decider) => {
    expect(judged(dx)).toEqual([drg, severity, decider]);
  });

  it('a principal diagnosis without an exclusion group cancels nothing: D25.900 has none', () => {
    expect(judged('D25.900 I30.101')).toEqual(['NZ19', 'mcc', 1]);
  });

  it('judges a complication of an ungrouped case too', () => {
    expect(judged('X99.999 J96.000')).toEqual(['0000', 'mcc', 1]);
  });
});

describe('newborns: MDCP, entry `(pdx in D1 or dx starts P07.) and age = 0`', () => {
  const newborn = { age: 0, days: 5 };
  where([
    // P22.000 is in PR1 D1 and PQY D1: up to 28 days PR1, from 29 days PQY row 2
    { dx: 'P22.000', age: 0, days: 28, to: 'MDCP PR1 PR15' },
    { dx: 'P22.000', age: 0, days: 29, to: 'MDCP QY PQY' },
    // P23.900 is in PU1 D1 (<= 28 days) and PV1 D1 (> 28 days)
    { dx: 'P23.900', age: 0, days: 28, to: 'MDCP PU1 PU19' },
    { dx: 'P23.900', age: 0, days: 29, to: 'MDCP PV1 PV19' },
    // blank age in days: every comparison is false, no row holds, and no other MDC takes the code
    { dx: 'P23.900', age: 0, to: '0000 00 0000' },
    { dx: 'P22.000', age: 0, to: '0000 00 0000' },
    // age 1: MDCP is not entered
    { dx: 'P23.900', age: 1, days: 5, to: '0000 00 0000' },
    // weight bands of PS1-PS4, all with P07.300
    { dx: 'P07.300', ...newborn, weight: 1499, to: 'MDCP PS1 PS15' },
    { dx: 'P07.300', ...newborn, weight: 1500, to: 'MDCP PS2 PS29' },
    { dx: 'P07.300', ...newborn, weight: 1999, to: 'MDCP PS2 PS29' },
    { dx: 'P07.300', ...newborn, weight: 2000, to: 'MDCP PS3 PS39' },
    { dx: 'P07.300', ...newborn, weight: 2499, to: 'MDCP PS3 PS39' },
    { dx: 'P07.300', ...newborn, weight: 2500, to: 'MDCP PS4 PS45' },
    { dx: 'P07.300', ...newborn, weight: 0, to: '0000 00 0000' }, // weight > 0 fails in all four
    { dx: 'P07.300', ...newborn, to: '0000 00 0000' }, // missing weight likewise
    // prematurity as other diagnosis lets the case in (`dx starts P07.`) and satisfies `dx in D1` of PS1
    { dx: 'J18.900 P07.300', ...newborn, weight: 1499, to: 'MDCP PS1 PS15' },
    // PK1 P1 holds 93.9000: before the medical rows, up to 28 days; from 29 days the valid operation makes it ambiguous (PQY row 3)
    { dx: 'P23.900', px: '93.9000', age: 0, days: 28, to: 'MDCP PK1 PK15' },
    { dx: 'P23.900', px: '93.9000', age: 0, days: 29, to: 'MDCP QY PQY' },
  ]);
});

describe('outside rows', () => {
  where([
    // PQY row 1 (outside): newborn without a newborn diagnosis
    { dx: 'J18.900', age: 0, days: 28, to: 'MDCP QY PQY' },
    { dx: 'J18.900', age: 0, days: 29, to: 'MDCE ES3 ES35' },
    { dx: 'J18.900', age: 0, to: 'MDCE ES3 ES35' }, // blank days: not a newborn
    // a code unknown to the catalogue that begins with P07. still lets the case in, so that no outside row applies
    { dx: 'J18.900 P07.999', age: 0, days: 28, to: 'MDCE ES3 ES35' },
    { dx: 'J18.900 P08.999', age: 0, days: 28, to: 'MDCP QY PQY' },
    // N40.x00 is in MQY D1 and not in the sex-neutral D2
    { dx: 'N40.x00', sex: 1, to: 'MDCM MZ1 MZ19' },
    { dx: 'N40.x00', sex: 2, to: 'MDCM QY MQY' },
    { dx: 'N40.x00', sex: undefined, to: 'MDCM QY MQY' }, // `sex = 1` is false when missing
    // D25.900 is in MQY D3; the outside row of MDCN gives MQY and MDCM, as the scheme has it
    { dx: 'D25.900', sex: 2, to: 'MDCN NZ1 NZ19' },
    { dx: 'D25.900', sex: 1, to: 'MDCM QY MQY' },
    // I86.200 is in D2: both sexes are grouped in their own MDC (MZ1, NZ1), a missing sex nowhere
    { dx: 'I86.200', sex: 1, to: 'MDCM MZ1 MZ19' },
    { dx: 'I86.200', sex: 2, to: 'MDCN NZ1 NZ19' },
    { dx: 'I86.200', sex: undefined, to: '0000 00 0000' },
  ]);
});

describe('ambiguous: valid main procedure of another MDC', () => {
  where([
    { dx: 'I20.000', px: '47.0100', to: 'MDCF QY FQY' }, // 47.0100 is valid and in no list of MDCF
    { dx: 'K35.200', px: '37.2200', to: 'MDCG QY GQY' },
    { dx: 'D25.900', px: '47.0100', sex: 2, to: 'MDCN QY NQY' },
    { dx: 'I20.000', px: '89.5100 47.0100', to: 'MDCF FR4 FR49' }, // only the main procedure is asked
    { dx: 'I20.000', px: '00.0000', to: 'MDCF FR4 FR49' }, // an unknown procedure is not valid
  ]);
});

describe('HIV, injuries, women', () => {
  where([
    // MDCY 2.0 is entered by any diagnosis
    { dx: 'I20.000 B20.000x001', to: 'MDCY YR1 YR11' }, // B20.000x001 is an MCC of group 13, I20.000 of group 88
    { dx: 'B20.000x001', to: 'MDCY YR1 YR15' },
    { dx: 'R75.x00x001', to: 'MDCY YR2 YR25' },
    { dx: 'B20.000x001', px: '47.0100', to: 'MDCY YC1 YC15' }, // YC1 `px1 valid`
    // S06.000 head (S1), S22.300 chest (S2), S72.000 leg (S8); one site only leaves MDCB or MDCI
    { dx: 'S06.000 S22.300', to: 'MDCZ ZZ1 ZZ15' },
    { dx: 'S06.000', to: 'MDCB BY1 BY15' },
    { dx: 'S06.000 S06.000', to: 'MDCB BY1 BY15' }, // the same site twice is one site
    { dx: 'S06.000 S22.300 S72.000', to: 'MDCZ ZZ1 ZZ15' },
    { dx: 'J18.900 S06.000 S22.300', to: 'MDCE ES3 ES33' }, // two sites, but the principal diagnosis is no injury
    { dx: 'S06.000 S22.300', px: '47.0100', to: 'MDCZ ZJ1 ZJ15' },
    { dx: 'S06.000 S22.300', px: '37.2200', to: 'MDCZ QY ZQY' },
    { dx: 'S06.000 S22.300', px: '89.5100 37.2200', to: 'MDCZ ZZ1 ZZ15' }, // `not px1 valid`: 89.5100 is not
    { dx: 'O80.900', sex: 2, to: 'MDCO OZ1 OZ19' },
    { dx: 'O80.900', sex: 1, to: '0000 00 0000' }, // MDCO needs sex 2 and has no outside row
    { dx: 'D25.900', px: '68.4100', sex: 2, to: 'MDCN NC1 NC19' },
  ]);
});

describe('branches of one ADRG', () => {
  where([
    // NA1 row 2 `pdx in D1 and px in P2 and px in P3`: 68.4100 in P2, 40.2905 in P3
    { dx: 'C46.700x001', px: '40.2905 68.4100', to: 'MDCN NA1 NA19' },
    { dx: 'C46.700x001', px: '68.4100', to: 'MDCN NA2 NA29' }, // NA2 P1
    { dx: 'C46.700x001', px: '40.2905', to: 'MDCN NJ1 NJ15' }, // NJ1 P1
    // JA1 rows: P1 and P2 | P1 and P3 and P4 | P4 and P5
    { dx: 'C44.501', px: '85.5300x001 85.4300x003', to: 'MDCJ JA1 JA19' },
    { dx: 'C44.501', px: '85.5300x001 85.2100x003 40.1105', to: 'MDCJ JA1 JA19' },
    { dx: 'C44.501', px: '85.5300x001 85.2100x003', to: 'MDCJ JB1 JB19' }, // JB1 P1
    { dx: 'C44.501', px: '40.1105 85.3300x001', to: 'MDCJ JA1 JA19' },
    { dx: 'C44.501', px: '85.4300x003', to: 'MDCJ JA2 JA29' }, // JA2 row 1, P1
  ]);
});

describe('odd input', () => {
  where([
    { dx: '', to: '0000 00 0000' },
    { dx: 'X99.999', px: '99.9999', to: '0000 00 0000' },
    { dx: 'i20.000', to: '0000 00 0000' }, // codes are compared exactly
    { dx: 'I20.000 I20.000 I20.000', px: '36.0700 36.0700', to: 'MDCF FM3 FM39' },
  ]);

  it('takes lists of any length: the 45th diagnosis decides, the 300th decides but its position does not fit', () => {
    const decidedBehind = (n: number) => groupCase(compiled, written({ dx: `I50.900 ${'E11.900 '.repeat(n)}J96.000` }));
    expect([decidedBehind(43).group.drg, decidedBehind(43).decider]).toEqual(['FR21', 44]);
    expect([decidedBehind(252).group.drg, decidedBehind(252).decider]).toEqual(['FR21', 253]);
    expect([decidedBehind(253).group.drg, decidedBehind(253).decider]).toEqual(['FR21', 254]);
    expect([decidedBehind(254).group.drg, decidedBehind(254).severity, decidedBehind(254).decider]).toEqual(['FR21', 'mcc', NO_DECIDER]);
  });
});

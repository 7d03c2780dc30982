/** Cases of CHS-DRG 1.1 reasoned by hand from its tables, mostly where it differs from 2.0. */
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '../../grouper/index.ts';
import { landed, shippedCatalogue, type Written } from './shipped.ts';

const compiled = compileCatalogue(shippedCatalogue('chs-drg-1.1'));
type Row = Written & { to: string };
const where = (rows: readonly Row[]) => it.each(rows)('$dx / $px -> $to', ({ to, ...one }) => expect(landed(compiled, one)).toBe(to));

describe('ambiguous rows are switched off', () => {
  where([
    // 47.0100 is valid and in no list of MDCF: the medical row FR3 (angina, D1, not split) takes the case
    { dx: 'I20.000', px: '47.0100', to: 'MDCF FR3 FR39' },
    { dx: 'D25.900', sex: 1, to: '0000 00 0000' }, // no outside rows
  ]);
});

describe('MDCA, entry `px1 valid`', () => {
  where([
    { dx: 'I20.000', px: '37.5100', to: 'MDCA AA1 AA19' },
    { dx: 'I20.000', px: '52.8000 55.6901', to: 'MDCA AC1 AC19' },
    // 89.5100 is not valid: MDCA is not entered, although both parts of AC1 are there
    { dx: 'I20.000', px: '89.5100 52.8000 55.6901', to: 'MDCF FR3 FR39' },
  ]);
});

describe('JA1, JA2, NA1 with alternatives in parentheses', () => {
  where([
    // JA1: P1 and P2, or P1 and P3 and P4
    { dx: 'C50.900', px: '85.5300x001 85.4300x003', to: 'MDCJ JA1 JA19' },
    { dx: 'C50.900', px: '85.5300x001 85.2100x003 40.2100', to: 'MDCJ JA1 JA19' },
    { dx: 'C50.900', px: '85.5300x001 85.2100x003', to: 'MDCJ JB1 JB19' }, // JB1 P1
    // JA2: P1, or P2 and P3
    { dx: 'C50.900', px: '85.4300x003', to: 'MDCJ JA2 JA29' },
    { dx: 'C50.900', px: '40.2100 85.2100x003', to: 'MDCJ JA2 JA29' },
    { dx: 'C50.900', px: '89.5100 85.4300x003', to: 'MDCJ JA2 JA29' }, // `px`: any procedure
    // the principal diagnosis must be in JA1 D1: E11.900 is not, and MDCK has no such operation
    { dx: 'E11.900', px: '85.5300x001 85.4300x003', to: 'MDCK KS1 KS15' },
    // NA1: P1 (67.4x00x002), or P2 (54.4x04) and P3 (40.2905)
    { dx: 'C46.700x001', px: '67.4x00x002', to: 'MDCN NA1 NA19' },
    { dx: 'C46.700x001', px: '54.4x04 40.2905', to: 'MDCN NA1 NA19' },
    { dx: 'C46.700x001', px: '54.4x04', to: 'MDCN NJ1 NJ19' }, // NJ1 P1
  ]);
});

describe('newborns: entry `pdx in D1 and age = 0`', () => {
  where([
    { dx: 'P23.900', age: 0, days: 28, to: 'MDCP PU1 PU15' },
    { dx: 'P23.900', age: 0, days: 29, to: 'MDCP PV1 PV15' }, // PV1 `true` takes what is left
    { dx: 'P23.900', age: 0, to: 'MDCP PV1 PV15' }, // blank days: not a newborn
    { dx: 'P07.300', age: 0, days: 5, weight: 1499, to: 'MDCP PS1 PS15' },
    { dx: 'P07.300', age: 0, days: 5, weight: 1500, to: 'MDCP PS2 PS25' },
    { dx: 'P07.300', age: 0, days: 5, weight: 2499, to: 'MDCP PS3 PS39' },
    { dx: 'P07.300', age: 0, days: 5, weight: 2500, to: 'MDCP PS4 PS45' },
    { dx: 'P07.300', age: 0, days: 29, weight: 2500, to: 'MDCP PV1 PV15' },
    { dx: 'J18.900 P07.300', age: 0, days: 5, weight: 1499, to: 'MDCE ES3 ES33' }, // P07.300 is a CC of group 163, J18.900 of 101
    { dx: 'J18.900', age: 0, days: 5, to: 'MDCE ES3 ES35' },
  ]);
});

describe('ZZ1 `not px valid`, YC1, group 999', () => {
  where([
    // BY1 and ZZ1: S22.300 is a CC of group 198, S06.000 of 196; ZZ1 asks for MCC only, BY1 has no other diagnosis here
    { dx: 'S06.000 S22.300', to: 'MDCZ ZZ1 ZZ15' },
    { dx: 'S06.000', to: 'MDCB BY1 BY15' },
    // a valid procedure anywhere bars ZZ1, and 89.5100 is in no list of MDCZ or MDCB: the case goes on to MDCB
    { dx: 'S06.000 S22.300', px: '89.5100 47.0100', to: 'MDCB BY1 BY13' },
    { dx: 'S06.000 S22.300', px: '89.5100', to: 'MDCZ ZZ1 ZZ15' },
    // YC1 `dx in D1 and px1 valid`: B20.001 is in its D1, B20.000x001 only in that of YR1
    { dx: 'B20.001', px: '47.0100', to: 'MDCY YC1 YC15' },
    { dx: 'B20.000x001', px: '47.0100', to: 'MDCY YR1 YR15' },
    { dx: 'B20.000x001 B20.001', px: '47.0100', to: 'MDCY YC1 YC15' }, // both of group 13: no complication
    { dx: 'I20.000 B20.001', to: 'MDCF FR3 FR39' }, // MDCY of 1.1 needs the principal diagnosis
    // B95.000 is a CC of group 999, which no principal diagnosis has
    { dx: 'K35.200 B95.000', to: 'MDCG GZ1 GZ13' },
  ]);
});

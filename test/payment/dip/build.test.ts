/** A catalogue from a small history, worked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuiltGroup, buildDip, type DipBuild, type DipRules, type DipTables } from '../../../src/payment/dip/build.ts';
import { type DipTexts, isSelfTest } from '../../../src/payment/dip/catalogue.ts';
import { readComorbidities } from '../../../src/payment/dip/comorbidity.ts';
import { dipGrouping } from '../../../src/payment/dip/grouping.ts';
import { readDipCatalogue } from '../../../src/payment/dip/read-catalogue.ts';
import { readSigns } from '../../../src/payment/dip/signs.ts';
import { readTreatments } from '../../../src/payment/dip/treatment.ts';
import { dipManifest } from '../../../src/report/dip-manifest.ts';
import { dipTables } from '../../../src/report/dip-tables.ts';
import { refusal } from '../../policy/short-policy.ts';
import { mistakes } from '../../report/conforms.ts';
import { type DipStay, staysWith, texts } from './written-catalogue.ts';

const tables: DipTables = {
  types: readTreatments(texts['procedure-types.tsv'], 'types.tsv'),
  comorbidities: readComorbidities(texts['cci.tsv'], 'cci.tsv'),
  signs: readSigns(texts['severity.tsv'], 'severity.tsv'),
};
const rules: DipRules = {
  minCases: 3,
  yearWeights: [1, 2, 7],
  scale: 1000,
  grassrootsLevels: ['一级'],
  grassrootsShare: '0.5',
  grassrootsCv: '0.7',
  dimensions: [],
  auxiliaryCases: 2,
  auxiliaryGain: '0.05',
};
const built = (rows: readonly DipStay[], more: Partial<DipRules> = {}): DipBuild =>
  buildDip(staysWith(rows), tables, { ...rules, ...more });

const times = (n: number, stay: DipStay): DipStay[] => Array.from({ length: n }, () => stay);
const stay = (year: number, dx: string, total: string, more: Partial<DipStay> = {}): DipStay => ({
  dx: [dx],
  total,
  discharged: `${year}-06-01`,
  days: 5,
  age: 40,
  ...more,
});

/** I10: 12,000, 12,600 and 13,000 a stay in three years, 2 stays each; K35 one stay a year, too few for a core group. */
const history: readonly DipStay[] = [
  ...times(2, stay(2022, 'I10.x00', '12000.00', { level: '一级' })),
  ...times(2, stay(2023, 'I10.x00', '12600.00', { level: '一级' })),
  stay(2024, 'I10.x00', '12800.00', { level: '三级' }),
  stay(2024, 'I10.x00', '13200.00', { level: '一级' }),
  stay(2022, 'K35.800', '3000.00', { px: ['36.0700'] }),
  stay(2024, 'K35.900', '5000.00', { px: ['36.0700'] }),
  stay(2021, 'I10.x00', '1.00'),
  stay(2024, 'I10.x00', ''),
  stay(2024, 'I10.x00', '0.00'),
  { ...stay(2024, 'I10.x00', '9.00'), dx: [] },
  { dx: ['I10.x00'], total: '9.00' },
];

const brief = ({ code, cases, mean, rw, score, grassroots }: BuiltGroup) => [
  code,
  cases,
  mean.toFixed(2),
  rw.toFixed(4),
  score.toFixed(2),
  grassroots,
];

describe('a history becomes groups', () => {
  const build = built(history);

  it('counts every stay once: used, or why not', () => {
    expect([build.years, build.counts]).toEqual([
      [2022, 2023, 2024],
      { stays: 13, used: 8, withoutDate: 1, withoutCost: 2, withoutDiagnosis: 1, beforeFirstYear: 1 },
    ]);
  });

  it('means by year, weighted 1 : 2 : 7, over those of all stays', () => {
    // M: 2022 (24,000 + 3,000) ÷ 3 = 9,000; 2023 12,600; 2024 (26,000 + 5,000) ÷ 3 = 10,333.33: (9,000 + 25,200 + 72,333.33) ÷ 10 = 10,653.33
    expect(build.mean.toFixed(2)).toBe('10653.33');
    expect(build.groups.map(brief)).toEqual([
      // 12,820 ÷ 10,653.33
      ['I10.x00:n', 6, '12820.00', '1.2034', '1203.38', true],
      // no stay in 2023: (3,000 + 7 × 5,000) ÷ 8 = 4,750
      ['K35:surgery', 2, '4750.00', '0.4459', '445.87', false],
    ]);
  });

  it('last year by level, all levels first', () => {
    const [hypertension] = build.groups;
    expect(hypertension!.lastYear.map(({ level, cases, mean }) => [level, cases, mean.toFixed(2)])).toEqual([
      ['', 2, '13000.00'],
      ['一级', 1, '13200.00'],
      ['三级', 1, '12800.00'],
    ]);
  });

  it('CV of all years together, as a population: 3,000 and 5,000 are 1,000 ÷ 4,000', () => {
    expect(build.groups[1]!.cv.toFixed()).toBe('0.25');
  });
});

describe('which groups there are', () => {
  const codes = (rows: readonly DipStay[], minCases = 3) => built(rows, { minCases }).groups.map(({ code }) => code);
  const angina = (...px: string[]) => stay(2024, 'I25.103', '100.00', { px });

  it('a core group has as many stays as the threshold, one fewer is comprehensive', () => {
    expect(codes(times(3, angina('36.0700')))).toEqual(['I25.103:36.0700']);
    expect(codes(times(2, angina('36.0700')))).toEqual(['I25:surgery']);
  });
  it('related operations make a group of their own where there are enough, else the main one alone counts', () => {
    expect(codes([...times(3, angina('36.0700', '36.0601')), ...times(3, angina('36.0700'))])).toEqual([
      'I25.103:36.0700',
      'I25.103:36.0700+36.0601',
    ]);
    expect(codes([...times(2, angina('36.0700', '36.0601')), angina('36.0700')])).toEqual(['I25.103:36.0700']);
  });
  it('the order of related operations and a diagnostic one make no difference', () => {
    const rows = [
      angina('36.0700', '36.0601', '37.7800'),
      angina('36.0700', '37.7800', '36.0601'),
      angina('36.0700', '37.7800', '88.5500', '36.0601'),
    ];
    expect(codes(rows)).toEqual(['I25.103:36.0700+36.0601+37.7800']);
  });
  it('the four kinds of treatment of a 3-digit diagnosis', () => {
    const rows = [[], ['88.5500'], ['99.1500', '88.5500'], ['88.5500', '36.0700']].map(px => stay(2024, 'I25.103', '100.00', { px }));
    expect(codes(rows)).toEqual(['I25:conservative', 'I25:diagnostic', 'I25:surgery', 'I25:therapeutic']);
  });
});

describe('基层病种', () => {
  const share = (grassroots: number, others: number, kinds = '100.00') =>
    built([
      ...times(grassroots, stay(2024, 'I10.x00', '100.00', { level: '一级' })),
      ...times(others, stay(2024, 'I10.x00', kinds, { level: '三级' })),
    ]).groups[0]!.grassroots;
  it.each([
    ['half of the stays', share(3, 3), true],
    ['less than half', share(3, 4), false],
    // 100 and 900, 3 of each: mean 500, SD 400, CV .8
    ['a CV above .7', share(3, 3, '900.00'), false],
    // 100 and 500: mean 300, SD 200, CV .67
    ['a CV of .67', share(3, 3, '500.00'), true],
    // two stays are no core group
    ['a comprehensive group', share(2, 0), false],
  ])('%s', (_, is, expected) => {
    expect(is).toBe(expected);
  });
});

describe('辅助目录', () => {
  // 4 stays under 65 of 100 each, 2 stays of 300 at 70 with a sign of severity: mean 1,000 ÷ 6
  const rows = [
    ...times(4, stay(2024, 'I10.x00', '100.00')),
    ...times(2, stay(2024, 'I10.x00', '300.00', { dx: ['I10.x00', 'E11.900'], age: 72 })),
  ];

  it('of lists that explain the same the first of the vocabulary; coefficients are mean ÷ mean of the group', () => {
    const { auxiliary } = built(rows, { dimensions: ['cci', 'age'] }).groups[0]!;
    expect([
      auxiliary!.dimension,
      auxiliary!.gain.toFixed(),
      auxiliary!.classes.map(c => [c.name, c.cases, c.mean.toFixed(2), c.coefficient.toFixed(4)]),
    ]).toEqual([
      'cci',
      // between and within are one: every class is all alike
      '1',
      // 100 ÷ 166.67, 300 ÷ 166.67
      [
        ['0', 4, '100.00', '0.6000'],
        ['1-2', 2, '300.00', '1.8000'],
      ],
    ]);
  });
  it('a class with too few stays has no coefficient and explains nothing', () => {
    const { auxiliary } = built(rows, { dimensions: ['age'], auxiliaryCases: 3 }).groups[0]!;
    // Σ (x − mean)² = 4 × 66.67² + 2 × 133.33² = 53,333; 4 × 66.67² = 17,778 of it
    expect([auxiliary!.gain.toFixed(4), auxiliary!.classes.map(({ name }) => name)]).toEqual(['0.3333', ['18-64']]);
  });
  it('one that explains too little, or a group all of one class, has none', () => {
    expect(built(rows, { dimensions: ['age'], auxiliaryGain: '1.01' }).groups[0]!.auxiliary).toBeUndefined();
    expect(built(rows, { dimensions: ['icu'] }).groups[0]!.auxiliary).toBeUndefined();
    expect(built(rows, { dimensions: [] }).groups[0]!.auxiliary).toBeUndefined();
  });
});

const sourced = { id: 'test', rules, selfTest: false, ownTables: { procedureTypes: false, severitySigns: false }, tables: {} };
const files = [{ name: 'history.csv', sha256: 'a'.repeat(64), loaded: 13 }];

/** Everything a catalogue folder holds. */
function written(build: DipBuild): DipTexts {
  return {
    ...texts,
    ...dipTables(build, code => (code === 'I10.x00' ? '特发性高血压' : '')),
    'manifest.json': JSON.stringify(dipManifest(build, { ...sourced, files })),
  };
}

describe('the catalogue as written', () => {
  it('reads back, and groups its own history as it was built', () => {
    const stays = staysWith(history.slice(0, 8));
    const build = buildDip(stays, tables, { ...rules, dimensions: ['age'] });
    const catalogue = readDipCatalogue(written(build), 'dir');
    expect(catalogue.groups.map(({ code, name, mean, grassroots, score }) => [code, name, mean, grassroots, score.toFixed(9)])).toEqual([
      // 12,820 ÷ 10,653.3333… × 1,000
      ['I10.x00:n', '特发性高血压', 1_282_000, true, '1203.379224030'],
      ['K35:surgery', 'K35 手术', 475_000, false, '445.869837297'],
    ]);
    const { columns } = dipGrouping(stays, catalogue);
    expect([...columns.group]).toEqual([1, 1, 1, 1, 1, 1, 2, 2]);
    expect([...catalogue.groups[0]!.lastYear].map(([level, { cases, mean }]) => [level, cases, mean])).toEqual([
      ['', 2, 1_300_000],
      ['一级', 1, 1_320_000],
      ['三级', 1, 1_280_000],
    ]);
    expect([catalogue.id, catalogue.scale.toFixed(), catalogue.lastYear, catalogue.selfTest]).toEqual(['test', '1000', 2024, false]);
  });

  it('says what was assumed, and is stamped when it prices its own stays', () => {
    const build = built(history);
    const manifest = dipManifest(build, { ...sourced, files, selfTest: true });
    expect([manifest.stamp, manifest.assumptions]).toEqual([
      '自测，不可用于结算',
      ['related_operations_all_count', 'procedure_types_by_chapter', 'severity_signs_assumed', 'year_without_stays_left_out'],
    ]);
    expect(mistakes(JSON.parse(JSON.stringify(manifest)), 'dip-catalogue')).toEqual([]);
    const catalogue = readDipCatalogue(written(build), 'dir');
    expect([isSelfTest(catalogue, [{ sha256: 'b'.repeat(64) }]), isSelfTest(catalogue, [{ sha256: 'a'.repeat(64) }])]).toEqual([
      false,
      true,
    ]);
    expect(isSelfTest({ ...catalogue, selfTest: true }, [])).toBe(true);
  });

  it('is the same whatever the order of the stays, and its scores average to the scale', () => {
    const anyHistory = fc.array(
      fc
        .record({
          year: fc.constantFrom(2022, 2023, 2024),
          dx: fc.constantFrom('I10.x00', 'I25.103', 'K35.800'),
          px: fc.subarray(['36.0700', '36.0601', '88.5500']),
          fen: fc.integer({ min: 1, max: 99_999_999_999 }),
          age: fc.integer({ min: 0, max: 99 }),
        })
        .map(({ year, dx, px, fen, age }) => stay(year, dx, `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`, { px, age })),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(anyHistory, rows => {
        const there = built(rows, { dimensions: ['age'] });
        const back = built([...rows].reverse(), { dimensions: ['age'] });
        expect(dipTables(back, () => '')).toEqual(dipTables(there, () => ''));
        // with one year alone Σ cases × score = cases × scale
        const year = built(rows, { yearWeights: [1] });
        const points = year.groups.reduce((sum, { score, cases }) => sum.plus(score.times(cases)), year.mean.times(0));
        expect(
          points
            .minus(1000 * year.counts.used)
            .abs()
            .lt('1e-30'),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('a history of nothing is refused', () => {
    expect(refusal(() => built([{ dx: ['I10.x00'], total: '1.00' }]))[0]).toBe('CALIBRATION_EMPTY');
  });
});

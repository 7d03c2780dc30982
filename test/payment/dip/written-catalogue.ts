/** A DIP catalogue written by hand, a policy that names it, and stays with diagnoses and operations: a test shows only what it is about. */
import type { DipTexts } from '../../../src/payment/dip/catalogue.ts';
import { settle } from '../../../src/payment/settle.ts';
import type { DipPolicy } from '../../../src/policy/methods/dip.ts';
import { policyFrom } from '../../../src/policy/policy.ts';
import { readPolicy } from '../../../src/policy/read-policy.ts';
import type { StayTable } from '../../../src/stay/stay-table.ts';
import { hospitalOf, type WrittenStay } from '../written-stays.ts';

const table = (lines: readonly string[]): string => lines.map(line => `${line.split(/ *\| */).join('\t')}\n`).join('');

/** RW 12,820 ÷ 9,500 = 1.349473684210…; grass-roots I10; C34 with an auxiliary list by age. */
export const texts: DipTexts = {
  'groups.tsv': table([
    'code | kind | dx | main | related | treatment | name | rw | score | mean | grassroots',
    'I25.103:36.0700 | core | I25.103 | 36.0700 | | | 测试病种 | 1.349473684210526 | 1349.473684210526 | 12820.00 | 0',
    'I25.103:36.0700+36.0601+37.7800 | core | I25.103 | 36.0700 | 36.0601+37.7800 | | | 2 | 2000 | 19000.00 | 0',
    'I10.x00:n | core | I10.x00 | | | | | 0.4 | 400 | 3800.00 | 1',
    'C34.900:surgery | comprehensive | C34 | | | surgery | | 3 | 3000 | 28500.00 | 0',
  ]).replace('C34.900:surgery', 'C34:surgery'),
  'means.tsv': table([
    'code | level | cases | mean',
    'I25.103:36.0700 | | 30 | 12500.00',
    'I25.103:36.0700 | 三级 | 20 | 12800.00',
    'I25.103:36.0700 | 三甲 | 10 | 11900.00',
    'I10.x00:n | | 40 | 3900.00',
  ]),
  'auxiliary.tsv': table([
    'code | dimension | class | cases | mean | coefficient',
    'C34:surgery | age | 70-79 light | 20 | 31350.00 | 1.1',
    'C34:surgery | age | 80+ heavy | 16 | 42750.00 | 1.5',
  ]),
  'procedure-types.tsv': table(['codes | type', '3 | surgery', '88 | diagnostic', '99 | therapeutic']),
  'cci.tsv': table(['condition | weight | superseded_by | codes', 'diabetes | 1 | | E11']),
  'severity.tsv': table(['grade | sign | codes', 'heavy | sepsis | A41', 'moderate | infection | J18']),
  'manifest.json': JSON.stringify({
    id: 'test-dip',
    years: [2022, 2023, 2024],
    parameters: { scale: 1000 },
    sources: [{ name: 'history.csv', sha256: 'a'.repeat(64) }],
    stamp: null,
  }),
};

export const header = `schema: policy/1
id: test
title: a policy of a test
region: nowhere
catalogue: test-dip
effective: {from: 2025-01-01}
sources: {shape: {type: assumption, title: "a number of a test"}}
insurance_map: {employee: ["310"], resident: ["390"]}
hospital: {level: 三级, levels: {}}
payment_method: dip
`;

/** `dip` is what stands below dip, beside the catalogue and the scale. */
export function dipPolicyOf(dip: string, rest = ''): DipPolicy {
  const body = `dip:
  source: shape
  catalogue: dip-test
  score_scale: {value: 1000, unit: point/weight}
${dip}
${rest}`;
  const read = readPolicy(header + body, 'p.yaml');
  const policy = policyFrom(read, read.leaves);
  if (policy.method === 'dip') return policy;
  throw new Error('not a DIP policy');
}

/** The value of a point as stated, and the usual deviation. */
export const given = (value: string): string => `price: {point_value: {employee: {value: "${value}", unit: CNY/point, source: shape}}}\n`;
export const deviation = (low: string, high: string, benchmark = 'level_mean'): string => `  deviation:
    benchmark: ${benchmark}
    low: {value: "${low}", unit: ratio}
    high: {value: "${high}", unit: ratio}
    extreme: {value: "5", unit: ratio}
    extreme_pay: formula`;

export type DipStay = WrittenStay & {
  readonly dx: readonly string[];
  readonly px?: readonly string[];
  readonly ageDays?: number;
  readonly icu?: number;
};

export function staysWith(rows: readonly DipStay[]): StayTable {
  const stays = hospitalOf(rows.map(({ dx: _, px: __, ageDays: ___, icu: ____, ...row }) => ({ insurance: '310', level: '三级', ...row })));
  return {
    ...stays,
    dx: codeLists(rows.map(({ dx }) => dx)),
    px: codeLists(rows.map(({ px }) => px ?? [])),
    ageDays: Int16Array.from(rows, ({ ageDays }) => ageDays ?? -1),
    icuHours: Float64Array.from(rows, ({ icu }) => icu ?? Number.NaN),
  };
}

function codeLists(lists: readonly (readonly string[])[]): StayTable['dx'] {
  const words = ['', ...new Set(lists.flat())];
  const offsets = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) offsets[i + 1] = offsets[i]! + list.length;
  return { offsets, codes: Uint32Array.from(lists.flat(), code => words.indexOf(code)), words };
}

export const readText =
  (of: DipTexts = texts) =>
  (path: string): string =>
    of[path.replace('dip-test/', '') as keyof DipTexts];

export const settled = (stays: StayTable, policy: DipPolicy, of: DipTexts = texts) => settle({ stays, policy, readText: readText(of) });

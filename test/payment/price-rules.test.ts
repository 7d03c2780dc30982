/** What the price of a stay depends on beside its weight: hospital, group, level, patient. Every expected amount is worked in its comment. */
import { describe, expect, it } from 'vitest';
import { yuanText } from '../../src/money.ts';
import { billOf } from '../../src/payment/bill.ts';
import { linesOf } from '../../src/payment/explain.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands, unpricedReasons } from '../../src/payment/settlement.ts';
import { refuseUnknownFlags } from '../../src/payment/unknown-flags.ts';
import { readWeights } from '../../src/payment/weights.ts';
import { groups, policyOf, staysOf, type TestStay, weights } from './small-hospital.ts';

type Tables = { readonly table?: string; readonly second?: string };

/** `band reason standard payment` of every stay; lines must sum to the payment, and the columns say the same as the lines. */
function paid(body: string, rows: readonly TestStay[], { table, second }: Tables = {}): string[] {
  const policy = policyOf(body);
  const { stays, grouping } = staysOf(rows.map(row => ({ cash: '0', ...row })));
  const own = table === undefined ? weights : readWeights(table, 'weights.tsv');
  const settlement = settle({ stays, policy, grouping, groups, weights: own, readText: () => second ?? '' });
  return rows.map((_, i) => {
    const { band, reason, payment, standard, price, prices } = settlement;
    const bandOf = bands[band[i]!]!;
    const reasonOf = unpricedReasons[reason[i]!]!;
    const said = { bill: billOf(stays, i), band: bandOf, reason: reasonOf, price: prices[price[i]!], policy };
    const { lines } = linesOf(said);
    const sum = lines.filter(({ part }) => part === 'payment').reduce((all, { amount }) => all + amount, 0);
    expect(sum).toBe(payment[i]);
    return [bandOf, reasonOf, yuanText(standard[i]!), yuanText(payment[i]!)].filter(text => text !== '').join(' ');
  });
}

const workingOf = (body: string, row: TestStay, { table }: Tables = {}): string => {
  const policy = policyOf(body);
  const { stays, grouping } = staysOf([{ cash: '0', ...row }]);
  const own = table === undefined ? weights : readWeights(table, 'weights.tsv');
  const { prices, price, band } = settle({ stays, policy, grouping, groups, weights: own });
  const said = { bill: billOf(stays, 0), band: bands[band[0]!]!, reason: '' as const, price: prices[price[0]!], policy };
  const [line] = linesOf(said).lines;
  return `${line!.working} | ${line!.source}`;
};

const rates = (more = '') => `
payment_method: drg_rate
price:
  source: shape
  rates:
    tertiary: {unit: CNY/weight, employee: "10000", resident: "9000"}
    secondary: {unit: CNY/weight, employee: "8000", resident: "7000"}
${more}`;
const byPoints = (more = '') => `
payment_method: drg_points
price:
  source: shape
  scale: {value: 100, unit: point/weight}
  region_mean_cost: {value: "9000", unit: CNY}
  point_value: {unit: CNY/point, employee: "80", resident: "70"}
${more}`;
const low = `
outliers: {source: shape, low: {threshold: {value: "0.5", unit: ratio}, pay: actual_cost}}
`;
// AB11 has weight 1, AB13 0.96, AB10 none
const stay = { group: 3, total: '9500' };

describe('the coefficient of the hospital', () => {
  const byHospital = rates('hospital_coefficient: {from: hospital, source: shape, values: {unit: ratio, H1: "1.02", H2: "0.9"}}');

  // 10,000 × 1.02; 10,000 × 0.9; 8,000 × 0.9
  it('is that of the listed hospital; the rate still goes by its level', () => {
    expect(
      paid(byHospital, [
        { ...stay, hospital: 'H1' },
        { ...stay, hospital: 'H2' },
        { ...stay, hospital: 'H2', level: 'secondary' },
      ]),
    ).toEqual(['normal 10200.00 10200.00', 'normal 9000.00 9000.00', 'normal 7200.00 7200.00']);
  });

  it('a hospital that is not listed has no price, never 1 in silence', () => {
    expect(paid(byHospital, [{ ...stay, hospital: 'H3' }, stay])).toEqual([
      'unpriced hospital_unlisted 0.00 9500.00',
      'unpriced hospital_unlisted 0.00 9500.00',
    ]);
  });

  it('an insurance or level that has no price is told as that, whatever the hospital', () => {
    expect(
      paid(byHospital, [
        { ...stay, hospital: 'H3', insurance: '340' },
        { ...stay, hospital: 'H3', level: 'nowhere' },
      ]),
    ).toEqual(['unpriced insurance_unmapped 0.00 9500.00', 'unpriced level_unmapped 0.00 9500.00']);
  });
});

describe('the coefficient of the group at the level', () => {
  const table = 'drg\tweight\t系数-三甲\t系数-二级\nAB11\t1\t1.1\t0.8\nAB13\t0.96\t1.05\t0.7\n';
  const byGroup = rates('hospital_coefficient: {from: group_level, columns: {tertiary: 系数-三甲, secondary: 系数-二级}}');

  // 10,000 × 1 × 1.1; 8,000 × 1 × 0.8; 10,000 × 0.96 × 1.05 = 10,080
  it('stands in the column of the level', () => {
    expect(paid(byGroup, [stay, { ...stay, level: 'secondary' }, { ...stay, group: 4 }], { table })).toEqual([
      'normal 11000.00 11000.00',
      'normal 6400.00 6400.00',
      'normal 10080.00 10080.00',
    ]);
    expect(workingOf(byGroup, stay, { table })).toBe('10000 × 1 × 1.1 | test.yaml:16 weights.tsv:2');
  });

  it('a blank is an error unless the policy says what it means', () => {
    const blank = table.replace('\t0.7\n', '\t\n');
    expect(() => paid(byGroup, [stay], { table: blank })).toThrow(
      'test.yaml:18: hospital_coefficient.columns.secondary names the column "系数-二级", which is blank for AB13 (weights.tsv:3)',
    );
    const stated = byGroup.replace('{from: group_level,', '{from: group_level, blank: {value: "0.95", unit: ratio, source: shape},');
    // 8,000 × 0.96 × 0.95 = 7,296
    expect(paid(stated, [{ ...stay, group: 4, level: 'secondary' }], { table: blank })).toEqual(['normal 7296.00 7296.00']);
  });

  it('a heading that the table does not have is an error', () => {
    expect(() => paid(byGroup.replace('系数-二级}', '系数二级}'), [stay], { table })).toThrow(
      'test.yaml:18: weights.tsv has no column "系数二级"',
    );
  });
});

describe('groups of primary care: the same price in every hospital', () => {
  const k = 'hospital_coefficient: {from: level, source: shape, values: {unit: ratio, tertiary: "1.2", secondary: "0.9"}}\n';
  const care = (rule: string) => rates(`${k}primary_care_groups: {list: [AB11], ${rule}}`);
  const rows = [stay, { ...stay, level: 'secondary' }, { ...stay, group: 4 }];
  const factor = (value: string) => `value: {value: "${value}", unit: ratio, source: shape}`;

  it.each([
    // Jinhua: k = 1. 10,000; 8,000; AB13 is no such group: 10,000 × 0.96 × 1.2 = 11,520
    ['coefficient 1', `mode: coefficient, ${factor('1')}`, ['10000.00', '8000.00', '11520.00']],
    // Nanning, Harbin: the rate and the k of a lower level for all: 8,000 × 0.9
    ['use_level', 'mode: use_level, level: secondary', ['7200.00', '7200.00', '11520.00']],
    // Wuxi: one rate, no coefficient
    ['fixed_rate', 'mode: fixed_rate, value: {value: "8767", unit: CNY/weight, source: shape}', ['8767.00', '8767.00', '11520.00']],
    // Kunming: rate × 0.9 in the top tier only: 10,000 × 0.9 × 1.2; 8,000 × 0.9 as ever
    ['rate_factor in one level', `mode: rate_factor, levels: [tertiary], ${factor('0.9')}`, ['10800.00', '7200.00', '11520.00']],
    // Harbin: only levels above use the lower one
    ['use_level in one level', 'mode: use_level, levels: [tertiary], level: secondary', ['7200.00', '7200.00', '11520.00']],
  ])('%s', (_name, rule, standards) => {
    expect(paid(care(rule), rows)).toEqual(standards.map(amount => `normal ${amount} ${amount}`));
  });

  // 100 × 80 × 1; a fixed rate of 7,000 a weight; AC stays the measure of cost: 9,000 × 0.5 = 4,500 is the low line of both
  it('by points, too', () => {
    const points = (rule: string) => byPoints(`${k}primary_care_groups: {list: [AB1], ${rule}}${low}`);
    const costs = ['4499.99', '4500'].map(total => ({ ...stay, total }));
    expect(paid(points(`mode: coefficient, ${factor('1')}`), costs)).toEqual(['low 8000.00 4499.99', 'normal 8000.00 8000.00']);
    const fixed = 'mode: fixed_rate, value: {value: "7000", unit: CNY/weight, source: shape}';
    expect(paid(points(fixed), costs)).toEqual(['low 7000.00 4499.99', 'normal 7000.00 7000.00']);
  });

  it('the weight table may mark them with a flag', () => {
    const table = 'drg\tweight\tflag\nAB11\t1\t基层;中医\nAB13\t0.96\t\n';
    const rule = rates(`${k}primary_care_groups: {flag: 基层, mode: coefficient, ${factor('1')}}`);
    expect(paid(rule, [stay, { ...stay, group: 4 }], { table })).toEqual(['normal 10000.00 10000.00', 'normal 11520.00 11520.00']);
  });

  it('a flag that marks no group of the table is refused', () => {
    const table = readWeights('drg\tweight\tflag\nAB11\t1\t基层;中医\n', 'weights.tsv');
    const flagged = (flag: string) => policyOf(rates(`${k}primary_care_groups: {flag: ${flag}, mode: coefficient, ${factor('1')}}`));
    expect([...table.flags]).toEqual(['基层', '中医']);
    expect(() => refuseUnknownFlags(flagged('中医'), table)).not.toThrow();
    expect(() => refuseUnknownFlags(flagged('基础'), table)).toThrow('test.yaml:19: weights.tsv marks no group "基础" in its column flag');
  });

  it('a level that has no price, a value without its unit, a mode that is missing: errors', () => {
    expect(() => paid(care('mode: use_level, level: primary'), [stay])).toThrow(
      'test.yaml:19: primary_care_groups.level names the level "primary", which the policy does not have',
    );
    expect(() => paid(care(`mode: fixed_rate, ${factor('0.8')}`), [stay])).toThrow(
      'test.yaml:19: primary_care_groups.value has the unit ratio, which mode: fixed_rate does not take',
    );
    expect(() => paid(care(factor('0.8')), [stay])).toThrow('test does not say primary_care_groups.mode');
  });

  it('lines name the rule', () => {
    expect(workingOf(care(`mode: rate_factor, ${factor('0.9')}`), stay)).toBe(
      '10000 × 0.9 [primary_care_groups] × 1 × 1.2 | test.yaml:16 test.yaml:19 weights.tsv:5 test.yaml:18',
    );
  });
});

describe('factors of groups and insurances', () => {
  const factors = (list: string) => rates().replace('  rates:', `  group_factors:\n${list}\n  rates:`);

  // Qingdao: residents × 0.8, 0.6 by the kind of group; employees as ever. 9,000 × 0.8; 9,000 × 0.96 × 0.6 = 5,184
  it('meet the insurance, the group and the level', () => {
    const list = `
    - {groups: [AB11], insurance: resident, factor: "0.8", source: shape}
    - {groups: [AB13], insurance: resident, levels: [tertiary], factor: "0.6", source: shape}`;
    expect(
      paid(factors(list), [
        stay,
        { ...stay, insurance: '390' },
        { ...stay, group: 4, insurance: '390' },
        { ...stay, group: 4, insurance: '390', level: 'secondary' },
      ]),
    ).toEqual(['normal 10000.00 10000.00', 'normal 7200.00 7200.00', 'normal 5184.00 5184.00', 'normal 6720.00 6720.00']);
  });

  it.each([
    [
      '    - {groups: [AB11], factor: 0, source: shape}',
      'test.yaml:16: price.group_factors has an item whose factor is not a quoted number above 0',
    ],
    ['    - {groups: [AB11], facter: "0.8", source: shape}', 'test.yaml:16: price.group_factors has an item with "facter"'],
    [
      '    - {insurance: student, factor: "0.8", source: shape}',
      'test.yaml:16: price.group_factors names "student", which insurance_map does not have',
    ],
  ])('%s is refused', (item, message) => {
    expect(() => paid(factors(item), [stay])).toThrow(message);
  });

  // Kaifeng 儿科: AC ÷ 1.1 = 8,181.81…; low under half of it, 4,090.909…; C ÷ AC × 100 × 80 = 4,000 ÷ 9,000 × 1.1 × 8,000 = 3,911.11
  it('a mean cost that is divided moves the ratio and points at cost, not the standard', () => {
    const kaifeng = byPoints(`outliers: {source: shape, low: {threshold: {value: "0.5", unit: ratio}, pay: points_at_cost}}`).replace(
      '  scale:',
      '  mean_cost_groups: {list: [AB11], divisor: {value: "1.1", unit: ratio}}\n  scale:',
    );
    const costs = ['4000', '4090.90', '4090.91'].map(total => ({ ...stay, total }));
    // 4,090.90 × 8,800 ÷ 9,000 = 3,999.9911
    expect(paid(kaifeng, costs)).toEqual(['low 8000.00 3911.11', 'low 8000.00 3999.99', 'normal 8000.00 8000.00']);
    expect(paid(kaifeng, [{ ...stay, group: 4, total: '4090.91' }])).toEqual(['low 7680.00 3636.36']); // 0.5 × 8,640; × 8,000 ÷ 9,000
  });
});

describe('unstable groups and groups without history', () => {
  const flags = (text: string) => `group_flags: {source: shape, ${text}}`;

  it('unstable groups are paid their cost, whatever the ratio, with or without a weight', () => {
    const policy = rates(flags('unstable: {list: [AB11, AB10]}, unstable_pay: actual_cost') + low);
    expect(
      paid(policy, [
        { ...stay, total: '1' },
        { ...stay, total: '999999.99' },
        { ...stay, group: 2 },
        { ...stay, group: 4 },
      ]),
    ).toEqual(['at_cost 0.00 1.00', 'at_cost 0.00 999999.99', 'at_cost 0.00 9500.00', 'normal 9600.00 9600.00']);
    expect(paid(policy, [{ ...stay, insurance: '340' }])).toEqual(['unpriced insurance_unmapped 0.00 9500.00']);
  });

  // 9,500 ÷ 9,000 × 100 × 80 = 8,444.444
  it('or points at their cost', () => {
    const policy = byPoints(flags('unstable: {list: [AB11]}, unstable_pay: points_at_cost'));
    expect(paid(policy, [stay])).toEqual(['at_cost 0.00 8444.44']);
    expect(() => paid(rates(flags('unstable: {list: [AB11]}, unstable_pay: points_at_cost')), [stay])).toThrow(
      'group_flags.unstable_pay is points_at_cost, which only payment by points has',
    );
  });

  // 9,500 × 0.8
  it('groups without history, named or without a weight, are paid a share of cost', () => {
    const share = 'no_history_pay_ratio: {value: "0.8", unit: ratio}';
    const rows = [stay, { ...stay, group: 2 }, { ...stay, group: 4 }, { ...stay, group: 0 }];
    expect(paid(rates(flags(`no_history: {list: [AB11]}, ${share}`)), rows)).toEqual([
      'ratio no_history 0.00 7600.00',
      'ratio no_history 0.00 7600.00',
      'normal 9600.00 9600.00',
      'unpriced ungrouped 0.00 9500.00',
    ]);
    expect(paid(rates(flags(share)), rows)[0]).toBe('normal 10000.00 10000.00');
    expect(() => paid(rates(flags('no_history: {list: [AB11]}')), rows)).toThrow('test does not say group_flags.no_history_pay_ratio');
  });
});

describe('what the table of groups holds', () => {
  // 120 points × 80 × k 1; W = 120 ÷ 100 chooses the tier: above 2 × 9,000 × 1.2 = 21,600 by the second tier
  it('base points', () => {
    const tiers = '{value: [{max_weight: "1", cap: "3"}, {max_weight: null, cap: "2"}], unit: ratio}';
    const policy = byPoints(`weights: {table: w.tsv, unit: point}\noutliers: {source: shape, high: {tiers: ${tiers}, pay: actual_cost}}`);
    const rows = [stay, { ...stay, total: '21600' }, { ...stay, total: '21600.01' }];
    const amounts = ['normal 9600.00 9600.00', 'normal 9600.00 9600.00', 'high 9600.00 21600.01'];
    expect(paid(policy, rows, { table: 'drg\tpoint\nAB11\t120\n' })).toEqual(amounts);
    expect(paid(policy, rows, { table: 'drg\tweight\nAB11\t120\n' })).toEqual(amounts);
    expect(workingOf(policy, stay, { table: 'drg\tpoint\nAB11\t120\n' })).toBe('80 × 120 × 1 | test.yaml:17 weights.tsv:2');
    expect(() => paid(rates('weights: {table: w.tsv, unit: point}'), rows)).toThrow('weights.unit is point, which goes with');
  });

  const yuan = (more: string) => `
payment_method: drg_rate
weights: {table: w.tsv, unit: yuan${more}}
`;
  const columns = `, columns: {tertiary: {employee: 三级职工, resident: 三级居民}, secondary: {employee: 二级职工}}`;

  // Linyi: the published standards themselves; the weight beside them chooses the tier
  it('standards in yuan by level and insurance', () => {
    const table = 'drg\tweight\t三级职工\t三级居民\t二级职工\nAB11\t1\t9865\t9391\t\nAB13\t0.96\t9470.4\t9015.36\t8500\n';
    const rows = [
      stay,
      { ...stay, insurance: '390' },
      { ...stay, level: 'secondary' },
      { ...stay, group: 4, level: 'secondary' },
      { ...stay, group: 4, level: 'secondary', insurance: '390' },
    ];
    expect(paid(yuan(columns), rows, { table })).toEqual([
      'normal 9865.00 9865.00',
      'normal 9391.00 9391.00',
      'unpriced no_weight 0.00 9500.00',
      'normal 8500.00 8500.00',
      'unpriced no_weight 0.00 9500.00',
    ]);
    expect(workingOf(yuan(columns), stay, { table })).toBe('9865 × 1 | weights.tsv:2');
  });

  // Chengdu: the mean is paid between 0.7 and 1.4 times it: 9,000 × 0.7 = 6,300
  it('one standard for all, with lines by the standard itself', () => {
    const policy = yuan('').replace(
      'payment_method',
      'price: {source: shape, region_mean_cost: {value: "10000", unit: CNY}}\npayment_method',
    );
    const chengdu = `${policy}outliers: {source: shape, low: {threshold: {value: "0.7", unit: ratio}, pay: actual_cost}}\n`;
    const rows = [
      { ...stay, total: '6299.99' },
      { ...stay, total: '6300' },
    ];
    expect(paid(chengdu, rows, { table: 'drg\tyuan\nAB11\t9000\n' })).toEqual(['low 9000.00 6299.99', 'normal 9000.00 9000.00']);
    expect(() => paid(yuan(''), rows, { table: 'drg\tyuan\nAB11\t9000\n' })).toThrow('weights.tsv has standards only');
    expect(() => paid(`${rates()}weights: {table: w.tsv, unit: yuan}`, rows)).toThrow(
      'price.rates.tertiary.employee cannot stand beside weights.unit: yuan',
    );
  });

  it('a group without a weight: no price, its bill by item, or the weight of a second table', () => {
    const rows = [{ ...stay, group: 2 }, stay];
    const fallback = (text: string) => rates(`weights: {table: w.tsv, fallback: ${text}}`);
    expect(paid(fallback('none'), rows)).toEqual(['unpriced no_weight 0.00 9500.00', 'normal 10000.00 10000.00']);
    expect(paid(fallback('ffs'), rows)).toEqual(['ffs no_weight 0.00 9500.00', 'normal 10000.00 10000.00']);
    // 10,000 × 0.5; AB11 keeps the weight of the first table
    expect(paid(fallback('second.tsv'), rows, { second: 'drg\tweight\nAB10\t0.5\nAB11\t7\n' })).toEqual([
      'normal 5000.00 5000.00',
      'normal 10000.00 10000.00',
    ]);
  });

  it('a second table states the unit of the first, or is refused', () => {
    const rows = [{ ...stay, group: 2 }, stay];
    const points = byPoints('weights: {table: w.tsv, fallback: second.tsv, unit: point}');
    const table = 'drg\tpoint\nAB11\t100\n';
    // 100 × 80; the second table says 50 points: 4,000
    expect(paid(points, rows, { table, second: 'drg\tpoint\tweight\nAB10\t50\t0.5\n' })).toEqual([
      'normal 4000.00 4000.00',
      'normal 8000.00 8000.00',
    ]);
    // 0.5 is a weight, and not half a point of 40.00 yuan
    const weighed = () => paid(points, rows, { table, second: 'drg\tweight\nAB10\t0.5\n' });
    expect(weighed).toThrow('second.tsv:1: has no column "point"');
    // a first table that calls its points weight says the same of the second
    expect(paid(points, rows, { table: 'drg\tweight\nAB11\t100\n', second: 'drg\tweight\nAB10\t50\n' })).toEqual([
      'normal 4000.00 4000.00',
      'normal 8000.00 8000.00',
    ]);
    const standards =
      'price: {source: shape, region_mean_cost: {value: "10000", unit: CNY}}\npayment_method: drg_rate\nweights: {table: w.tsv, unit: yuan, fallback: second.tsv}\n';
    const yuanTable = 'drg\tyuan\nAB11\t9000\n';
    expect(() => paid(standards, rows, { table: yuanTable, second: 'drg\tweight\nAB10\t0.5\n' })).toThrow(
      'second.tsv has no column "yuan"',
    );
    expect(paid(standards, rows, { table: yuanTable, second: 'drg\tyuan\nAB10\t4500\n' })).toEqual([
      'normal 4500.00 4500.00',
      'normal 9000.00 9000.00',
    ]);
  });

  it('a flag may stand in either table; what the first marks stays marked', () => {
    const flagged = rates(
      'hospital_coefficient: {from: level, source: shape, values: {unit: ratio, tertiary: "1.2", secondary: "1"}}\nprimary_care_groups: {flag: 基层, mode: coefficient, value: {value: "1", unit: ratio, source: shape}}\nweights: {table: w.tsv, fallback: second.tsv}',
    );
    const [first, second] = ['drg\tweight\tflag\nAB10\t\t基层\nAB11\t1\t\n', 'drg\tweight\tflag\nAB10\t0.5\t中医\n'];
    // 10,000 × 0.5 × 1; 10,000 × 1 × 1.2
    expect(paid(flagged, [{ ...stay, group: 2 }, stay], { table: first, second })).toEqual([
      'normal 5000.00 5000.00',
      'normal 12000.00 12000.00',
    ]);
    const tables = [readWeights(first, 'weights.tsv'), readWeights(second, 'second.tsv')] as const;
    const asks = (flag: string) => policyOf(flagged.replace('flag: 基层', `flag: ${flag}`));
    expect(() => refuseUnknownFlags(asks('中医'), tables[0])).toThrow('weights.tsv marks no group "中医" in its column flag');
    expect(() => refuseUnknownFlags(asks('中医'), ...tables)).not.toThrow();
    expect(() => refuseUnknownFlags(asks('中药'), ...tables)).toThrow(
      'weights.tsv and second.tsv mark no group "中药" in their column flag',
    );
  });
});

describe('modifiers multiply the standard that is paid', () => {
  const modified = (text: string, more = low) => rates(`modifiers: {source: shape, ${text}}${more}`);
  const child = (age: number, factor: string) => `child: {max_age: ${age}, factor: {value: "${factor}", unit: ratio}}`;

  // Jiyuan: under 17 × 1.1
  it('children up to the age, an age in days too, never one whose age nobody knows', () => {
    expect(
      paid(modified(child(16, '1.1')), [{ ...stay, age: 16 }, { ...stay, age: 17 }, { ...stay, age_days: 20 }, { ...stay, age: 0 }, stay]),
    ).toEqual([
      'normal 11000.00 11000.00',
      'normal 10000.00 10000.00',
      'normal 11000.00 11000.00',
      'normal 11000.00 11000.00',
      'normal 10000.00 10000.00',
    ]);
  });

  // the low line is 0.5 × 10,000 whoever the patient is; cost is paid as it is
  it('the band is drawn without them, and what goes by cost is not multiplied', () => {
    const rows = ['4999.99', '5000'].map(total => ({ ...stay, total, age: 3 }));
    expect(paid(modified(child(5, '1.03')), rows)).toEqual(['low 10300.00 4999.99', 'normal 10300.00 10300.00']);
  });

  // Suzhou: × 1.02 for its groups; day surgery × 0.9; both 10,000 × 1.02 × 0.9 × 1.1 = 10,098
  it('TCM groups, day surgery, and all at once', () => {
    const all = `${child(16, '1.1')}, tcm_factor: {value: "1.02", unit: ratio}, tcm_groups: {list: [AB11]}, day_surgery_ratio: {value: "0.9", unit: ratio}`;
    expect(
      paid(modified(all), [
        { ...stay, age: 40 },
        { ...stay, group: 4, age: 40 },
        { ...stay, group: 4, age: 40, day_surgery: '1' },
        { ...stay, group: 4, age: 40, day_surgery: '0' },
        { ...stay, age: 4, day_surgery: '1' },
      ]),
    ).toEqual([
      'normal 10200.00 10200.00',
      'normal 9600.00 9600.00',
      'normal 8640.00 8640.00',
      'normal 9600.00 9600.00',
      'normal 10098.00 10098.00',
    ]);
    expect(workingOf(modified(all), { ...stay, age: 4, day_surgery: '1' })).toBe(
      '10000 × 1 × 1 × 1.1 [modifiers.child] × 1.02 [modifiers.tcm_factor] × 0.9 [modifiers.day_surgery_ratio] | test.yaml:16 weights.tsv:5 test.yaml:18',
    );
    expect(() => paid(modified('tcm_factor: {value: "1.02", unit: ratio}'), [stay])).toThrow('does not say modifiers.tcm_groups.list');
    expect(() => paid(modified('child: {max_age: 16}'), [stay])).toThrow('does not say modifiers.child.factor');
  });

  const high = (pay: string) => `
outliers: {source: shape, high: {tiers: {value: [{max_weight: null, cap: "2"}], unit: ratio}, pay: ${pay}}}
`;
  it.each([
    // S 11,000; 11,000 × (1 + 3 − 2)
    ['standard_times_1_plus', 'high 11000.00 22000.00'],
    // 11,000 + (3 − 2) × 10,000: the excess goes by cost
    ['standard_plus_excess', 'high 11000.00 21000.00'],
    ['standard_only', 'high 11000.00 11000.00'],
    // 30,000 − 10,000: the standard that cost is measured by
    ['cost_minus_standard', 'high 11000.00 20000.00'],
    ['actual_cost', 'high 11000.00 30000.00'],
  ])('a high stay by %s', (pay, expected) => {
    expect(paid(modified(child(16, '1.1'), high(pay)), [{ ...stay, total: '30000', age: 16 }])).toEqual([expected]);
  });
});

/** What is shipped settles and verifies; what a person wrote is told apart and held to the fen. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installedPolicies } from '../../src/app/installed-policies.ts';
import { payable } from '../../src/app/parts.ts';
import { openPolicy, shippedPolicies } from '../../src/app/policy.ts';
import { verifiedCases } from '../../src/app/verify-cases.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { givenLoad } from '../../src/payment/given-load.ts';
import { settle } from '../../src/payment/settle.ts';
import { bands } from '../../src/payment/settlement.ts';
import { givenStay } from '../../src/policy/given-stay.ts';

const installation = findInstallation(process.cwd());
const at = { file: 'test', line: 1 };

describe('the shipped policies', () => {
  const checked = installedPolicies(installation);

  it('reproduce every known answer: worked cases of eight regions, published prices of two', () => {
    const verified = checked.flatMap(({ file, check, wrong }) =>
      check.answers.length === 0 ? [] : [`${file.region} ${check.answers.length} ${wrong}`],
    );
    expect(verified.sort()).toEqual(
      [
        ...['武汉 3 0', '金华 3 0', '南昌 1 0', '杭州 1 0', '哈尔滨 1 0', '南宁 1 0', '庆阳 1 0', '成都 3 0'],
        // Linyi: 610 rows × 4 columns; Shanghai: 918 rows
        ...['临沂 2440 0', '上海 918 0'],
      ].sort(),
    );
  });

  // what pays by DRG, and by nothing else
  const byGroup = shippedPolicies(installation).filter(
    ({ leaves }) => String(leaves.get('payment_method')?.value).startsWith('drg_') && !leaves.has('mix'),
  );

  it('are all but the samples of other methods', () => expect(byGroup.length).toBeGreaterThanOrEqual(43));

  // 9 days, so that no rule about long or short stays applies; a group's number of 9,000 yuan where the table holds yuan
  it.each(byGroup.map(file => [file.id, file] as const))('%s prices a stay of the sample kind', (_, file) => {
    const { policy } = payable(installation, file);
    const weight = file.leaves.get('weights.unit')?.value === 'yuan' ? '9000' : '1';
    const [insured, level] = [['310', '390'] as const, String(policy.level)];
    for (const insurance of insured) {
      const given = givenStay({ insurance, level, weight, cost: '9000.00', patient: '3000.00', days: 9, discharge_way: '1' }, at);
      const load = givenLoad([given], policy);
      const settlement = settle({ policy, ...load });
      expect(['normal', 'low', 'mid_low', 'high']).toContain(bands[settlement.band[0]!]);
      expect(settlement.standard[0]).toBeGreaterThan(0);
      // by the difference method receipts are the payment
      expect(settlement.fund[0]! + settlement.patient[0]!).toBe(settlement.payment[0]);
    }
  });

  it('know the level that the sample hospital has, but for two that have no rate of it', () => {
    const unknown = byGroup.filter(file => {
      const { policy } = payable(installation, file);
      const given = givenStay({ insurance: '310', level: 'tertiary', weight: '1', cost: '9000.00', days: 9 }, at);
      return bands[settle({ policy, ...givenLoad([given], policy) }).band[0]!] === 'unpriced';
    });
    expect(unknown.map(({ region }) => region).sort()).toEqual(['六安', '郴州']);
  });

  it('one is found by the name of its file, and an unknown one names the nearest', () => {
    expect(openPolicy(installation, 'linyi-2022-illustrative').region).toBe('临沂');
    expect(() => openPolicy(installation, 'linyi-2022')).toThrow('no policy "linyi-2022"');
  });
});

describe("a file of cases of a person's own", () => {
  const folder = mkdtempSync(join(tmpdir(), 'casemix-cases-'));
  const file = (text: string) => {
    const path = join(folder, 'own.yaml');
    writeFileSync(path, text);
    return path;
  };
  const one = (rest: string) => `- name: a case
  policy: wuhan-2024-illustrative
  given: {insurance: "310", weight: "0.96", cost: "8000.00", patient: "2000.00"}
${rest}`;

  it('says what came out, and how, where it differs', () => {
    const path = file(one('  expect: {band: low, payment: "9818.88", fund: "7818.89"}\n'));
    const [answer] = verifiedCases(installation, path)!;
    expect(answer).toMatchObject({ at: { file: path, line: 1 }, name: 'a case', equal: false });
    expect(answer!.results.map(({ name, expected, got, equal }) => [name, expected, got, equal])).toEqual([
      ['band', 'low', 'normal', false],
      ['payment', '9818.88', '9818.88', true],
      ['fund', '7818.89', '7818.88', false],
    ]);
    expect(answer!.lines.map(({ part, amount }) => [part, amount])).toEqual([
      ['payment', 981_888],
      ['fund', 981_888],
      ['fund', -200_000],
    ]);
  });

  it('may change a parameter for one case: the rate 10,000 × 0.96', () => {
    const path = file(one('  change: {price.rates.tertiary.employee: "10000"}\n  expect: {payment: "9600.00"}\n'));
    expect(verifiedCases(installation, path)![0]!.equal).toBe(true);
  });

  it('is none when it is no list', () => {
    expect(verifiedCases(installation, 'data/policies/wuhan-2024-illustrative.yaml')).toBeUndefined();
  });

  it.each([
    [one('  expect: {paymnt: "1"}\n'), 'PARAMETER_INVALID', ':4: a result has no "paymnt"'],
    [one('  expects: {payment: "1"}\n'), 'CASES_INVALID', ':4: a case has no "expects"'],
    [one('  scenario: x\n  expect: {payment: "1"}\n'), 'CASES_INVALID', ':1: a case names a policy or a scenario, one of them'],
    [one(''), 'CASES_INVALID', ':1: expect is missing'],
    [
      one('  change: {price.rate.tertiary.employee: "1"}\n  expect: {payment: "1"}\n'),
      'PARAMETER_UNKNOWN',
      ':4: no parameter named "price.rate.tertiary.employee"',
    ],
    [
      one('  change: {price.rates.tertiary.employee: "0"}\n  expect: {payment: "1"}\n'),
      'PARAMETER_INVALID',
      ':4: price.rates.tertiary.employee is 0',
    ],
    [one('').replace('wuhan', 'wuhen') + '  expect: {payment: "1"}\n', 'POLICY_UNKNOWN', ':2: no policy "wuhen-2024-illustrative"'],
    ['- a\n', 'CASES_INVALID', ':1: a case is not a map of names'],
    [one('  expect: {payment: 1.5}\n'), 'PARAMETER_INVALID', ':4: the decimal 1.5 is not quoted'],
    [
      '- {name: a, scenario: scenarios/20-drg-2.0.yaml, given: {insurance: "310", weight: "1", cost: "1"}, expect: {payment: "1"}}\n',
      'CASES_INVALID',
      ':1: the price level of the scenario drg-2.0 depends on the data',
    ],
  ])('%#: %s', (text, code, message) => {
    const path = file(text);
    expect(() => verifiedCases(installation, path)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(`${path}${message}`) }),
    );
  });
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/cell-width.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-policy-'));
const run = (...words: string[]) => inProcess(['policy', ...words], { home: folder });
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('policy list', () => {
  it('fits a hundred columns, and says which policies nobody verified', async () => {
    for (const language of ['zh', 'en']) {
      const { status, out } = await run('list', '--lang', language);
      const lines = out.trimEnd().split('\n');
      expect(status).toBe(0);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(100);
      const cells = lines.map(line => line.split(/ {2,}/));
      const of = (id: string) => cells.find(([first]) => first === id)?.slice(1, 5);
      expect(of('linyi-2022-illustrative')).toEqual(['临沂', 'drg_rate', '2022-01-01', '2440/2440']);
      expect(of('beijing-2024-illustrative')).toEqual(['北京', 'drg_rate', '2024-01-01', language === 'zh' ? '未验证' : 'unverified']);
    }
  });
});

describe('policy verify', () => {
  it('says which of its tables were made from the stays they are to settle, as show does', async () => {
    const stamp = '# 自测，不可用于结算 (self-tested, not for settlement)\n';
    const [weights, means] = [
      written('tested.tsv', `${stamp}drg\tweight\nBR23\t0.96\n`),
      written('means.tsv', `${stamp}drg\tmean_cost\nBR23\t9600\n`),
    ];
    const shipped = readFileSync('data/policies/suzhou-2025-illustrative.yaml', 'utf8');
    const own = written('tested.yaml', `${shipped.replace('data/weights/reference-2.0.tsv', weights)}\nbenchmark: {table: ${means}}\n`);
    const said = [weights, means].map(file => `self-tested, not for settlement: ${file} was made from the stays it is to settle`);
    const told = (out: string) =>
      out
        .split('\n')
        .filter(line => line.includes('self-tested'))
        .map(line => line.trim());
    const [verified, shown, clean] = [
      await run('verify', own, '--lang', 'en'),
      await run('show', own, '--lang', 'en'),
      await run('show', 'suzhou-2025-illustrative', '--lang', 'en'),
    ];
    expect([told(verified.out), told(shown.out), told(clean.out)]).toEqual([said, said, []]);
  });

  it('counts the answers of all, and names those without', async () => {
    const { status, out } = await run('verify', '--lang', 'en');
    expect(status).toBe(0);
    expect(out).toContain('wuhan-2024-illustrative  known answers: 3, as expected: 3');
    // eight regions with worked cases, Linyi and Shanghai with prices: 3 + 3 + 3 + 5 × 1 + 2,440 + 918
    expect(out).toMatch(/^\d+ policies, known answers: 3372, as expected: 3372; \d+ unverified, without known answers:$/m);
    expect(out).toContain('\n  beijing-2024-illustrative\n');
  });

  it('one without answers is verified by nobody', async () => {
    const { status, out } = await run('verify', 'suzhou-2025-illustrative', '--lang', 'en');
    expect([status, out]).toEqual([0, 'suzhou-2025-illustrative  unverified  weight table: 628 of 654 groups have a weight\n']);
  });

  it('a case that differs says where it stands, what was expected, what came out and how, and ends with 4', async () => {
    const path = written(
      'own.yaml',
      `- name: 测试
  policy: wuhan-2024-illustrative
  given: {insurance: "310", level: 三级, weight: "0.96", cost: "8000.00"}
  expect: {band: normal, payment: "9818.89"}
`,
    );
    const { status, out, code } = await run('verify', path, '--lang', 'en');
    expect([status, code]).toEqual([4, 'VERIFY_FAILED']);
    const lines = out.split('\n');
    expect(lines[0]).toBe(`${path}  known answers: 1, as expected: 0`);
    expect(lines[1]).toBe(`  ${path}:1  测试`);
    expect(lines[2]).toBe('    payment  expected 9818.89  got 9818.88');
    expect(lines[3]).toMatch(/9818\.88 = 10228 × 0\.96.*data\/policies\/wuhan-2024-illustrative\.yaml:31/);
  });

  it('shows the first differences of many', async () => {
    const answers = Array.from(
      { length: 7 },
      (_, i) =>
        `- {name: case ${i}, policy: wuhan-2024-illustrative, given: {insurance: "310", weight: "1", cost: "9000"}, expect: {payment: "${i}"}}`,
    );
    const { out } = await run('verify', written('many.yaml', `${answers.join('\n')}\n`), '--lang', 'en');
    expect(out.match(/^ {4}payment {2}expected/gm)?.length).toBe(5);
    expect(out).toContain('  2 more differ\n');
  });

  it('the cases that come with the program agree', async () => {
    for (const file of ['regions', 'fund-share', 'other-methods', 'payment-drg']) {
      expect((await run('verify', `test/cases/${file}.yaml`, '--lang', 'en')).status).toBe(0);
    }
  });
});

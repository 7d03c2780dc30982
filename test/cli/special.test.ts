/** `special`: the work list and the sheets, as a person in the insurance office gets them. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../report/conforms.ts';
import { inProcess } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-special-'));
const home = join(folder, 'home');
mkdirSync(home);

// ER15: 1.6077 × 10,228 = 16,443.5556; high from 3 × that, 49,330.67. Twenty stays, 0.05 of them: one
const policy = join(folder, 'city.yaml');
writeFileSync(
  policy,
  `${readFileSync('data/policies/wuhan-2024-illustrative.yaml', 'utf8').replace(/\nknown_answers:[\s\S]*/, '\n')}
special_case:
  source: shape
  quota: {value: "0.05", unit: share-of-stays}
  outcome: uplift
  uplift: {value: "1.3", unit: ratio}
  candidates:
    - {id: over_cap, title: 超过高倍率上限, over_cap: true}
    - {id: long_stay, title: 住院超过 60 天, when: {days_gt: 60}}
`,
);
const stays = join(folder, 'stays.csv');
const row = (n: number, total: string, days: number) =>
  [
    `ZY-${n}`,
    '测试张三',
    '110101199001011234',
    'H1',
    'tertiary',
    '310',
    '1',
    '66',
    String(days),
    '呼吸科',
    'C34.900x006',
    '87.4101',
    total,
  ].join(',');
writeFileSync(
  stays,
  `${[
    '病案号,姓名,身份证号,hospital,hospital_level,insurance,sex,age,days,department,dx,px,total',
    row(1, '20000.00', 75),
    row(2, '60000.00', 20),
    ...Array.from({ length: 18 }, (_, i) => row(i + 3, '15000.00', 8)),
  ].join('\n')}\n`,
);
const run = (...words: string[]) => inProcess(['special', stays, '--policy', policy, ...words], { home });

// all discharged on 2024-12-31 of place 999999; in force from 2025-01-01 for 330100
const early = join(folder, 'early.csv');
writeFileSync(
  early,
  `${readFileSync(stays, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, i) => `${line},${i === 0 ? 'discharged,insured_region' : '2024-12-31,999999'}`)
    .join('\n')}\n`,
);
const later = join(folder, 'later.yaml');
writeFileSync(
  later,
  `${readFileSync(policy, 'utf8').replace(/effective: *\{[^}]*\}|effective:\n +from:.*/, 'effective: {from: "2025-01-01"}')}insured_places: ["330100"]\n`,
);

describe('one policy for all', () => {
  it('pays every stay, and says of how many it is not the policy', async () => {
    for (const command of ['settle', 'special']) {
      const { status, err } = await inProcess([command, early, '--policy', later], { home });
      expect([status, err.match(/\d+ 例[^\n]*(?:effective\.from|insured_places)/g)]).toEqual([
        0,
        ['20 例在政策生效（effective.from', '20 例的参保地不在政策的 insured_places'],
      ]);
    }
    const { err } = await inProcess(['settle', stays, '--policy', policy, '--lang', 'en'], { home });
    expect(err).not.toContain('effective.from');
  });
});

describe('special', () => {
  it('lists candidates by C − S with reason, rank and whether the quota holds them', async () => {
    const { status, out } = await run('--format', 'csv');
    expect(status).toBe(0);
    const [head, ...lines] = out.trimEnd().split('\r\n');
    expect(head).toBe(
      'id,stay,hospital,department,drg,name,weight,days,ratio,cost,exempt,standard,excess,payment,outcome,approved,gain,reasons,rank,quota,discharges,status',
    );
    // 60,000 ÷ 16,443.5556 = 3.64885; × 1.3 = 21,376.6223; 20,000 ÷ 16,443.5556 = 1.21628
    expect(lines).toEqual([
      'ZY-2,S0000002,H1,呼吸科,ER15,呼吸系统肿瘤，不伴严重合并症或并发症,1.6077,20,3.6488,60000.00,0.00,16443.56,43556.44,16443.56,uplift,21376.62,4933.06,超过高倍率上限: R 3.6488 (60000.00 ≥ 49330.67),1,1,20,inside',
      'ZY-1,S0000001,H1,呼吸科,ER15,呼吸系统肿瘤，不伴严重合并症或并发症,1.6077,75,1.2163,20000.00,0.00,16443.56,3556.44,16443.56,uplift,21376.62,4933.06,住院超过 60 天: days 75 > 60,2,1,20,over_quota',
    ]);
  });

  it('says the same as text and as JSON', async () => {
    const { out } = await run();
    expect(out.split('\n')[0]).toBe('wuhan-2024-illustrative：符合特例单议条件 2 例');
    expect(out).toMatch(/H1 +20 +1 +2 +1 +1 +\+4,933\.06/);
    const english = await run('--lang', 'en');
    expect(english.out.split('\n')[0]).toBe('wuhan-2024-illustrative: 2 candidates for special case review');
    const json = await run('--format', 'json');
    expect(mistakes(JSON.parse(json.out), 'special')).toEqual([]);
    expect(JSON.parse(json.out).rows.map((one: { status: string }) => one.status)).toEqual(['inside', 'over_quota']);
  });

  it('writes a sheet for each case within the quota, without a name or number of the patient, and replaces none unasked', async () => {
    const sheets = join(folder, 'sheets');
    expect((await run('--sheets', sheets)).status).toBe(0);
    expect(readdirSync(sheets)).toEqual(['S0000002.md']);
    const sheet = readFileSync(join(sheets, 'S0000002.md'), 'utf8');
    expect(sheet.split('\n')[0]).toBe('# 特例单议申请表');
    expect(sheet).toContain('| 申请支付：提高支付标准 × 1.3 | 21376.62 |');
    expect(sheet).toContain('| 诊断编码（首位为主要诊断） | C34.900x006 |');
    for (const secret of ['张三', '110101199001011234', 'ZY-2']) expect(sheet).not.toContain(secret);
    expect(await run('--sheets', sheets)).toMatchObject({ status: 2, code: 'OUTPUT_EXISTS', out: '' });
    expect((await run('--sheets', sheets, '--force')).status).toBe(0);
    expect((await run('--sheets', join(folder, 'en'), '--lang', 'en')).status).toBe(0);
    expect(readFileSync(join(folder, 'en', 'S0000002.md'), 'utf8')).toContain('| Applied for: a raised standard × 1.3 | 21376.62 |');
  });

  it('settles the approved case so', async () => {
    const { out } = await inProcess(['settle', stays, '--policy', policy], { home });
    expect(out.split('\r\n').slice(1, 4)).toEqual(
      [
        'ZY-1,ER15,1.6077,16443.56,1.2163,normal,16443.56,,,,,payment_method',
        'ZY-2,ER15,1.6077,16443.56,3.6488,special,21376.62,,,,,special_case.outcome',
        'ZY-3,ER15,1.6077,16443.56,0.9122,normal,16443.56,,,,,payment_method',
      ].map(line => expect.stringMatching(new RegExp(`^${line.replace(/,[^,]*$/, ',').replaceAll('.', '\\.')}`))),
    );
  });

  it('a policy without the rule is refused before anything is read', async () => {
    const ran = await inProcess(['special', 'no-such-file.csv', '--policy', 'wuhan-2024-illustrative'], { home });
    expect(ran).toMatchObject({ status: 3, code: 'POLICY_INVALID', out: '' });
  });
});

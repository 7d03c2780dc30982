import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { Language } from '../../../src/language.ts';
import { plainSession } from '../../../src/ui/plain/session.ts';
import { desk } from '../desk-fixture.ts';
import { closedOffice } from '../frame.tsx';

type Told = { readonly out: string; readonly err: string; readonly status: number };

async function session(
  lines: readonly string[],
  { language = 'zh', prompts = false }: { language?: Language; prompts?: boolean } = {},
): Promise<Told> {
  let out = '';
  let err = '';
  const status = await plainSession({
    office: closedOffice,
    order: { data: undefined, comparison: '', edits: [] },
    desk,
    language,
    ascii: false,
    input: Readable.from([lines.map(line => `${line}\n`).join('')]),
    prompts,
    out: text => {
      out += text;
    },
    err: text => {
      err += text;
    },
  });
  return { out, err, status };
}

/** What the lines after the first view are answered with. */
const answered = async (lines: readonly string[]): Promise<readonly string[]> => {
  const [before, after] = [await session([]), await session(lines)];
  return after.out.slice(before.out.length).trimEnd().split('\n');
};

describe('the workbench line by line', () => {
  it('tells where one is, the answer, the figures and the table, every figure by name', async () => {
    const { out, status } = await session([]);
    const lines = out.trimEnd().split('\n');
    expect([status, lines.slice(0, 5), lines.slice(-6)]).toEqual([
      0,
      [
        'casemix 示范医院（合成） 2025-01..02 · 8 例 · DRG 2.0 · wuhan（示例）',
        '总览',
        '改为「DRG 2.0」，比「按项目」全院差额 −3.01 万元（占医疗费总额 −20.1%，按收费口径）；减少最多的是消化内科 −2.00 万元。',
        '出院人次 8',
        '医疗费总额 14.94 万',
      ],
      [
        '科室差额（万元）（示例） · DRG 2.0',
        '#1 消化内科；病例 2；总费用 4.15；差额 −2.00；占费用 −48.2%',
        '#2 骨科；病例 3；总费用 6.63；差额 −1.01；占费用 −15.2%',
        '#3 心内科；病例 3；总费用 4.16；差额 0.00；占费用 0.0%',
        '第 1–3 行，共 3 行',
        '逐行输入命令，help 列出全部，more 看下面的行，quit 退出。',
      ],
    ]);
  });

  it('takes the steps of the screen: filter, open a row, why, back', async () => {
    const ways = async (...steps: readonly string[]) => (await answered(steps)).filter(line => /^(病例|病组|总览)/.test(line));
    expect(await ways('go stays', 'filter 骨', 'open #3', 'back')).toEqual(['病例', '病例', '病例 › S0000003', '病例']);
    const filtered = await answered(['go stays', 'filter 骨']);
    expect(
      filtered
        .filter(line => /^(#|筛选)/.test(line))
        .map(line => line.split('；')[0])
        .slice(-4),
    ).toEqual(['筛选 骨', '#1 S0000001', '#2 S0000002', '#3 S0000003']);
  });

  it('tells no view that did not change', async () => {
    expect(await answered(['theme=light', '', '# a remark'])).toEqual(['']);
  });

  it('helps with keys and verbs, in the language asked for', async () => {
    const { out } = await session(['language en', 'help', 'quit', 'go stays'], { language: 'zh' });
    expect([/^ Commands \(typed after :\)$/m.test(out), out.includes('principal')]).toEqual([true, false]);
  });

  it('goes on after a mistake, and says it apart from the results', async () => {
    const { err, out, status } = await session(['foo', 'go nowhere', 'go groups']);
    expect([status, err.split('\n').map(line => line.split('；')[0]), out.includes('\n病组\n')]).toEqual([
      0,
      ['! 没有“foo”这个命令', '! go 不能用“nowhere”', ''],
      true,
    ]);
  });

  it('prompts a person only', async () => {
    expect([
      (await session(['quit'], { prompts: true })).out.endsWith('casemix> '),
      (await session(['quit'])).out.includes('casemix>'),
    ]).toEqual([true, false]);
  });

  it('has no escape sequence and no control character', async () => {
    const { out, err } = await session(['go stays', 'open #1', 'help', 'go scenarios', 'foo']);
    expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(out + err)).toBe(false);
  });

  it('ends with the mistake of a first load that fails, and with a bug of a step', async () => {
    const base = { order: { data: undefined, comparison: '', edits: [] }, language: 'zh', ascii: false, prompts: false } as const;
    const failing = new UserError('FILE_NOT_FOUND', { zh: '没有', en: 'none' }, { hint: { zh: '', en: '' } });
    const quiet = { out: () => {}, err: () => {} };
    const office = { ...closedOffice, open: () => ({ done: Promise.reject(failing), cancel: () => {} }) };
    await expect(plainSession({ ...base, ...quiet, office, input: Readable.from(['']) })).rejects.toBe(failing);
    // the fixture's office opens nothing: that is a bug of the test's own making
    await expect(plainSession({ ...base, ...quiet, office: closedOffice, desk, input: Readable.from(['load x.csv\n']) })).rejects.toThrow(
      'the test opens nothing',
    );
  });
});

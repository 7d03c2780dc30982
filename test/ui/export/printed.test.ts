import { describe, expect, it } from 'vitest';
import { type Format, printed } from '../../../src/ui/export/printed.ts';
import { mistakes } from '../../report/conforms.ts';
import { open } from '../frame.tsx';

const text = (keys: string, format: Format, language: 'zh' | 'en' = 'zh') =>
  [...printed(open({ keys, language }).getState(), format)].join('');

describe('exactly the view on the screen', () => {
  it('as CSV: the rows kept, in their order, exact figures, a mark for spreadsheets where asked', () => {
    // 骨科 by cost from the largest: 52,310.00, 9,800.00, 4,200.00
    const [head, ...rows] = text('2/骨科\rlllllls', 'csv').split('\r\n');
    expect([...printed(open({ keys: '2' }).getState(), 'csv', { mark: true })][0]).toBe('\uFEFF');
    expect(head?.startsWith('病例号,性别,年龄,科室,医生,天数,总费用（元）,病组,权重,支付标准（元）,倍率,类型,支付额（元）,主要诊断,')).toBe(
      true,
    );
    expect(rows.map(row => row.split(',').slice(0, 8).join(' '))).toEqual([
      'S0000001 女 78 骨科 D001 12 52310.00 IC29',
      'S0000002 男 45 骨科 D001 6 9800.00 IR29',
      'S0000003 男 33 骨科 D002 4 4200.00 IR29',
      '',
    ]);
  });

  it('as JSON: where it comes from, and rows under English keys', () => {
    const document = JSON.parse(text('2/骨科\rlllllls', 'json'));
    // the fixture's hashes are no sha256; the documents of the command line are checked whole
    const hash = 'ab'.repeat(32);
    const hashed = { ...document, scenarios: document.scenarios.map((scenario: object) => ({ ...scenario, hash })) };
    expect(mistakes(hashed, 'view')).toEqual([]);
    expect(document).toMatchObject({
      view: ['go=stays', 'filter=骨科', 'sort=-total'],
      count: 3,
      scenario: 'drg20',
      synthetic: true,
      edited: [],
    });
    expect(document.rows[0]).toMatchObject({ stay: 'S0000001', total: '52310.00', drg: 'IC29', margin: '-14096.15' });
    // stay 8 has no price
    expect(JSON.parse(text('2G', 'json')).rows[7]).toMatchObject({ stay: 'S0000008', weight: null, standard: null, ratio: null });
  });

  it('as Markdown and text: with the origin below', () => {
    expect(text('2/骨科\r', 'md')).toContain('| S0000001 |');
    expect(text('2/骨科\r', 'md').trimEnd().split('\n').at(-1)).toMatch(/^数据 stays.csv \(sha256 abababababab\)/);
    expect(text('2', 'text', 'en').trimEnd().split('\n').at(-1)).toContain('data stays.csv (sha256 abababababab)');
  });

  it('says what money is counted in: 10k yuan as on the screen, exact yuan in a file', () => {
    // 骨科 costs 66,310.00 yuan
    expect(
      text('4', 'md')
        .split('\n')
        .find(line => line.includes('总费用')),
    ).toContain('总费用（万元）');
    expect(text('4', 'md')).toContain('| 6.63 |');
    expect(text('4', 'csv').split('\r\n')[0]).toContain('总费用（元）');
    expect(text('4', 'csv')).toContain('66310.00');
  });

  it('one stay and why is text, and no table', () => {
    expect(text('2\r', 'text')).toContain('怎样入组');
    expect(() => text('2\r', 'csv')).toThrow(expect.objectContaining({ code: 'VIEW_IS_TEXT' }));
  });
});

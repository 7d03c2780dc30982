import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/ui/place.ts';
import { partsWithin, rowsSheet } from '../../../src/ui/sheets/rows-sheet.ts';
import { speaker } from '../../../src/ui/words.ts';
import { desk } from '../desk-fixture.ts';
import { footerOf, shownOf } from './footer.ts';

const run = desk.runs[2]!;
const of = (department: string, by: Part, one = run) => {
  const asked = { within: [{ by: 'department' as const, key: department, label: department }], by };
  return rowsSheet(partsWithin(desk, one, asked), asked, speaker('zh'));
};

describe('the parts of a department', () => {
  it('show what the reform changed in each group, the largest loss first', () => {
    // IC29: 38,213.85 - 52,310.00; IR29: (9,000 - 9,800) + (9,000 - 4,200)
    expect(shownOf(of('骨科', 'group'), 'change')).toEqual([
      ['IC29', '−1.41'],
      ['IR29', '+0.40'],
    ]);
    expect(shownOf(of('消化内科', 'group'), 'label')).toEqual([
      ['GD29', 'GD29 胆囊切除手术'],
      ['unpriced', '未定价'],
    ]);
  });

  it('are the same stays by doctor and by month', () => {
    // D001 has stays 1 and 2: -14,096.15 - 800.00
    expect(shownOf(of('骨科', 'doctor'), 'change')).toEqual([
      ['D001', '−1.49'],
      ['D002', '+0.48'],
    ]);
    expect(shownOf(of('心内科', 'month'), 'margin')).toEqual([
      ['2025-01', '−0.10'],
      ['2025-02', '+0.10'],
    ]);
  });

  it('have no change in the baseline itself', () => {
    const sheet = of('骨科', 'group', desk.runs[0]);
    expect(sheet.columns.map(({ key }) => key)).toEqual(['label', 'stays', 'cost', 'cmi', 'high', 'low', 'margin']);
    expect(shownOf(sheet, 'label')).toEqual([['all', '不分组']]);
  });

  it('add up to the row of the department to the fen, in every scenario and along every part', () => {
    const parts = ['group', 'doctor', 'insurance', 'month', 'hospital'] as const;
    const sums = desk.runs.flatMap(one =>
      one.result.by.department.flatMap(({ key }) =>
        parts.map(part => {
          const sheet = of(key, part, one);
          return ['stays', 'cost', 'margin', ...(one === desk.runs[0] ? [] : ['change'])].map(name => footerOf(sheet, name));
        }),
      ),
    );
    const wanted = desk.runs.flatMap(one =>
      one.result.by.department.flatMap(({ key, stays, cost, margin }) => {
        const change = desk.comparison.changes.find(({ scenario }) => scenario === one.result.id);
        const changed = change?.by.department.find(row => row.key === key)?.margin;
        return parts.map(() => [stays, cost, margin, ...(changed === undefined ? [] : [changed])]);
      }),
    );
    expect(sums).toEqual(wanted);
  });
});

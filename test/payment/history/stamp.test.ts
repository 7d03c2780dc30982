import { expect, it } from 'vitest';
import { isSelfTest, stampLines, stampOf } from '../../../src/payment/history/stamp.ts';
import { readWeights } from '../../../src/payment/weights.ts';

const [a, b, c] = ['a', 'b', 'c'].map(letter => letter.repeat(64)) as [string, string, string];
const table = 'drg\tname\tweight\nAA19\t测试\t1.5\n';
const stamped = (selfTested: boolean): string =>
  stampLines(
    [
      { name: 'history 2024.csv', sha256: a },
      { name: '历史\n2025.csv', sha256: b },
    ],
    { selfTested, settings: ['trim=iqr'] },
  ) + table;

it('a table says what it was made from, and readWeights reads it with its lines', () => {
  expect(stamped(false).split('\n').slice(0, 4)).toEqual([
    `# calibrated-from sha256:${a} history 2024.csv`,
    `# calibrated-from sha256:${b} 历史 2025.csv`,
    '# trim=iqr',
    'drg\tname\tweight',
  ]);
  const read = readWeights(stamped(true), 'w.tsv');
  expect([read.stamp, read.weightOf('AA19')?.toFixed(), read.lineOf('AA19')]).toEqual([
    { selfTested: true, calibratedFrom: [a, b] },
    '1.5',
    6,
  ]);
  expect(() => readWeights(`${stamped(true)}AA19\t\t2\n`, 'w.tsv')).toThrow('w.tsv:7: AA19 is already on line 6');
  expect(readWeights(table, 'w.tsv').stamp).toEqual({ selfTested: false, calibratedFrom: [] });
});

it('settling a file that a table was made from is a self-test, and so is a table stamped so', () => {
  const stamp = stampOf(stamped(false));
  expect(
    [[a], [c], [c, b], []].map(files =>
      isSelfTest(
        stamp,
        files.map(sha256 => ({ sha256 })),
      ),
    ),
  ).toEqual([true, false, true, false]);
  expect(isSelfTest(stampOf(stamped(true)), [{ sha256: c }])).toBe(true);
  // the mark of UTF-8 and Windows line ends change nothing
  expect(stampOf(`\uFEFF${stamped(true).replaceAll('\n', '\r\n')}`)).toEqual(stampOf(stamped(true)));
});

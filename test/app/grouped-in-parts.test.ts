import { expect, it } from 'vitest';
import { type CodeLists, groupColumns } from '../../grouper/index.ts';
import { openCatalogue } from '../../src/app/catalogue.ts';
import { groupedInParts } from '../../src/app/grouped-in-parts.ts';
import { loadStays } from '../../src/app/load-stays.ts';
import { findInstallation } from '../../src/files/installation.ts';

const installation = findInstallation(process.cwd());
const compiled = openCatalogue(installation, 'chs-drg-2.0');
const { table } = await loadStays(installation, ['data/samples/hospital-2025.csv.gz']);
const first = (count: number) => {
  const codes = ({ offsets, ...lists }: CodeLists) => ({ ...lists, offsets: offsets.subarray(0, count + 1) });
  return { ...table, count, dx: codes(table.dx), px: codes(table.px) };
};

it.each([
  { count: 0, part: 3, told: [] },
  { count: 1, part: 3, told: [1] },
  { count: 8, part: 3, told: [3 / 8, 6 / 8, 1] },
  { count: 9, part: 3, told: [3 / 9, 6 / 9, 1] },
  { count: 9, part: 100, told: [1] },
])('$count rows, $part at a time, are grouped as the whole', ({ count, part, told }) => {
  const shares: number[] = [];
  const cases = first(count);
  expect(groupedInParts(compiled, cases, share => shares.push(share), part)).toEqual(groupColumns(compiled, cases));
  expect(shares).toEqual(told);
});

it('the sample, 777 rows at a time, is grouped as the whole', () => {
  expect(groupedInParts(compiled, table, () => {}, 777)).toEqual(groupColumns(compiled, table));
});

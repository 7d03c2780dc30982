/** What a budget expects to see again: the grouped stays of the last year of a history, by level of hospital, before any trimming. */
import { type WordColumn, wordAt } from '../../stay/stay-table.ts';
import { type History, NO_YEAR } from './history.ts';

/** By level ('' where the file has none) and group; where no stay has a date, all stays. */
export function lastYearCases(history: History, levels: WordColumn | undefined): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { count, group, groups, year } = history;
  let last = NO_YEAR;
  for (let row = 0; row < count; row++) last = Math.max(last, year[row]!);
  const found = new Map<string, Map<string, number>>();
  for (let row = 0; row < count; row++) {
    const { drg, status } = groups[group[row]!]!;
    if (year[row] !== last || status !== 'grouped') continue;
    const level = wordAt(levels, row);
    const cases = found.get(level) ?? new Map<string, number>();
    found.set(level, cases.set(drg, (cases.get(drg) ?? 0) + 1));
  }
  return found;
}

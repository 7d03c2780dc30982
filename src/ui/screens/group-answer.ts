/** 病组: which group loses most, and how much of all losses that is. */
import type { Desk, Run } from '../../app/desk.ts';
import type { GroupFigures } from '../../compare/group-figures.ts';
import { count, percent } from '../../report/format.ts';
import { shownChange } from '../../report/shown-money.ts';
import { groupFiguresOf } from '../sheets/figures.ts';
import type { Say } from '../words.ts';

export function groupAnswer(desk: Desk, run: Run, { say, scenario }: { readonly say: Say; readonly scenario: string }): string {
  if (!run.grouping) return say('groupsNone', { scenario });
  const groups = groupFiguresOf(desk, run);
  const [worst] = groups;
  if (!worst || Number.isNaN(run.result.totals.groupResult)) return say('groupsUnknown');
  const losing = groups.filter(({ result }) => result < 0);
  const told = { scenario, gain: count(groups.filter(({ result }) => result > 0).length) };
  if (losing.length === 0) return say('groupsNoLoss', told);
  const all = losing.reduce((sum, { result }) => sum + result, 0);
  return say('groupsAnswer', {
    ...told,
    group: groupTitle(worst),
    result: shownChange(worst.result),
    all: shownChange(all),
    share: percent(worst.result, all),
    lose: count(losing.length),
  });
}

export const groupTitle = ({ key, name }: Pick<GroupFigures, 'key' | 'name'>): string =>
  name === '' || name === key ? key : `${key} ${name}`;

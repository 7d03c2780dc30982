/** A listed disease that left its list: the main method pays the stay, and its lines name the exit reason that gave it back. */
import { placeText } from '../../policy/leaf.ts';
import type { ExitRule } from '../../policy/methods/exit-rules.ts';
import { allOf } from '../condition-test.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';
import { listedStays, NO_EXIT } from './listed-stays.ts';
import { NOT_LISTED } from './listing.ts';

/** The reason stands with the first line of the payment: `single_disease.exits.cost_high`. */
export function namingExit(lines: readonly Line[], within: Within | undefined): readonly Line[] {
  const exit = within?.stays.money.total && lines.length > 0 ? exitOf(within) : undefined;
  if (!exit) return lines;
  const first = lines.findIndex(({ part }) => part === 'payment');
  return lines.map((line, i) => (i === first ? named(line, exit) : line));
}

const named = (line: Line, { id, item }: ExitRule): Line => ({
  ...line,
  bound: [line.bound ?? '', `single_disease.exits.${id}`].filter(text => text !== '').join('; '),
  source: [line.source ?? '', placeText(item.at)].filter(text => text !== '').join(' '),
});

/** The rules of the mix in their order: the first that takes a stay, or gives it back, decides. */
function exitOf({ stays, row, part }: Within): ExitRule | undefined {
  const { policy, grouping, groups } = part;
  const grouped = grouping && groups ? { columns: grouping, groups } : undefined;
  for (const { when, policy: own } of policy.mix) {
    if (own.method !== 'single_disease' || !allOf(when, { stays, grouped })(row)) continue;
    const listed = listedStays(stays, part, own);
    const price = listed.priceOf(row);
    if (price === NOT_LISTED) continue;
    const exit = listed.exitOf(row, price);
    return exit === NO_EXIT ? undefined : own.exits[exit];
  }
  return undefined;
}

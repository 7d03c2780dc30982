/** A stay that a stay rule left to its bill, or that lacks what its rule asks for: the lines name the rule. */
import { placeText } from '../../policy/leaf.ts';
import type { Within } from '../explain.ts';
import type { Line } from '../settlement.ts';

export function leftByRule(lines: readonly Line[], within: Within | undefined): readonly Line[] {
  const n = within?.settlement.rule?.[within.row] ?? 0;
  if (!within || n === 0) return lines;
  const { policy } = within.part;
  const item = 'stayRules' in policy ? policy.stayRules[n - 1]?.item : undefined;
  return lines.map(line => ({ ...line, rule: `stay_rules[${n}]`, bound: '', source: item && placeText(item.at) }));
}

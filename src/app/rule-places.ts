/** The rule that decided about a stay and where its policy states it: `outliers.low.pay data/policies/wuhan.yaml:31`. */
import { type Band, NOBODY, type Price, type UnpricedReason } from '../payment/settlement.ts';
import { placeText } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';
import type { Decided } from '../report/result-rows.ts';

/** `policies` are those of the settlement. */
export function rulePlaces(policies: readonly Policy[]): (decided: Decided) => string {
  return decided => {
    const policy = policies[decided.by];
    if (decided.by === NOBODY || !policy) return decided.reason;
    const said = placedRule(policy, decided);
    const mixed = mixOf(policy, policies);
    return mixed === '' || said === '' ? said || mixed : `${mixed} ${said}`;
  };
}

function placedRule({ leaves, weightsTable, method }: Policy, { band, reason, rule, fallsBack, price }: Decided): string {
  const placed = (path: string): string | undefined => {
    const found = [...leaves].find(([name, { value }]) => value !== null && (name === path || name.startsWith(`${path}.`)));
    return found && `${path} ${placeText(found[1].at)}`;
  };
  if (band === 'unpriced') return reason === 'no_weight' ? `no_weight ${weightsTable ?? ''}`.trim() : reason;
  if ((band === 'rule' || band === 'ffs') && rule > 0) {
    const item = leaves.get('stay_rules')?.items?.[rule - 1];
    return item ? `stay_rules[${rule}] ${placeText(item.at)}` : (placed('stay_rules') ?? '');
  }
  if (method === 'dip' && (band === 'low' || band === 'high')) return placed(`dip.deviation.${band}`) ?? '';
  if (fallsBack) return placed('outliers.high.max_case_share') ?? '';
  const ofPrice = price === undefined ? [] : method === 'dip' ? pointValuePaths(price) : ratePaths(price);
  const paths = [...ofPrice, ...(pathsOf[band]?.(reason) ?? []), method];
  return paths.map(placed).find(text => text !== undefined) ?? placed('payment_method') ?? '';
}

/** A normal stay is paid by its rate, the one of its level and insurance or of its insurance alone. */
const ratePaths = ({ level, insurance }: Price): readonly string[] => [
  `price.rates.${level}.${insurance}`,
  `price.point_value.${insurance}`,
  `weights.columns.${level}.${insurance}`,
];

/** The value of a point: from the pool, from past years, or as stated. */
const pointValuePaths = ({ insurance }: Price): readonly string[] => [
  `dip.pool.${insurance}`,
  `dip.budget.${insurance}`,
  `price.point_value.${insurance}`,
];

const pathsOf: Readonly<Partial<Record<Band, (reason: UnpricedReason) => readonly string[]>>> = {
  low: () => ['outliers.low.pay'],
  mid_low: () => ['outliers.mid_low.pay'],
  high: () => ['outliers.high.pay'],
  ratio: reason => [
    reason === 'ambiguous' ? 'ungrouped.QY' : reason === 'no_history' ? 'group_flags.no_history_pay_ratio' : 'ungrouped.0000',
  ],
  at_cost: () => ['group_flags.unstable_pay'],
  special: () => ['special_case.outcome'],
  // a group without a weight that the policy pays by item
  ffs: reason => (reason === 'no_weight' ? ['weights.fallback'] : []),
};

/** The rule of the mix that gave the stay to this policy: `mix.psychiatric data/policies/city.yaml:70`. */
function mixOf(policy: Policy, policies: readonly Policy[]): string {
  const rule = policies.flatMap(({ mix }) => mix).find(one => one.policy === policy);
  return rule ? `mix.${rule.id} ${placeText(rule.item.at)}` : '';
}

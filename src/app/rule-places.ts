/** The rule behind a band and where the policy states it: `outliers.low.pay data/policies/wuhan.yaml:31`. */

import type { Price } from '../payment/settlement.ts';
import { placeText } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';

/** A normal stay is paid by its rate, the one of its level and insurance or of its insurance alone. */
const ratePaths = ({ level, insurance }: Price): readonly string[] => [
  `price.rates.${level}.${insurance}`,
  `price.point_value.${insurance}`,
];

const pathsOf: Readonly<Record<string, readonly string[]>> = {
  normal: ['payment_method'],
  low: ['outliers.low.pay'],
  mid_low: ['outliers.mid_low.pay'],
  high: ['outliers.high.pay'],
  ffs: ['payment_method'],
};

export function rulePlaces({ leaves, weightsTable }: Policy): (band: string, reason: string, price?: Price) => string {
  const placed = (path: string): string | undefined => {
    const found = [...leaves].find(([name]) => name === path || name.startsWith(`${path}.`));
    return found && `${path} ${placeText(found[1].at)}`;
  };
  return (band, reason, price) => {
    if (band === 'unpriced') return reason === 'no_weight' ? `no_weight ${weightsTable ?? ''}`.trim() : reason;
    if (band === 'ratio') return placed(reason === 'ambiguous' ? 'ungrouped.QY' : 'ungrouped.0000') ?? '';
    const paths = [...(price ? ratePaths(price) : []), ...(pathsOf[band] ?? [])];
    return paths.map(placed).find(text => text !== undefined) ?? '';
  };
}

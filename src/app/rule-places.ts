/** The rule behind a band and where the policy states it: `outliers.low.pay data/policies/wuhan.yaml:31`. */
import { placeText } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';

const pathsOf: Readonly<Record<string, readonly string[]>> = {
  normal: ['price.rates', 'price.point_value', 'payment_method'],
  low: ['outliers.low.pay'],
  mid_low: ['outliers.mid_low.pay'],
  high: ['outliers.high.pay'],
  ffs: ['payment_method'],
};

export function rulePlaces({ leaves, weightsTable }: Policy): (band: string, reason: string) => string {
  const placed = (path: string): string | undefined => {
    const found = [...leaves].find(([name]) => name === path || name.startsWith(`${path}.`));
    return found && `${path} ${placeText(found[1].at)}`;
  };
  return (band, reason) => {
    if (band === 'unpriced') return reason === 'no_weight' ? `no_weight ${weightsTable ?? ''}`.trim() : reason;
    const paths = band === 'ratio' ? [reason === 'ambiguous' ? 'ungrouped.QY' : 'ungrouped.0000'] : (pathsOf[band] ?? []);
    return paths.map(placed).find(text => text !== undefined) ?? '';
  };
}

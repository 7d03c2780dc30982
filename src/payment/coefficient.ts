/** k of a stay: of its level, its hospital or its group, or what 基层病种 forces it to; 1 where the policy has none. */
import { Decimal } from '../money.ts';
import { placeText } from '../policy/leaf.ts';
import type { DrgPolicy, Sourced } from '../policy/policy.ts';
import type { GroupTerms } from './group-terms.ts';
import { factor, primaryCareOf } from './money-of-weight.ts';
import type { PriceKey } from './price-keys.ts';
import type { Factor } from './settlement.ts';

export function coefficientFor(key: PriceKey, terms: GroupTerms, policy: DrgPolicy): Factor {
  const care = primaryCareOf(terms, key, policy);
  switch (care?.mode) {
    case 'coefficient':
      return stated(care.value, 'primary_care_groups');
    // one rate for everybody: a coefficient would tell hospitals apart again
    case 'fixed_rate':
      return factor(new Decimal(1), '', 'primary_care_groups');
    case 'use_level':
      return ownCoefficient({ ...key, level: care.level }, terms, policy);
    case 'rate_factor':
    case undefined:
      return ownCoefficient(key, terms, policy);
  }
}

function ownCoefficient({ level, hospital }: PriceKey, { coefficient }: GroupTerms, { coefficients }: DrgPolicy): Factor {
  switch (coefficients?.by) {
    case undefined:
      return factor(new Decimal(1), '');
    case 'level':
      return stated(coefficients.values.get(level)!);
    case 'hospital':
      return stated(coefficients.values.get(hospital!)!);
    case 'group_level': {
      const found = coefficient(level);
      // the reading of the table refuses a blank that the policy does not explain; a group paid at cost may have one
      if (!found) return coefficients.blank ? stated(coefficients.blank) : factor(new Decimal(1), '');
      return factor(found.value, found.at);
    }
  }
}

const stated = ({ value, leaf }: Sourced, note = ''): Factor => factor(value, placeText(leaf.at), note);

/** What must be known of the tables a settlement was paid by: made from the very stays that they price, or stays that experts look at first. */
import type { Text } from '../errors.ts';
import { isSelfTest as isDipSelfTest } from '../payment/dip/catalogue.ts';
import { openDipCatalogue } from '../payment/dip/open-catalogue.ts';
import { staysToReview } from '../payment/dip/reviews.ts';
import { isSelfTest, SELF_TESTED, stampOf } from '../payment/history/stamp.ts';
import type { OutsideForce } from '../payment/outside-force.ts';
import type { Part } from '../payment/part.ts';
import { partsByPolicy } from '../payment/routes.ts';
import type { Settlement } from '../payment/settlement.ts';
import type { StayTable } from '../stay/stay-table.ts';

/** `always`: a result that may not be used as it is is said to be so, however quiet a person asked the program to be. */
export type PartsNote = Text & { readonly always: boolean };

export function partsNotes(stays: StayTable, parts: readonly Part[], settlement: Settlement): readonly PartsNote[] {
  const tested = partsByPolicy(parts).flatMap(part => selfTestedBy(part, stays.files));
  const reviews = staysToReview(stays, settlement).length;
  return [
    ...[...new Set(tested)].map(table => ({
      zh: `${SELF_TESTED}：${table} 由正在结算的病例测算`,
      en: `self-tested, not for settlement: ${table} was made from the stays being settled`,
      always: true,
    })),
    ...(reviews === 0
      ? []
      : [
          {
            zh: `${reviews} 例费用超过极高费用线（dip.deviation.extreme），须专家评议；结果按政策的 extreme_pay 暂计`,
            en: `${reviews} stays lie beyond the extreme line (dip.deviation.extreme) and are to be reviewed; until then they are paid by extreme_pay`,
            always: false,
          },
        ]),
  ];
}

/** Names of the tables that a part is paid by and that were made from the files being settled. */
function selfTestedBy(part: Part, files: StayTable['files']): readonly string[] {
  const { policy, weights, readText } = part;
  if (policy.method === 'dip') return isDipSelfTest(openDipCatalogue(part, policy), files) ? [policy.folder] : [];
  if (!weights || !readText) return [];
  return isSelfTest(stampOf(readText(weights.file)), files) ? [weights.file] : [];
}

/** One policy pays every stay that it is given; which of them it was not written for is said. */
export function outsideNotes({ before, elsewhere }: OutsideForce): readonly PartsNote[] {
  return [
    ...(before === 0
      ? []
      : [
          {
            zh: `${before} 例在政策生效（effective.from）前出院，仍按这个政策计算`,
            en: `stays discharged before the policy came into force (effective.from): ${before}; they are paid by it all the same`,
            always: false,
          },
        ]),
    ...(elsewhere === 0
      ? []
      : [
          {
            zh: `${elsewhere} 例的参保地不在政策的 insured_places 中，仍按这个政策计算`,
            en: `stays of an insured place that the policy does not name (insured_places): ${elsewhere}; they are paid by it all the same`,
            always: false,
          },
        ]),
  ];
}

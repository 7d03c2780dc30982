/** The benefit of a stay as lines: what is in scope, then every payer with its sum written out and the line of the file that decided. */
import { type Fen, yuanText } from '../../money.ts';
import { type Leaf, placeText } from '../../policy/leaf.ts';
import type { Slice } from './bands.ts';
import type { Benefit } from './benefit.ts';
import { type BenefitPaid, type Charges, type Insured, rulesFor, type SoFar } from './pays.ts';

const benefitParts = ['in_scope', 'deductible', 'pool', 'beyond', 'aid', 'patient'] as const;
/** The lines of a part sum to it. */
export type BenefitLine = {
  readonly part: (typeof benefitParts)[number];
  readonly label: string;
  readonly amount: Fen;
  readonly working: string;
  readonly source: string | undefined;
  /** Nobody read the number in the region's own text. */
  readonly illustrative: boolean;
};

export function benefitLines(
  benefit: Benefit,
  insured: Insured,
  charges: Charges,
  soFar: SoFar,
  paid: BenefitPaid,
): readonly BenefitLine[] {
  const { plan, level, aid } = rulesFor(benefit, insured);
  const { cost, ownPay, overLimit, preSelfpay } = charges;
  const { inScope, deductible, slices, poolDue, pool, beyondSlices, beyondDue, beyond, aidDue, aid: helped } = paid;
  const taken = (part: BenefitLine['part'], label: string, amount: number, leaf?: Leaf) =>
    amount === 0 ? [] : [line({ part, label, amount: -amount, working: `− ${yuanText(amount)}`, leaf })];
  const capped = (part: BenefitLine['part'], due: number, got: number, leaf: Leaf | undefined) =>
    due === got ? [] : [line({ part, label: `${part}_over_cap`, amount: got - due, working: `${yuanText(got)} − ${yuanText(due)}`, leaf })];
  return [
    line({ part: 'in_scope', label: 'cost', amount: cost, working: yuanText(cost) }),
    ...taken('in_scope', 'own_pay', ownPay),
    ...taken('in_scope', 'over_limit', overLimit),
    ...taken('in_scope', 'pre_selfpay', preSelfpay),
    line({
      part: 'deductible',
      label: 'deductible',
      amount: deductible,
      working: level.deductibles.map(amount => amount.toFixed(2)).join(' / '),
      leaf: level.deductibleLeaf,
    }),
    line({
      part: 'pool',
      label: 'pool',
      amount: poolDue,
      working: slices.length === 1 ? `(${yuanText(inScope)} − ${yuanText(deductible)}) × ${slices[0]!.share.toFixed()}` : workingOf(slices),
      leaf: level.leaf,
    }),
    ...capped('pool', poolDue, pool, plan.cap.leaf),
    ...(plan.beyond && (beyondDue > 0 || soFar.beyond > 0)
      ? [line({ part: 'beyond', label: plan.beyond.fund, amount: beyondDue, working: workingOf(beyondSlices), leaf: plan.beyond.leaf })]
      : []),
    ...capped('beyond', beyondDue, beyond, plan.beyond?.cap?.leaf),
    ...(aid
      ? [
          line({
            part: 'aid',
            label: 'medical_aid',
            amount: aidDue,
            working: `(${yuanText(inScope)} − ${yuanText(pool)} − ${yuanText(beyond)}) × ${aid.share.value.toFixed()}`,
            leaf: aid.share.leaf,
          }),
        ]
      : []),
    ...capped('aid', aidDue, helped, aid?.cap?.leaf),
    line({ part: 'patient', label: 'cost', amount: cost, working: yuanText(cost) }),
    ...taken('patient', 'less_pool', pool),
    ...taken('patient', 'less_beyond', beyond),
    ...taken('patient', 'less_aid', helped),
    ...taken('patient', 'less_civil_servant', paid.civilServant),
    ...taken('patient', 'less_other_fund', paid.otherFund),
    ...taken('patient', 'less_hospital', paid.hospital),
  ];
}

const workingOf = (slices: readonly Slice[]): string =>
  slices.length === 0 ? '0' : slices.map(({ amount, share }) => `${amount.toFixed(2)} × ${share.toFixed()}`).join(' + ');

type Said = Pick<BenefitLine, 'part' | 'label' | 'working'> & { readonly amount: number; readonly leaf?: Leaf | undefined };
const line = ({ leaf, amount, ...said }: Said): BenefitLine => ({
  ...said,
  amount: (amount || 0) as Fen,
  source: leaf && placeText(leaf.at),
  illustrative: leaf?.source?.type === 'restated' || leaf?.source?.type === 'assumption',
});

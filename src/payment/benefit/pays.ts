/**
 * The benefit of one stay, section 9 of the payment reference: deductible, pool, 大病 or 大额, 医疗救助, then what other funds are said to pay;
 * the patient pays the rest. Exact in yuan, one rounding to the fen for each payer: cost = funds + patient + hospital.
 * Employee, tertiary, first admission: (27,300 − 600) × 0.92 = 24,564.00 of the pool.
 */
import { Decimal, type Fen, toFen, yuanOf } from '../../money.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import { type Slice, shareOfSlices, slicesBetween } from './bands.ts';
import type { Aid, Away, Benefit, Beyond, LevelPlan, Plan } from './benefit.ts';
import type { CarePlace } from './names.ts';

/** Who the patient is to the benefit, in the names of the file. */
export type Insured = {
  readonly insurance: string;
  readonly level: string;
  readonly retired: boolean;
  readonly place: CarePlace;
  /** Group of 医疗救助; undefined: none. */
  readonly aid: string | undefined;
};
/** Fen. cost = ownPay + overLimit + preSelfpay + what is in scope. */
export type Charges = {
  readonly cost: number;
  readonly ownPay: number;
  readonly overLimit: number;
  readonly preSelfpay: number;
  /** What these pay is known, not worked out: 公务员补助, other funds, 医院负担. */
  readonly civilServant: number;
  readonly otherFund: number;
  readonly hospital: number;
};
/** Of the patient's year, before the stay; fen. */
export type SoFar = {
  readonly admissions: number;
  readonly pool: number;
  /** In scope and not paid by the pool. */
  readonly outOfPocket: number;
  /** In scope beyond the cap of the pool. */
  readonly aboveCap: number;
  readonly beyond: number;
  readonly aid: number;
};
export const newYear: SoFar = { admissions: 0, pool: 0, outOfPocket: 0, aboveCap: 0, beyond: 0, aid: 0 };

export type BenefitPaid = {
  readonly inScope: Fen;
  readonly deductible: Fen;
  /** Every slice of the covered amount with the share it is paid at. */
  readonly slices: readonly Slice[];
  /** What the pool would pay without its cap. */
  readonly poolDue: Fen;
  readonly pool: Fen;
  readonly beyondSlices: readonly Slice[];
  readonly beyondDue: Fen;
  readonly beyond: Fen;
  readonly aidDue: Fen;
  readonly aid: Fen;
  readonly civilServant: Fen;
  readonly otherFund: Fen;
  readonly hospital: Fen;
  readonly patient: Fen;
  readonly after: SoFar;
};

export function benefitPays(benefit: Benefit, insured: Insured, charges: Charges, soFar: SoFar): BenefitPaid {
  const { plan, level, away, aid } = rulesFor(benefit, insured);
  const inScope = inScopeOf(charges);
  const deductible = fen(Math.min(inScope, toFen(deductibleOf(level, soFar.admissions))));
  const slices = slicesBetween(yuanOf(deductible), yuanOf(inScope), level.bands).map(({ amount, share }) => ({
    amount,
    share: shareFor(share, insured.retired, plan, away),
  }));
  const poolDue = toFen(shareOfSlices(slices));
  const poolLeft = Math.max(0, toFen(plan.cap.value) - soFar.pool);
  const pool = fen(Math.min(poolDue, poolLeft));
  const outOfPocket = inScope - pool;
  const aboveCap = poolDue > poolLeft ? toFen(leftUnpaid(slices, yuanOf(poolLeft))) : 0;
  const { slices: beyondSlices, due: beyondDue, paid: beyond } = beyondOf(plan.beyond, { outOfPocket, aboveCap }, soFar);
  const aidDue = aid ? toFen(aid.share.value.times(yuanOf(outOfPocket - beyond))) : fen(0);
  const aidPaid = fen(Math.min(aidDue, aid?.cap ? Math.max(0, toFen(aid.cap.value) - soFar.aid) : aidDue));
  const { civilServant, otherFund, hospital } = charges;
  const patient = charges.cost - pool - beyond - aidPaid - civilServant - otherFund - hospital;
  if (patient < 0) throw tooMuchGiven(-patient);
  return {
    ...{ inScope, deductible, slices, poolDue, pool, beyondSlices, beyondDue, beyond, aidDue, aid: aidPaid },
    ...{ civilServant: fen(civilServant), otherFund: fen(otherFund), hospital: fen(hospital), patient: fen(patient) },
    after: {
      admissions: soFar.admissions + 1,
      pool: soFar.pool + pool,
      outOfPocket: soFar.outOfPocket + outOfPocket,
      aboveCap: soFar.aboveCap + aboveCap,
      beyond: soFar.beyond + beyond,
      aid: soFar.aid + aidPaid,
    },
  };
}

export type Rules = { readonly plan: Plan; readonly level: LevelPlan; readonly away: Away; readonly aid: Aid | undefined };

/** What the file says for this patient; what it does not say is a mistake, never a share of nothing. */
export function rulesFor(benefit: Benefit, { insurance, level, place, aid }: Insured): Rules {
  const plan = benefit.plans.get(insurance);
  const atLevel = plan?.levels.get(level);
  if (!plan || !atLevel) throw unsaid(benefit, `pool.${insurance}.${level}`);
  const away = benefit.away[place];
  if (!away) throw unsaid(benefit, `away.${place}`);
  const helped = aid === undefined ? undefined : benefit.aid.get(aid);
  if (aid !== undefined && !helped) throw unsaid(benefit, `aid.${aid}`);
  return { plan, level: atLevel, away, aid: helped };
}

function unsaid({ file, id }: Benefit, path: string) {
  return mistake(
    'PARAMETER_UNKNOWN',
    { file, line: 1 },
    both(`${id} 没有写 ${path}`, `${id} does not say ${path}`),
    both('在待遇文件里补上，或换一个险种、级别、就医地。', 'Add it to the benefit file, or choose another insurance, level or place.'),
  );
}

function inScopeOf({ cost, ownPay, overLimit, preSelfpay }: Charges): Fen {
  const inScope = cost - ownPay - overLimit - preSelfpay;
  if (inScope >= 0) return fen(inScope);
  throw mistake(
    'PARAMETER_INVALID',
    undefined,
    both('全自费、超限价与先行自付之和大于总费用', 'own-pay, over-limit and pre-selfpay together are more than the cost'),
    both('总费用 = 全自费 + 超限价 + 先行自付 + 政策范围内。', 'cost = own-pay + over-limit + pre-selfpay + in scope.'),
  );
}

const tooMuchGiven = (over: number) =>
  mistake(
    'PARAMETER_INVALID',
    undefined,
    both(`各方支付之和比总费用多 ${yuanOf(over).toFixed(2)} 元`, `what all pay is ${yuanOf(over).toFixed(2)} yuan more than the cost`),
    both('检查公务员补助、其他基金和医院负担。', 'Check what civil servants’ and other funds and the hospital pay.'),
  );

const deductibleOf = ({ deductibles }: LevelPlan, admissions: number): Decimal =>
  deductibles[Math.min(admissions, deductibles.length - 1)]!;

/** 0.92, retired + 0.02, referred − 0.10: 0.84; never below 0 or above 1. */
export function shareFor(share: Decimal, retired: boolean, { retiredBonus }: Plan, { times, less }: Away): Decimal {
  const own = retired && retiredBonus ? share.plus(retiredBonus.value) : share;
  return Decimal.max(0, Decimal.min(1, own.times(times).minus(less)));
}

/** Yuan that a payer with so much money left does not come to: 1,000 left at 0.9 reach 1,111.11 of 5,000. */
function leftUnpaid(slices: readonly Slice[], money: Decimal): Decimal {
  let left = money;
  let unpaid = new Decimal(0);
  for (const { amount, share } of slices) {
    const due = amount.times(share);
    if (due.lte(left)) left = left.minus(due);
    else {
      unpaid = unpaid.plus(amount).minus(left.div(share));
      left = new Decimal(0);
    }
  }
  return unpaid;
}

/** By the year: what is due of the whole year so far, less what was due before the stay. */
function beyondOf(
  beyond: Beyond | undefined,
  { outOfPocket, aboveCap }: Pick<SoFar, 'outOfPocket' | 'aboveCap'>,
  soFar: SoFar,
): { readonly slices: readonly Slice[]; readonly due: Fen; readonly paid: Fen } {
  if (!beyond) return { slices: [], due: fen(0), paid: fen(0) };
  const [before, now] = beyond.of === 'out_of_pocket' ? [soFar.outOfPocket, outOfPocket] : [soFar.aboveCap, aboveCap];
  const reached = (amount: number) => slicesBetween(beyond.from, yuanOf(amount), beyond.segments);
  const due = fen(toFen(shareOfSlices(reached(before + now))) - toFen(shareOfSlices(reached(before))));
  const left = beyond.cap ? Math.max(0, toFen(beyond.cap.value) - soFar.beyond) : due;
  const slices = slicesBetween(Decimal.max(beyond.from, yuanOf(before)), yuanOf(before + now), beyond.segments);
  return { slices, due, paid: fen(Math.min(due, left)) };
}

const fen = (amount: number): Fen => amount as Fen;

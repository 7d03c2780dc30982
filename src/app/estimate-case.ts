/** What one case typed in would be grouped to, paid and cost its patient: a load of one stay, settled like any other. */
import { type Case, columnsOf } from '../../grouper/index.ts';
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { type Fen, part } from '../money.ts';
import { type Benefit, nameIn } from '../payment/benefit/benefit.ts';
import { benefitLines } from '../payment/benefit/benefit-lines.ts';
import { benefitPays, type Charges, type Insured, type SoFar } from '../payment/benefit/pays.ts';
import { fundByBenefit } from '../payment/benefit/recalc-lines.ts';
import { billOf } from '../payment/bill.ts';
import { linesOf } from '../payment/explain.ts';
import { isPaid } from '../payment/fund-columns.ts';
import { partOfPatient } from '../payment/fund-lines.ts';
import { patientPays } from '../payment/fund-share.ts';
import { partsByPolicy } from '../payment/routes.ts';
import { settleParts } from '../payment/settle.ts';
import { type Band, bandIndex, bands, type Line, policyOf, unpricedReasons } from '../payment/settlement.ts';
import { isIllustrative } from '../payment/settlement-notes.ts';
import type { Leaves } from '../policy/leaf.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import type { Estimate, EstimatedBenefit } from '../report/estimate.ts';
import { MISSING, type MoneyField, type StayTable, type WordColumn, type WordField } from '../stay/stay-table.ts';
import { openBenefit } from './open-benefit.ts';
import { partsFor, payable } from './parts.ts';
import { openPolicy } from './policy.ts';

/** Words as the files of a hospital would have them; amounts in fen. */
export type EstimateOrder = {
  readonly one: Case;
  readonly policy: string;
  /** Id or file; not given: what the policy names. */
  readonly benefit: string | undefined;
  readonly catalogue: string | undefined;
  readonly insurance: string;
  /** Not given: the level of the policy. */
  readonly level: string | undefined;
  readonly hospital: string;
  readonly department: string;
  readonly dischargeWay: string;
  readonly days: number | undefined;
  readonly retired: boolean;
  readonly place: Insured['place'];
  readonly aid: string | undefined;
  readonly charges: Charges;
  /** By class of item, in place of `charges.preSelfpay`. */
  readonly classes: readonly { readonly name: string; readonly amount: number }[];
  readonly soFar: SoFar;
};

export function estimateCase(installation: Installation, order: EstimateOrder): Estimate {
  const file = withoutYear(openPolicy(installation, order.policy));
  const paying = payable(installation, file.policy);
  const named = order.benefit ?? file.benefit;
  const benefit = named === undefined ? undefined : openBenefit(installation, named);
  const paid = benefit && benefitOf(benefit, order, paying.policy);
  const stays = oneStay(order, paid);
  const { parts, partOf, catalogues } = partsFor(installation, [paying], { stays, catalogue: order.catalogue });
  const settlement = settleParts({ stays, parts, partOf });
  const policy = policyOf(settlement, 0);
  if (policy?.method === 'global_budget' || policy?.method === 'capitation') throw sharesPool(policy);
  const paidWith = partsByPolicy(parts)[settlement.by[0]!];
  const band = bands[settlement.band[0]!]!;
  const reason = unpricedReasons[settlement.reason[0]!]!;
  const price = settlement.prices[settlement.price[0]!];
  const within = paidWith && { stays, row: 0, settlement, part: paidWith };
  const explained = linesOf({ bill: billOf(stays, 0), band, reason, price, policy, within });
  const [payment, other] = [settlement.payment[0]!, settlement.other[0]!];
  const onBill = { fund: settlement.fund[0]!, patient: settlement.patient[0]!, lines: explained.lines };
  const payers = (paid && benefit && recalculated({ benefit, paid, policy, band }, { payment, other, ...onBill })) ?? onBill;
  const { grouping, groups } = paidWith ?? {};
  return {
    policy: { id: file.policy.id, title: file.policy.title, file: file.policy.file },
    catalogue: catalogues[0] ?? '',
    group: grouping && groups ? groups[grouping.group[0]!] : undefined,
    benefit: paid,
    paid: {
      ...{ title: file.policy.title, policy: file.policy.id, band, reason, ratio: explained.ratio },
      weight: price?.weight.toString() ?? '',
      cost: order.charges.cost,
      standard: price && !price.atCost ? settlement.standard[0]! : Number.NaN,
      ...{ payment, other, ...payers },
      margin: payers.fund + payers.patient + other - order.charges.cost,
    },
    illustrative: [file.policy.leaves, ...(benefit ? [benefit.leaves] : [])].some(hasIllustrative),
  };
}

type Payers = { readonly fund: number; readonly patient: number; readonly lines: readonly Line[] };

/** Under 待遇重算 the pool pays of the payment what it would of a bill of that size, in the year that was typed in. */
function recalculated(
  {
    benefit,
    paid: { insured, charges, soFar },
    policy,
    band,
  }: { readonly benefit: Benefit; readonly paid: EstimatedBenefit; readonly policy: Policy | undefined; readonly band: Band },
  { payment, patient, other, lines }: Payers & { readonly payment: number; readonly other: number },
): Payers | undefined {
  if (policy === undefined || policy.method === 'ffs' || policy.fund.method !== 'recalc' || isPaid[bandIndex[band]] === 0) return undefined;
  const fund = fundByBenefit(benefit, insured, { payment, ...charges }, soFar);
  const rest = patientPays(policy.fund.patient, payment, { fund: fund.pool, patient, other });
  const ofPatient = partOfPatient(payment, fund.pool, { other }, policy.fund);
  return { fund: fund.pool, patient: rest, lines: [...lines.filter(({ part: of }) => of === 'payment'), ...fund.lines, ...ofPatient] };
}

/** The year of the patient is typed in here, not found in a load: who pays a recalculation is worked out below, not while settling. */
function withoutYear(policy: PolicyFile): { readonly policy: PolicyFile; readonly benefit: string | undefined } {
  const leaves = new Map(policy.leaves);
  leaves.delete('benefit');
  return { policy: { ...policy, leaves }, benefit: (policy.leaves.get('benefit')?.value as string | null | undefined) ?? undefined };
}

const hasIllustrative = (leaves: Leaves): boolean =>
  [...leaves.values()].some(({ value, source }) => value !== null && isIllustrative(source?.type));

function benefitOf(benefit: Benefit, order: EstimateOrder, policy: Policy): EstimatedBenefit {
  const { insurance, retired, place, aid, charges: given, classes, soFar } = order;
  const preSelfpay = classes.reduce((sum, { name, amount }) => sum + selfpayOf(benefit, name, amount), given.preSelfpay);
  const charges = { ...given, preSelfpay };
  const insured: Insured = {
    insurance: nameIn(benefit.insurance, insurance, { zh: '险种', en: 'insurance' }),
    level: nameIn(benefit.levels, order.level ?? policy.level ?? '', { zh: '医院级别', en: 'hospital level' }),
    ...{ retired, place, aid },
  };
  const paid = benefitPays(benefit, insured, charges, soFar);
  return {
    ...{ id: benefit.id, title: benefit.title, file: benefit.file, insured, charges, soFar, paid },
    fundBeyond: benefit.plans.get(insured.insurance)?.beyond?.fund,
    lines: benefitLines(benefit, insured, charges, soFar, paid),
  };
}

function selfpayOf({ preSelfpay }: Benefit, name: string, amount: number): number {
  const known = nameIn(new Map([...preSelfpay.keys()].map(key => [key, key])), name, { zh: '先行自付类别', en: 'class of items' });
  return part(amount as Fen, preSelfpay.get(known)!.value);
}

/** The stay as a load of one: its words, its days, its bill as the benefit comes to it. */
function oneStay(order: EstimateOrder, benefit: EstimatedBenefit | undefined): StayTable {
  const { one, insurance, level, hospital, department, dischargeWay, days, charges } = order;
  const words: Partial<Record<WordField, WordColumn>> = {
    insurance: wordOf(insurance),
    hospital_level: wordOf(level ?? ''),
    hospital: wordOf(hospital),
    department: wordOf(department),
    discharge_way: wordOf(dischargeWay),
  };
  return {
    ...columnsOf([one]),
    words,
    days: Int32Array.of(days ?? MISSING),
    money: { total: Float64Array.of(charges.cost), ...(benefit ? moneyOf(benefit) : {}) },
    files: [],
    sourceFile: new Uint16Array(1),
    sourceRow: new Uint32Array(1),
  };
}

function moneyOf({ charges, paid, fundBeyond }: EstimatedBenefit): StayTable['money'] {
  const amounts: Partial<Record<MoneyField, number>> = {
    ...{ own_pay: charges.ownPay, over_limit: charges.overLimit, pre_selfpay: charges.preSelfpay },
    ...{ in_scope: paid.inScope, deductible: paid.deductible, fund: paid.pool },
    ...(fundBeyond === undefined ? {} : { [fundBeyond]: paid.beyond }),
    ...{ medical_aid: paid.aid, civil_servant: paid.civilServant, other_fund: paid.otherFund },
    ...{ cash: paid.patient, hospital_part: paid.hospital },
  };
  return Object.fromEntries(Object.entries(amounts).map(([field, fen]) => [field, Float64Array.of(fen)]));
}

const wordOf = (word: string): WordColumn => ({ codes: Uint32Array.of(word === '' ? 0 : 1), words: ['', word] });

const sharesPool = ({ id, method }: Policy) =>
  new UserError(
    'PARAMETER_INVALID',
    {
      zh: `${id} 按 ${method} 支付：一例的支付取决于同池的其他病例，无法单独估算`,
      en: `${id} pays by ${method}: what one case is paid depends on the others of its pool, so it cannot be estimated alone`,
    },
    { hint: { zh: '用 casemix settle 结算整个文件。', en: 'Settle the whole file with casemix settle.' } },
  );

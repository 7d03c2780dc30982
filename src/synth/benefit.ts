/**
 * Who pays a stay: the catalogue's scope, the deductible, the pool by insurance and place, the funds beyond it, account and cash.
 * An invented benefit plan in round figures (assumptions), in whole fen throughout: total = own_pay + over_limit + pre_selfpay + in_scope, and
 * total = fund + other funds + account + cash + hospital_part, exactly.
 */
import { otherFunds } from '../stay/stay-table.ts';
import type { Patient } from './patient.ts';
import type { Random } from './random.ts';
import { perMille } from './split.ts';

export const benefitColumns = [
  'own_pay',
  'over_limit',
  'pre_selfpay',
  'in_scope',
  'deductible',
  'fund',
  ...otherFunds,
  'account',
  'cash',
  'hospital_part',
] as const;
/** Fen. */
export type Benefit = Readonly<Record<(typeof benefitColumns)[number], number>>;

/** Fen. Deductible of a tertiary hospital, yearly cap of the pool, line above which serious-illness insurance pays. */
const plan = {
  employee: { deductible: 80_000, cap: 25_000_000, poolShare: 880 },
  resident: { deductible: 100_000, cap: 15_000_000, poolShare: 650 },
  retiredExtra: 40,
  seriousIllnessLine: 1_500_000,
  seriousIllnessShare: 600,
  largeAmountShare: 850,
  civilServantShare: 500,
  medicalAidShare: 700,
} as const;
/** Thousandths less from the pool, and times the deductible, away from home. */
const away = {
  local: { less: 0, deductible: 1 },
  province: { less: 50, deductible: 1.25 },
  remote: { less: 150, deductible: 1.5 },
} as const;

export function benefitOf(total: number, patient: Patient, random: Random): Benefit {
  const own_pay = perMille(total, 20 + random.below(80));
  const over_limit = random.chance(0.3) ? perMille(total, random.below(30)) : 0;
  const pre_selfpay = perMille(total, 20 + random.below(60));
  const in_scope = total - own_pay - over_limit - pre_selfpay;
  const employee = patient.insurance !== '390';
  const rules = employee ? plan.employee : plan.resident;
  const { less, deductible: dearer } = away[patient.place];
  const deductible = Math.min(in_scope, rules.deductible * dearer);
  const covered = in_scope - deductible;
  const withinCap = Math.min(covered, rules.cap);
  const fund = perMille(withinCap, rules.poolShare + (patient.category === '12' ? plan.retiredExtra : 0) - less);
  const large_amount = employee ? perMille(covered - withinCap, plan.largeAmountShare) : 0;
  const burden = in_scope - fund - large_amount;
  const serious_illness = employee ? 0 : perMille(Math.max(0, burden - plan.seriousIllnessLine), plan.seriousIllnessShare);
  const civil_servant = employee && random.chance(0.04) ? perMille(burden, plan.civilServantShare) : 0;
  const medical_aid = !employee && random.chance(0.03) ? perMille(burden - serious_illness, plan.medicalAidShare) : 0;
  const enterprise = employee && civil_servant === 0 && random.chance(0.01) ? perMille(burden, 300) : 0;
  const other_fund = !employee && random.chance(0.002) ? perMille(burden - serious_illness - medical_aid, 100) : 0;
  const rest = total - fund - large_amount - serious_illness - civil_servant - medical_aid - enterprise - other_fund;
  // In two stays of a thousand the hospital bears up to a tenth of what is left, for a service it may not charge.
  const hospital_part = random.chance(0.002) ? perMille(rest, 20 + random.below(80)) : 0;
  const account = employee ? Math.min(rest - hospital_part, random.below(400_000)) : 0;
  const cash = rest - hospital_part - account;
  return {
    own_pay,
    over_limit,
    pre_selfpay,
    in_scope,
    deductible,
    fund,
    serious_illness,
    large_amount,
    civil_servant,
    enterprise,
    medical_aid,
    other_fund,
    account,
    cash,
    hospital_part,
  };
}

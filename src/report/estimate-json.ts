/** An estimate as JSON (data/schema/estimate.schema.json); unknown money and absent prices are null. */
import { yuanText } from '../money.ts';
import type { SoFar } from '../payment/benefit/pays.ts';
import type { Estimate, EstimatedBenefit } from './estimate.ts';
import { SCHEMA_VERSION } from './json-rows.ts';

export function estimateJson({ policy, catalogue, group, benefit, paid, illustrative }: Estimate): string {
  const { band, reason, weight, ratio, lines } = paid;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    ...{ policy: policy.id, catalogue, illustrative },
    group: group ? { drg: group.drg, name: group.name, mdc: group.mdc, adrg: group.adrg, status: group.status } : null,
    ...{ weight: weight || null, standard: money(paid.standard), ratio: ratio || null, band, reason },
    ...{ cost: money(paid.cost), payment: money(paid.payment), fund: money(paid.fund), patient: money(paid.patient) },
    ...{ other: money(paid.other), receipts: money(paid.fund + paid.patient + paid.other), margin: money(paid.margin) },
    benefit: benefit ? benefitOf(benefit) : null,
    lines: lines.map(({ part, label, amount, working, source }) => ({
      part,
      label,
      amount: money(amount),
      working,
      source: source ?? null,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function benefitOf({ id, file, insured, charges, soFar, paid, fundBeyond, lines }: EstimatedBenefit) {
  return {
    ...{ id, file, insurance: insured.insurance, level: insured.level, retired: insured.retired, place: insured.place },
    aid_group: insured.aid ?? null,
    ...{ own_pay: money(charges.ownPay), over_limit: money(charges.overLimit), pre_selfpay: money(charges.preSelfpay) },
    ...{ in_scope: money(paid.inScope), deductible: money(paid.deductible), pool: money(paid.pool) },
    ...{ beyond_fund: fundBeyond ?? null, beyond: money(paid.beyond), medical_aid: money(paid.aid) },
    ...{ civil_servant: money(paid.civilServant), other_fund: money(paid.otherFund), hospital_part: money(paid.hospital) },
    patient: money(paid.patient),
    year_before: yearOf(soFar),
    year_after: yearOf(paid.after),
    lines: lines.map(({ part, label, amount, working, source, illustrative }) => ({
      ...{ part, label, amount: money(amount), working, source: source ?? null, illustrative },
    })),
  };
}

const yearOf = ({ admissions, pool, outOfPocket, aboveCap, beyond, aid }: SoFar) => ({
  ...{ admissions, pool: money(pool), out_of_pocket: money(outOfPocket), above_cap: money(aboveCap) },
  ...{ beyond: money(beyond), aid: money(aid) },
});

const money = (fen: number): string | null => yuanText(fen) || null;

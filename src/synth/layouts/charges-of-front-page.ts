/**
 * The fourteen charge categories of the settlement list as the front page counts them (D11..D34). What adds up to one of ours there:
 * nursing = D13, surgery = D20, laboratory = D15 + D16, examination = D17 + D18, treatment = D12 + D19 + D21 + D22, western_drug = D23,
 * patent_drug = D24, herbal_slices = D25, materials = D31 + D32 + D33, other_charge = D34. Beds, consultation, general service and
 * registration are one amount, D11. D14 and blood products (D26..D30) are nothing in this hospital. How an amount is divided is an assumption.
 * Items after an x (D19x01 ...) are contained in the one before; the others add up to the total exactly.
 */
import { chargeCategories } from '../../stay/stay-table.ts';
import { perMille } from '../split.ts';

export const frontPageCharges = [
  ...['D11', 'D12', 'D13', 'D14', 'D15', 'D16', 'D17', 'D18', 'D19', 'D19x01', 'D20', 'D20x01', 'D20x02', 'D21', 'D22', 'D23', 'D23x01'],
  ...['D24', 'D25', 'D26', 'D27', 'D28', 'D29', 'D30', 'D31', 'D32', 'D33', 'D34'],
] as const;

/** Fen by name of the column; a column that is not named holds nothing. */
export function frontPageAmounts(charges: readonly number[]): Readonly<Record<string, number>> {
  const of = Object.fromEntries(chargeCategories.map((category, i) => [category, charges[i]!])) as Record<
    (typeof chargeCategories)[number],
    number
  >;
  const general = perMille(of.treatment, 300);
  const rehabilitation = perMille(of.treatment, 80);
  const chinese = perMille(of.treatment, 120);
  const pathology = perMille(of.laboratory, 100);
  const imaging = perMille(of.examination, 600);
  const anaesthesia = perMille(of.surgery, 250);
  const forExamination = perMille(of.materials, 150);
  const forTreatment = perMille(of.materials, 300);
  const notOperative = of.treatment - general - rehabilitation - chinese;
  return {
    D11: of.bed + of.consultation + of.general_service + of.registration,
    D12: general,
    D13: of.nursing,
    D15: pathology,
    D16: of.laboratory - pathology,
    D17: imaging,
    D18: of.examination - imaging,
    D19: notOperative,
    D19x01: perMille(notOperative, 400),
    D20: of.surgery,
    D20x01: anaesthesia,
    D20x02: of.surgery - anaesthesia,
    D21: rehabilitation,
    D22: chinese,
    D23: of.western_drug,
    D23x01: perMille(of.western_drug, 120),
    D24: of.patent_drug,
    D25: of.herbal_slices,
    D31: forExamination,
    D32: forTreatment,
    D33: of.materials - forExamination - forTreatment,
    D34: of.other_charge,
  };
}

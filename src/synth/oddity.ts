/** What real files have now and then, planted on purpose: no diagnosis, codes that may not stand there, an unrelated operation, an illness of no MDC. */
import type { ChargeStyles, Spread } from './bill.ts';
import type { Clinic, Course } from './course.ts';
import type { Hospital, Line } from './hospital.ts';
import type { Patient } from './patient.ts';
import { draw, type Random } from './random.ts';
import { type Planting, plantings } from './truth.ts';

export type House = {
  readonly clinic: Clinic;
  readonly hospital: Hospital;
  readonly styles: ChargeStyles;
  /** Principal diagnoses that no MDC takes. */
  readonly nowhere: readonly string[];
  readonly grey: readonly string[];
};
export type Visit = { readonly line: Line; readonly patient: Patient; readonly course: Course };

export function withOddity({ line, patient, course }: Visit, house: House, random: Random): { course: Course; planted: Planting[] } {
  const kind = oddityOf(random);
  const newborn = patient.birthWeight !== undefined;
  switch (kind) {
    case 'missing_principal':
      return newborn ? { course, planted: [] } : { course: { ...course, dx: [] }, planted: [kind] };
    case 'ungrouped': {
      const principal = house.nowhere[random.below(house.nowhere.length)]!;
      if (newborn || line.recipe.mdc === 'MDCY' || line.recipe.mdc === 'MDCA' || !house.clinic.codes.suits(principal, patient)) {
        return { course, planted: [] };
      }
      return { course: { ...course, dx: [principal, ...course.dx.slice(1)] }, planted: [kind] };
    }
    case 'ambiguous': {
      const operation = unrelatedOperation({ line, patient }, house, random);
      return operation ? { course: { ...course, px: [operation, ...course.px] }, planted: [kind] } : { course, planted: [] };
    }
    case 'grey_code': {
      const code = house.grey[random.below(house.grey.length)]!;
      const fitting = house.clinic.codes.suits(code, patient);
      return fitting ? { course: { ...course, dx: [...course.dx, code] }, planted: [kind] } : { course, planted: [] };
    }
    case 'unknown_code':
      return { course: { ...course, dx: [...course.dx, misspelt[random.below(misspelt.length)]!] }, planted: [kind] };
    case undefined:
      return { course, planted: [] };
  }
}

type Oddity = Exclude<Planting, Spread>;
const oddities: readonly Oddity[] = ['missing_principal', 'grey_code', 'unknown_code', 'ambiguous', 'ungrouped'];

function oddityOf(random: Random): Oddity | undefined {
  let at = random.uniform() * 1000;
  for (const kind of oddities) {
    at -= plantings[kind];
    if (at < 0) return kind;
  }
  return undefined;
}

/** An operation of another specialty that no group of this patient's MDC knows; only for patients treated without an operation. */
function unrelatedOperation({ line, patient }: Pick<Visit, 'line' | 'patient'>, house: House, random: Random): string | undefined {
  const { recipes, codes } = house.clinic;
  if (line.recipe.kind !== 'medical' || !recipes.ambiguousMdcs.has(line.recipe.mdc) || patient.birthWeight !== undefined) return undefined;
  const own = recipes.proceduresOf.get(line.recipe.mdc);
  for (let attempt = 0; attempt < 20; attempt++) {
    const other = house.hospital.operations[random.below(house.hospital.operations.length)]!;
    const code = draw(other.mains!, random);
    if (recipes.validProcedures.has(code) && !own?.has(code) && codes.suits(code, patient) && other.recipe.mdc !== 'MDCA') return code;
  }
  return undefined;
}

/** Codes as careless hands write them: cut short, or letters for digits; none is in the code list. */
const misspelt = ['I10', 'E11.9', 'J18.9', 'I25.1', 'K29.7', 'E78.5', 'I63.9', 'Z99.999x999', 'N4O.x00', 'I1O.x00x002'];

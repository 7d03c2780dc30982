/** One stay from admission to settlement: who, where, for what, at what cost, paid by whom; now and then with an oddity that real files have. */
import { benefitOf } from './benefit.ts';
import { billOf, type ChargeStyles, type Spread } from './bill.ts';
import { type Clinic, type Course, courseOf } from './course.ts';
import type { Department, Hospital, Line } from './hospital.ts';
import { fits, newPatient, type Patient } from './patient.ts';
import { draw, type Random } from './random.ts';
import type { Stay } from './row.ts';
import { type Planting, plantings } from './truth.ts';

export type House = {
  readonly clinic: Clinic;
  readonly hospital: Hospital;
  readonly styles: ChargeStyles;
  /** Principal diagnoses that no MDC takes. */
  readonly nowhere: readonly string[];
  readonly grey: readonly string[];
};
/** The latest patients of each department, for those who come again. */
export type Before = Map<Department, { patient: Patient; discharged: number }[]>;
export type Day = { readonly id: string; readonly discharged: number; readonly before: Before };

/** Codes as careless hands write them: cut short, or letters for digits; none is in the code list. */
const misspelt = ['I10', 'E11.9', 'J18.9', 'I25.1', 'K29.7', 'E78.5', 'I63.9', 'Z99.999x999', 'N4O.x00', 'I1O.x00x002'];

export function admit({ id, discharged, before }: Day, house: House, random: Random): { stay: Stay; plantings: Planting[] } {
  const department = draw(house.hospital.departments, random);
  const { line, patient: guest, course: written, returning } = visitOf(department, before.get(department) ?? [], house, random);
  const { course, planted } = withOddity({ line, patient: guest, course: written }, house, random);
  const weight = line.recipe.groups[course.severity]!.weight;
  const spread = spreadOf(random);
  const fewestDays = longVentilated(course) ? 5 : 1;
  const bill = billOf({ weight, operated: course.operated, spread, department, fewestDays }, house.styles, random);
  const back = returning !== undefined && returning < discharged - bill.days;
  // Whoever would have to be in two beds at once is somebody else.
  const patient = returning === undefined || back ? guest : { ...guest, key: newPatient(department, line, random).key };
  remember(before, department, { patient, discharged });
  const intensive = intensiveOf({ line, course, days: bill.days }, random);
  return {
    stay: {
      id,
      patient,
      department: department.name,
      doctor: draw(department.doctors, random),
      dx: course.dx,
      px: course.px,
      bill,
      benefit: benefitOf(bill.total, patient, random),
      discharged,
      dischargeWay: dischargeWayOf(patient, course, random),
      visitType: line.recipe.mdc === 'MDCO' ? '52' : '21',
      ...intensive,
      planned: back && department.returns > 0.3,
    },
    plantings: spread === 'usual' ? planted : [spread, ...planted],
  };
}

type Visit = { readonly line: Line; readonly patient: Patient; readonly course: Course };

function visitOf(
  department: Department,
  known: readonly { patient: Patient; discharged: number }[],
  { clinic }: House,
  random: Random,
): Visit & { readonly returning: number | undefined } {
  for (let attempt = 0; attempt < 200; attempt++) {
    const lines = draw(department.unusual && random.chance(department.rare) ? department.unusual : department.usual, random);
    const line = lines[random.below(lines.length)]!;
    const old = known.length > 0 && random.chance(department.returns) ? known[random.below(known.length)] : undefined;
    const returning = old && fits(old.patient, line) ? old : undefined;
    const patient = returning?.patient ?? newPatient(department, line, random);
    const course = courseOf(line, patient, clinic, random);
    if (course && line.recipe.groups[course.severity]) return { line, patient, course, returning: returning?.discharged };
  }
  throw new Error(`no patient fits the case mix of ${department.name}`);
}

function withOddity({ line, patient, course }: Visit, house: House, random: Random): { course: Course; planted: Planting[] } {
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

function spreadOf(random: Random): Spread {
  const at = random.uniform() * 1000;
  if (at < plantings.high_outlier) return 'high_outlier';
  return at < plantings.high_outlier + plantings.low_outlier ? 'low_outlier' : 'usual';
}

const REMEMBERED = 60;

function remember(before: Before, department: Department, visit: { patient: Patient; discharged: number }): void {
  if (visit.patient.age === 0) return;
  const known = (before.get(department) ?? []).filter(({ patient }) => patient.key !== visit.patient.key);
  known.push(visit);
  before.set(department, known.slice(-REMEMBERED));
}

const longVentilated = ({ px }: Course): boolean => px.includes('96.7201');

/** Ward of intensive care and ventilator, whole hours; ventilation of 96 hours and more is procedure 96.7201, shorter 96.7101. */
function intensiveOf({ line, course, days }: { line: Line; course: Course; days: number }, random: Random) {
  const hours = days * 24;
  const ventilated = course.px.some(code => code.startsWith('96.71'));
  const ventHours = longVentilated(course)
    ? Math.min(hours, 96 + random.below(240))
    : ventilated
      ? Math.min(hours, 4 + random.below(88))
      : 0;
  const heavy = line.recipe.groups[course.severity]!.weight > 5 && random.chance(0.5);
  const icuHours = ventHours > 0 ? Math.min(hours, ventHours + random.below(49)) : heavy ? Math.min(hours, 12 + random.below(85)) : 0;
  return { icuHours, ventHours };
}

/** 1 home, 2 another hospital, 3 community, 4 against advice, 5 died, 9 other. */
function dischargeWayOf({ age }: Patient, { severity }: Course, random: Random): string {
  const dying = severity === 'mcc' ? (age >= 60 ? 0.04 : 0.02) : 0.002;
  const at = random.uniform();
  if (at < dying) return '5';
  if (at < dying + 0.012) return '2';
  if (at < dying + 0.025) return '3';
  if (at < dying + 0.055) return '4';
  return at < dying + 0.06 ? '9' : '1';
}

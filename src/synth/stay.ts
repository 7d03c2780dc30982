/** One stay from admission to settlement: who, where, for what, at what cost, paid by whom; now and then with an oddity that real files have. */
import { benefitOf } from './benefit.ts';
import { billOf, type Spread } from './bill.ts';
import { type Course, courseOf } from './course.ts';
import type { Department, Line } from './hospital.ts';
import { type House, type Visit, withOddity } from './oddity.ts';
import { fits, newPatient, type Patient } from './patient.ts';
import { draw, type Random } from './random.ts';
import type { Stay } from './row.ts';
import { type Planting, plantings } from './truth.ts';

/** The latest patients of each department, for those who come again. */
export type Before = Map<Department, { patient: Patient; discharged: number }[]>;
export type Day = { readonly id: string; readonly discharged: number; readonly before: Before; readonly practice: Practice };

/** How a hospital works: what a stay costs there, the heaviest weight it takes on, and whether its papers have oddities. */
export type Practice = {
  readonly costFactor: (line: Line) => number;
  readonly heaviest: number;
  readonly oddities: boolean;
};
export const usualPractice: Practice = { costFactor: () => 1, heaviest: Number.POSITIVE_INFINITY, oddities: true };

/** `drg`: the group that was meant when the stay was written, before any oddity. */
export type Admitted = { readonly stay: Stay; readonly plantings: Planting[]; readonly drg: string };

export function admit({ id, discharged, before, practice }: Day, house: House, random: Random): Admitted {
  const department = draw(house.hospital.departments, random);
  const visit = visitOf(department, before.get(department) ?? [], { house, heaviest: practice.heaviest }, random);
  const { line, patient: guest, course: written, returning } = visit;
  const odd = practice.oddities ? withOddity({ line, patient: guest, course: written }, house, random) : { course: written, planted: [] };
  const { course, planted } = odd;
  const weight = line.recipe.groups[course.severity]!.weight * practice.costFactor(line);
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
    drg: line.recipe.groups[written.severity]!.drg,
  };
}

function visitOf(
  department: Department,
  known: readonly { patient: Patient; discharged: number }[],
  { house: { clinic }, heaviest }: { readonly house: House; readonly heaviest: number },
  random: Random,
): Visit & { readonly returning: number | undefined } {
  for (let attempt = 0; attempt < 200; attempt++) {
    const lines = draw(department.unusual && random.chance(department.rare) ? department.unusual : department.usual, random);
    const line = lines[random.below(lines.length)]!;
    const old = known.length > 0 && random.chance(department.returns) ? known[random.below(known.length)] : undefined;
    const returning = old && fits(old.patient, line) ? old : undefined;
    const patient = returning?.patient ?? newPatient(department, line, random);
    const course = courseOf(line, patient, clinic, random);
    const weight = course && line.recipe.groups[course.severity]?.weight;
    if (course && weight && weight <= heaviest) return { line, patient, course, returning: returning?.discharged };
  }
  throw new Error(`no patient fits the case mix of ${department.name}`);
}

function spreadOf(random: Random): Spread {
  const at = random.uniform() * 1000;
  if (at < plantings.high_outlier) return 'high_outlier';
  return at < plantings.high_outlier + plantings.low_outlier ? 'low_outlier' : 'usual';
}

const REMEMBERED = 60;

function remember(before: Before, department: Department, visit: { patient: Patient; discharged: number }): void {
  if (visit.patient.age === 0) return;
  const known = before.get(department) ?? [];
  before.set(department, known);
  const earlier = known.findIndex(({ patient }) => patient === visit.patient);
  if (earlier >= 0 || known.length === REMEMBERED) known.splice(Math.max(0, earlier), 1);
  known.push(visit);
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

/** One stay as a line of casemix's own CSV. No cell holds a comma, a quote or a line break, so nothing is quoted. */
import { yuanText } from '../money.ts';
import { ownColumns } from '../stay/own-layout.ts';
import { chargeCategories } from '../stay/stay-table.ts';
import { type Benefit, benefitColumns } from './benefit.ts';
import type { Bill } from './bill.ts';
import { dateText } from './calendar.ts';
import type { Patient } from './patient.ts';

export type Stay = {
  readonly id: string;
  readonly patient: Patient;
  readonly department: string;
  readonly doctor: string;
  readonly dx: readonly string[];
  readonly px: readonly string[];
  readonly bill: Bill;
  readonly benefit: Benefit;
  readonly discharged: number;
  readonly dischargeWay: string;
  readonly visitType: string;
  readonly icuHours: number;
  readonly ventHours: number;
  readonly planned: boolean;
};

/** Where a stay was: the hospital of a file of one hospital, and one of several in the history of a region. */
export type Place = { readonly hospital: string; readonly level: string };
const onlyHospital: Place = { hospital: 'H001', level: 'tertiary' };

/** UTF-8 byte order mark: spreadsheets then read Chinese right. */
export const header = `\uFEFF${ownColumns.join(',')}\n`;

export function rowText(stay: Stay, place: Place = onlyHospital): string {
  let text = '';
  for (const column of ownColumns) text += text === '' ? cells[column](stay, place) : `,${cells[column](stay, place)}`;
  return `${text}\n`;
}

const cells: Readonly<Record<(typeof ownColumns)[number], (stay: Stay, place: Place) => string | number>> = {
  stay_id: ({ id }) => id,
  patient_key: ({ patient }) => patient.key,
  hospital: (_, { hospital }) => hospital,
  hospital_level: (_, { level }) => level,
  insurance: ({ patient }) => patient.insurance,
  patient_category: ({ patient }) => patient.category,
  visit_type: ({ visitType }) => visitType,
  place: ({ patient }) => patient.place,
  sex: ({ patient }) => patient.sex,
  age: ({ patient }) => patient.age,
  age_days: ({ patient }) => patient.ageDays ?? '',
  birth_weight_g: ({ patient }) => patient.birthWeight ?? '',
  admitted: ({ discharged, bill }) => dateText(discharged - bill.days),
  discharged: ({ discharged }) => dateText(discharged),
  days: ({ bill }) => bill.days,
  discharge_way: ({ dischargeWay }) => dischargeWay,
  department: ({ department }) => department,
  doctor: ({ doctor }) => doctor,
  day_surgery: ({ bill }) => (bill.daySurgery ? 1 : 0),
  icu_hours: ({ icuHours }) => icuHours,
  vent_hours: ({ ventHours }) => ventHours,
  readmit_planned: ({ planned }) => (planned ? 1 : 0),
  dx: ({ dx }) => dx.join('|'),
  px: ({ px }) => px.join('|'),
  total: ({ bill }) => yuanText(bill.total),
  ...charged(),
  ...paid(),
  settled: ({ discharged }) => dateText(discharged),
  refunded: () => 0,
};

type Cell = (stay: Stay) => string;

function charged(): Record<(typeof chargeCategories)[number], Cell> {
  const columns = chargeCategories.map((name, i): [string, Cell] => [name, ({ bill }) => yuanText(bill.charges[i]!)]);
  return Object.fromEntries(columns) as Record<(typeof chargeCategories)[number], Cell>;
}

function paid(): Record<keyof Benefit, Cell> {
  const columns = benefitColumns.map((name): [string, Cell] => [name, ({ benefit }) => yuanText(benefit[name])]);
  return Object.fromEntries(columns) as Record<keyof Benefit, Cell>;
}

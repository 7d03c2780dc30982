/** The stays of every patient one after the other, by day of discharge: what deductibles and caps of a year are counted in. */
import { UserError } from '../../errors.ts';
import { NO_DATE, type StayTable } from '../../stay/stay-table.ts';

/** Rows by patient and then by time, whatever order the file had; rows without a patient or a day of discharge are in none. */
export type YearOrder = { readonly rows: Uint32Array; readonly patient: Uint32Array; readonly year: Int16Array };

export function yearOrder(stays: StayTable): YearOrder {
  const order = known.get(stays) ?? ordered(stays);
  known.set(stays, order);
  return order;
}

/** It depends on no policy, and a load never changes: the same again is the same. */
const known = new WeakMap<StayTable, YearOrder>();

function ordered(stays: StayTable): YearOrder {
  const { patient, discharged } = peopleOf(stays);
  return { rows: inOrder(stays), patient, year: yearsOf(discharged) };
}

/** Every patient's stays are counted, and so have their place; only the few of one patient are put in the order of time. */
function inOrder(stays: StayTable): Uint32Array {
  const { patient, discharged } = peopleOf(stays);
  const ends = new Uint32Array(patient.reduce((most, code) => Math.max(most, code), 0) + 2);
  const counts = (i: number): boolean => patient[i] !== 0 && discharged[i] !== NO_DATE;
  for (let i = 0; i < patient.length; i++) if (counts(i)) ends[patient[i]! + 1]! += 1;
  for (let p = 1; p < ends.length; p++) ends[p]! += ends[p - 1]!;
  const rows = new Uint32Array(ends.at(-1)!);
  for (let i = 0; i < patient.length; i++) if (counts(i)) rows[ends[patient[i]!]!++] = i;
  const earlier = inTime(stays);
  for (let p = 1; p < ends.length - 1; p++) {
    const [from, to] = [ends[p - 1]!, ends[p]!];
    if (to - from > 1) rows.subarray(from, to).sort(earlier);
  }
  return rows;
}

function yearsOf(discharged: Int32Array): Int16Array {
  const years = new Map<number, number>();
  return Int16Array.from(discharged, day => {
    const year = years.get(day) ?? yearOfDay(day);
    years.set(day, year);
    return year;
  });
}

/** The stays of one patient in the year of a row, that row among them, unless nobody knows whose it is or when it ended. */
export function yearOf(stays: StayTable, row: number): readonly number[] {
  const { patient, discharged } = peopleOf(stays);
  const [person, year] = [patient[row]!, yearOfDay(discharged[row]!)];
  if (person === 0 || year === 0) return [];
  return [...discharged.keys()].filter(i => patient[i] === person && yearOfDay(discharged[i]!) === year).sort(inTime(stays));
}

function peopleOf({ patientKey, discharged }: StayTable): { readonly patient: Uint32Array; readonly discharged: Int32Array } {
  if (!patientKey) throw cannotCount('patient_key');
  if (!discharged) throw cannotCount('discharged');
  return { patient: patientKey.codes, discharged };
}

/** Of two stays that end on one day the one that began first, then the smaller bill; the order of the file only where all are the same. */
function inTime({ discharged, admitted, money: { total, own_pay, pre_selfpay, fund } }: StayTable): (a: number, b: number) => number {
  const columns = [discharged, admitted, total, own_pay, pre_selfpay, fund].flatMap(column => column ?? []);
  return (a, b) => {
    for (let c = 0; c < columns.length; c++) {
      const apart = columns[c]![a]! - columns[c]![b]!;
      if (apart < 0 || apart > 0) return apart;
    }
    return a - b;
  };
}

const yearOfDay = (day: number): number => (day === NO_DATE ? 0 : new Date(day * DAY_MS).getUTCFullYear());
const DAY_MS = 86_400_000;

const cannotCount = (column: 'patient_key' | 'discharged') =>
  new UserError(
    'HEADER_UNKNOWN',
    column === 'patient_key'
      ? {
          zh: '数据没有患者标识，无法按人按年累计起付线和封顶线',
          en: 'the data does not tell patients apart, so deductibles and caps of a year cannot be counted',
        }
      : {
          zh: '数据没有出院日期，无法按年累计起付线和封顶线',
          en: 'the data has no days of discharge, so deductibles and caps of a year cannot be counted',
        },
    {
      at: column,
      hint: {
        zh: '载入带病案号和出院日期的文件，或去掉政策里的 benefit：待遇重算就按各例账单自己的比例。',
        en: "Load a file with record numbers and days of discharge, or take benefit: out of the policy: recalc then takes every stay's own share.",
      },
    },
  );

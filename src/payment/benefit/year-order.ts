/** The stays of every patient one after the other, by day of discharge: what deductibles and caps of a year are counted in. */
import { UserError } from '../../errors.ts';
import { NO_DATE, type StayTable } from '../../stay/stay-table.ts';

/** Rows by patient and then by time, whatever order the file had; rows without a patient or a day of discharge are in none. */
export type YearOrder = { readonly rows: Uint32Array; readonly patient: Uint32Array; readonly year: Int16Array };

export function yearOrder(stays: StayTable): YearOrder {
  const { patient, discharged } = peopleOf(stays);
  const year = Int16Array.from(discharged, yearOfDay);
  const rows = Uint32Array.from(discharged.keys()).filter(i => patient[i] !== 0 && discharged[i] !== NO_DATE);
  rows.sort((a, b) => patient[a]! - patient[b]! || inTime(stays, a, b));
  return { rows, patient, year };
}

/** The stays of one patient in the year of a row, that row among them, unless nobody knows whose it is or when it ended. */
export function yearOf(stays: StayTable, row: number): readonly number[] {
  const { patient, discharged } = peopleOf(stays);
  const [person, year] = [patient[row]!, yearOfDay(discharged[row]!)];
  if (person === 0 || year === 0) return [];
  return [...discharged.keys()]
    .filter(i => patient[i] === person && yearOfDay(discharged[i]!) === year)
    .sort((a, b) => inTime(stays, a, b));
}

function peopleOf({ patientKey, discharged }: StayTable): { readonly patient: Uint32Array; readonly discharged: Int32Array } {
  if (!patientKey) throw cannotCount('patient_key');
  if (!discharged) throw cannotCount('discharged');
  return { patient: patientKey.codes, discharged };
}

/** Of two stays that end on one day the one that began first, then the smaller bill; the order of the file only where all are the same. */
function inTime({ discharged, admitted, money: { total, own_pay, pre_selfpay, fund } }: StayTable, a: number, b: number): number {
  const by = (column: ArrayLike<number> | undefined) => (column ? column[a]! - column[b]! || 0 : 0);
  return by(discharged) || by(admitted) || by(total) || by(own_pay) || by(pre_selfpay) || by(fund) || a - b;
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

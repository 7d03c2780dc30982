/**
 * What hospitals and insurers write down about a stay beside the stay itself: numbers, the person, hours of the day. All of it is invented and
 * follows from the seed, the row and the patient, so that every layout of one hospital tells of the same settlement, visit and person.
 */
import { dateText } from './calendar.ts';
import type { Stay } from './row.ts';

export type Papers = {
  readonly stay: Stay;
  /** setl_id, thirty digits, and mdtrt_id, twenty: text, with zeros in front now and then. */
  readonly settlement: string;
  readonly visit: string;
  /** psn_no, twenty digits; the record number of the hospital (病案号), eight, and how often the person has been admitted this year. */
  readonly person: string;
  readonly record: string;
  readonly admissions: number;
  /** Nobody is called so, lives there or answers there; no area of the country begins with 99. */
  readonly name: string;
  readonly certificate: string;
  readonly phone: string;
  readonly address: string;
  /** `1963-04-30` */
  readonly born: string;
  readonly admitted: number;
  readonly admittedAt: string;
  readonly dischargedAt: string;
  /** Day of each procedure, within the stay. */
  readonly procedureDays: readonly number[];
  /** In and out of intensive care; undefined without. */
  readonly intensive: { readonly from: string; readonly to: string } | undefined;
};

type Known = { readonly number: number; admissions: number; readonly born: string };

/** Stays have to come in their order from the first: patients are numbered as they appear. */
export function papersFrom(seed: number): (stay: Stay, row: number) => Papers {
  const patients = new Map<string, Known>();
  const tail = String(seed % 1_000_000).padStart(6, '0');
  return (stay, row) => {
    const { patient, discharged, bill, icuHours, px } = stay;
    const admitted = discharged - bill.days;
    const known = patients.get(patient.key) ?? { number: patients.size, admissions: 0, born: bornOn(stay, row) };
    patients.set(patient.key, known);
    known.admissions++;
    const { number, admissions, born } = known;
    const digits = (n: number, by: number) => scattered(n, by, seed);
    // Who was in intensive care nearly all the time came at midnight, so that the hours fit in.
    const allIntensive = icuHours > (bill.days - 1) * 24;
    const inHour = allIntensive ? 0 : 7 + (row % 11);
    return {
      stay,
      settlement: digits(row, 61_803_399) + digits(row, 41_421_357) + digits(row, 71_828_183) + tail,
      visit: digits(row, 14_159_267) + digits(row, 73_205_081) + tail.slice(-4),
      person: digits(number, 23_606_797) + digits(number, 64_575_131) + tail.slice(-4),
      record: digits(number, 31_662_479),
      admissions,
      name: `合成患者${number + 1}`,
      certificate: `99${digits(number, 60_555_127)}${digits(number, 12_310_563)}`,
      phone: `199${digits(number, 87_298_331)}`,
      address: `合成市示范区虚构路${number + 1}号`,
      born,
      admitted,
      admittedAt: timeText(admitted, inHour, row),
      dischargedAt: timeText(discharged, allIntensive ? 23 : 9 + (row % 8), row * 7),
      procedureDays: px.map((_, i) => admitted + ((row * 7 + i * 3) % bill.days)),
      intensive:
        icuHours > 0
          ? {
              from: timeText(admitted, inHour, row),
              to: timeText(admitted + Math.floor((inHour + icuHours) / 24), (inHour + icuHours) % 24, row),
            }
          : undefined,
    };
  };
}

/** Eight digits without a visible order, no two the same below a hundred million: a multiplier that shares no factor with ten permutes them. */
const scattered = (n: number, by: number, seed: number): string => String(((n + 1) * by + seed) % 100_000_000).padStart(8, '0');

/** `2025-03-09 08:05:40` */
const timeText = (day: number, hour: number, row: number): string =>
  `${dateText(day)} ${two(hour)}:${two((row * 5) % 60)}:${two((row * 20) % 60)}`;

const two = (n: number): string => String(n).padStart(2, '0');

/** A birthday up to four weeks before the first admission of the year: the age then stays what it is at most later ones. */
function bornOn({ patient: { age, ageDays }, discharged, bill }: Stay, row: number): string {
  const admitted = discharged - bill.days;
  if (ageDays !== undefined) return dateText(admitted - ageDays);
  const [year, month, day] = dateText(admitted - (row % 28)).split('-');
  return `${Number(year) - age}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}

/** `1/13/24`: days, hours and minutes, as settlement lists write durations. */
export const durationText = (hours: number): string => `${Math.floor(hours / 24)}/${hours % 24}/0`;

/**
 * The medical record front page as hospitals upload it (HQMS, 绩效考核): codes A to D, forty other diagnoses and forty other procedures.
 * Codes of ways and plans as the page has them: A46C 1 employees 2 residents, B36C 1 no plan 2 planned, B38 1 yes 2 no. A text that is missing
 * is `-`, a date or a number that is missing is empty. Departments (B13C, B16C) are written by name, as hospital systems often export them.
 */
import { yuanText } from '../../money.ts';
import { dateText } from '../calendar.ts';
import type { Papers } from '../papers.ts';
import { frontPageAmounts, frontPageCharges } from './charges-of-front-page.ts';
import { type Column, csvText } from './csv.ts';
import type { LayoutText } from './layout.ts';

const OTHERS = 40;

export const hqmsText = (nameOf: (code: string) => string): LayoutText => csvText(columnsOf(nameOf), { mark: false, lineEnd: '\r\n' });

const text = (value: string | undefined): string => (value === undefined || value === '' ? '-' : value);
const always =
  (value: string): Column[1] =>
  () =>
    value;
const numbers = Array.from({ length: OTHERS }, (_, i) => ({ nn: String(i + 1).padStart(2, '0'), at: i + 1 }));

function columnsOf(nameOf: (code: string) => string): readonly Column[] {
  return [...whoAndWhen, ...diagnosesBy(nameOf), ...proceduresBy(nameOf), ...hours, ...charges];
}

/** 1 职工 2 居民; the page has no code for maternity insurance, which belongs to employees. */
const payer = ({ stay }: Papers): string => (stay.patient.insurance === '390' ? '2' : '1');

const whoAndWhen: readonly Column[] = [
  ['A01', always('H001')],
  ['A02', always('示范医院（合成）')],
  ['A46C', payer],
  ['A47', always('-')],
  ['A48', ({ record }) => record],
  ['A49', ({ admissions }) => admissions],
  ['A11', ({ name }) => name],
  ['A12C', ({ stay }) => stay.patient.sex],
  ['A13', ({ born }) => born],
  ['A14', ({ stay }) => stay.patient.age],
  ['A15C', always('CHN')],
  ['A16', ({ stay }) => stay.patient.ageDays ?? ''],
  ['A17', ({ stay }) => stay.patient.birthWeight ?? ''],
  ['A18x01', ({ stay }) => stay.patient.birthWeight ?? ''],
  ...['A18x02', 'A18x03', 'A18x04', 'A18x05'].map((name): Column => [name, always('')]),
  ['A19C', always('-')],
  ['A20', ({ certificate }) => certificate],
  ...['A21C', 'A22', 'A23C', 'A38C'].map((name): Column => [name, always('-')]),
  ['A24', ({ address }) => address],
  ['A25C', always('-')],
  ['A26', ({ address }) => address],
  ['A27', ({ phone }) => phone],
  ['A28C', always('-')],
  ['A29', always('合成单位')],
  ['A30', ({ phone }) => phone],
  ['A31C', always('-')],
  ['A32', ({ name }) => `${name}之家属`],
  ['A33C', always('-')],
  ['A34', ({ address }) => address],
  ['A35', ({ phone }) => phone],
  ['B11C', always('2')],
  ['B12', ({ admittedAt }) => admittedAt],
  ['B13C', ({ stay }) => stay.department],
  ['B14', always('-')],
  ['B15', ({ dischargedAt }) => dischargedAt],
  ['B16C', ({ stay }) => stay.department],
  ['B17', always('-')],
  ['B20', ({ stay }) => stay.bill.days],
  ['B21C', always('-')],
  ['B22', always('-')],
  ...['B23', 'B24', 'B25'].map((name): Column => [name, ({ stay }) => stay.doctor]),
  ...['B26', 'B27', 'B28', 'B29', 'B30C', 'B31', 'B32'].map((name): Column => [name, always('-')]),
  ['B33', ({ stay }) => dateText(stay.discharged)],
  ['B34C', ({ stay }) => stay.dischargeWay],
  ['B35', always('-')],
  ['B36C', ({ stay }) => (stay.planned ? '2' : '1')],
  ['B37', always('-')],
  ['B38', ({ stay }) => (stay.bill.daySurgery ? '1' : '2')],
];

/** A diagnosis of the page was there on admission (1); where there is no diagnosis, nothing was. */
const onAdmission = (code: string | undefined): string => (code === undefined ? '-' : '1');

function diagnosesBy(nameOf: (code: string) => string): readonly Column[] {
  const named = (code: string | undefined): string => (code === undefined ? '-' : text(nameOf(code)));
  return [
    ['C01C', ({ stay }) => text(stay.dx[0])],
    ['C02N', ({ stay }) => named(stay.dx[0])],
    ['C03C', ({ stay }) => text(stay.dx[0])],
    ['C04N', ({ stay }) => named(stay.dx[0])],
    ['C05C', ({ stay }) => onAdmission(stay.dx[0])],
    ...numbers.flatMap(({ nn, at }): Column[] => [
      [`C06x${nn}C`, ({ stay }) => text(stay.dx[at])],
      [`C07x${nn}N`, ({ stay }) => named(stay.dx[at])],
      [`C08x${nn}C`, ({ stay }) => onAdmission(stay.dx[at])],
    ]),
    ...['C09C', 'C10N', 'C11', 'C12C', 'C13N', 'C24C', 'C25', 'C26C', 'C27C'].map((name): Column => [name, always('-')]),
  ];
}

function proceduresBy(nameOf: (code: string) => string): readonly Column[] {
  const named = (code: string | undefined): string => (code === undefined ? '-' : text(nameOf(code)));
  const dated = ({ procedureDays }: Papers, at: number): string => (at < procedureDays.length ? dateText(procedureDays[at]!) : '');
  const operator = ({ stay }: Papers, at: number): string => (at < stay.px.length ? stay.doctor : '-');
  return [
    ['C14x01C', ({ stay }) => text(stay.px[0])],
    ['C15x01N', ({ stay }) => named(stay.px[0])],
    ['C16x01', papers => dated(papers, 0)],
    ['C17x01', always('-')],
    ['C18x01', papers => operator(papers, 0)],
    ...['C19x01', 'C20x01', 'C21x01C', 'C22x01C', 'C23x01'].map((name): Column => [name, always('-')]),
    ...numbers.flatMap(({ nn, at }): Column[] => [
      [`C35x${nn}C`, ({ stay }) => text(stay.px[at])],
      [`C36x${nn}N`, ({ stay }) => named(stay.px[at])],
      [`C37x${nn}`, papers => dated(papers, at)],
      [`C38x${nn}`, always('-')],
      [`C39x${nn}`, papers => operator(papers, at)],
      ...[`C40x${nn}`, `C41x${nn}`, `C42x${nn}C`, `C43x${nn}C`, `C44x${nn}`].map((name): Column => [name, always('-')]),
    ]),
  ];
}

const hours: readonly Column[] = [
  ...['C28', 'C29', 'C30', 'C31', 'C32', 'C33'].map((name): Column => [name, always('0')]),
  ['C34C', ({ stay }) => (stay.dischargeWay === '5' ? '2' : '-')],
  ['C47', ({ stay }) => stay.ventHours],
  ['C48x01C', ({ intensive }) => (intensive ? '综合ICU' : '-')],
  ['C49x01', ({ intensive }) => intensive?.from ?? ''],
  ['C50x01', ({ intensive }) => intensive?.to ?? ''],
  ...['02', '03', '04', '05'].flatMap((nn): Column[] => [
    [`C48x${nn}C`, always('-')],
    [`C49x${nn}`, always('')],
    [`C50x${nn}`, always('')],
  ]),
];

const amounts = new WeakMap<Papers, Readonly<Record<string, number>>>();

/** Divided once a stay, not once a column. */
function amountsOf(papers: Papers): Readonly<Record<string, number>> {
  const known = amounts.get(papers) ?? frontPageAmounts(papers.stay.bill.charges);
  amounts.set(papers, known);
  return known;
}

const charges: readonly Column[] = [
  ['D01', ({ stay }) => yuanText(stay.bill.total)],
  ['D09', ({ stay }) => yuanText(stay.benefit.account + stay.benefit.cash)],
  ...frontPageCharges.map((name): Column => [name, papers => yuanText(amountsOf(papers)[name] ?? 0)]),
];

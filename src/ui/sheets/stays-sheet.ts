/** All stays of the load as columns, priced by the scenario looked at. The margin stays in sight while the others scroll. */
import type { Desk, Run } from '../../app/desk.ts';
import { leadingFigure } from '../../compare/leading-figure.ts';
import { Decimal, yuanText } from '../../money.ts';
import { quotient, signed, yuan } from '../../report/format.ts';
import { minus } from '../../report/shown-money.ts';
import { MISSING, rowOfStay, stayId } from '../../stay/stay-table.ts';
import type { Pen } from '../pen.ts';
import { type Column, numberColumn, type Sheet, wordColumn } from '../table/sheet.ts';
import { titlesOf } from '../table/titles.ts';
import { toneOf } from '../theme.ts';
import type { Say, Word } from '../words.ts';
import { bandWords, diagnosisWords, groupWords, internedWords, sexWords } from './stay-words.ts';

const missing = Number.NaN;

type Drawn = { readonly say: Say; readonly pen: Pen };

export function staysSheet({ stays, nameOf }: Desk, { settlement, grouping, result }: Run, { say, pen }: Drawn): Sheet {
  const cost = stays.money.total ?? new Float64Array(stays.count).fill(missing);
  // who paid may be unknown where the payment is not: then what the group brought stands in the margin's place
  const figure = leadingFigure(result.totals) ?? 'margin';
  const margin = figure === 'margin' ? settlement.margin : settlement.payment.map((paid, row) => paid - (cost[row]! || 0));
  return {
    count: stays.count,
    key: stayId,
    rowOf: key => rowOfStay(key, stays.count),
    keysOf: stays,
    identifiers: true,
    columns: withBothTitles(figure, [
      { key: 'stay', identifier: true, title: say('stay'), width: 8, align: 'left', fixed: 'left', text: stayId, value: row => row },
      wordColumn({ key: 'sex', title: say('sex'), width: pen.language === 'zh' ? 4 : 6, words: sexWords(stays.sex, say) }),
      ageColumn(stays, say),
      wordColumn({ key: 'department', title: say('department'), width: 8, grows: true, words: internedWords(stays.words.department) }),
      wordColumn({ key: 'doctor', title: say('doctor'), width: 6, identifier: true, words: internedWords(stays.words.doctor) }),
      numberColumn({
        key: 'days',
        title: say('days'),
        width: 4,
        value: row => known(stays.days[row]),
        text: row => wholeText(stays.days[row]),
        show: mean => quotient(mean, 1, 1),
        footer: 'mean',
      }),
      moneyColumn('total', cost, say),
      wordColumn({ key: 'drg', title: say('drg'), width: 5, words: groupWords(grouping) }),
      ...priceColumns(settlement, cost, say),
      wordColumn({ key: 'band', title: say('band'), width: 8, words: bandWords(settlement.band, say) }),
      moneyColumn('payment', settlement.payment, say),
      wordColumn({ key: 'diagnosis', title: say('diagnosis'), width: 22, grows: true, words: diagnosisWords(stays.dx, nameOf) }),
      numberColumn({
        key: 'margin',
        title: say(figure),
        width: moneyWidth(margin, 10) + 1,
        fixed: 'right',
        ...ofMoney(margin),
        text: row => minus(signed(yuan(margin[row]!))),
        tone: row => toneOf(margin[row]!),
        show: fen => minus(signed(yuan(fen))),
      }),
    ]),
    idBegins: text => idRange(text, stays.count),
  };
}

/** Titles are in the language of the screen; people type those of the other one too. */
const withBothTitles = (figure: 'margin' | 'groupResult', columns: readonly Column[]): readonly Column[] =>
  columns.map(column => ({ ...column, also: titlesOf(column.key === 'margin' ? figure : (column.key as Word)) }));

/** Whole years; newborns by their days, which sort before a child of one year. */
function ageColumn({ age, ageDays }: Desk['stays'], say: Say): Column {
  const daysOld = (row: number) => age[row] === 0 && ageDays[row]! >= 0;
  return numberColumn({
    key: 'age',
    title: say('age'),
    width: 4,
    value: row => (daysOld(row) ? ageDays[row]! / 366 : known(age[row])),
    text: row => (daysOld(row) ? say('ageDaysShort', { n: ageDays[row]! }) : wholeText(age[row])),
    show: mean => quotient(mean, 1, 1),
    footer: 'mean',
  });
}

/** Weight, standard and ratio belong to prices, of which there are few: each is worked out once. */
function priceColumns({ prices, price }: Run['settlement'], cost: Float64Array, say: Say): readonly Column[] {
  const priceAt = (row: number) => prices[price[row] ?? -1];
  const weights = prices.map(({ weight }) => weight.toNumber());
  // every digit of every weight, the points under one another
  const places = prices.reduce((most, { weight }) => Math.max(most, weight.decimalPlaces()), 0);
  const benchmarks = prices.map(({ benchmark }) => benchmark.times(100).toNumber());
  const standards = Float64Array.from(prices, ({ standard }) => standard);
  return [
    numberColumn({
      key: 'weight',
      title: say('weight'),
      width: 7,
      value: row => weights[price[row]!] ?? missing,
      text: row => priceAt(row)?.weight.toFixed(places) ?? '–',
      exact: row => priceAt(row)?.weight.toString() ?? '',
      show: weight => quotient(weight, 1, 4),
      // the mean weight of priced stays is their CMI
      footer: 'mean',
    }),
    numberColumn({
      key: 'standard',
      title: say('standard'),
      width: moneyWidth(standards, 8),
      value: row => standards[price[row]!] ?? missing,
      text: row => yuan(standards[price[row]!] ?? missing),
      exact: row => yuanText(standards[price[row]!] ?? missing),
      unit: FEN_IN_YUAN,
      show: yuan,
      footer: 'sum',
    }),
    numberColumn({
      key: 'ratio',
      title: say('ratio'),
      width: 6,
      value: row => cost[row]! / (benchmarks[price[row]!] || missing),
      text: row => ratioText(cost[row]!, priceAt(row)?.benchmark),
    }),
  ];
}

const FEN_IN_YUAN = 100;

const moneyColumn = (key: 'total' | 'payment', amounts: Float64Array, say: Say): Column =>
  numberColumn({ key, title: say(key), width: moneyWidth(amounts, 8), ...ofMoney(amounts), text: row => yuan(amounts[row]!) });

/** Typed and shown in yuan; files get every fen; the rows add up. */
const ofMoney = (amounts: Float64Array) => ({
  value: (row: number) => amounts[row]!,
  values: amounts,
  exact: (row: number) => yuanText(amounts[row]!),
  unit: FEN_IN_YUAN,
  show: yuan,
  footer: 'sum' as const,
});

/** Wide enough for the largest amount: money is never cut. */
function moneyWidth(amounts: Float64Array, least: number): number {
  let largest = 0;
  for (let row = 0; row < amounts.length; row++) largest = Math.max(largest, Math.abs(amounts[row]!) || 0);
  return Math.max(least, yuan(largest).length);
}

const known = (value: number | undefined): number => (value === undefined || value === MISSING ? missing : value);
const wholeText = (value: number | undefined): string => (value === undefined || value === MISSING ? '–' : String(value));

function ratioText(cost: number, benchmark: Decimal | undefined): string {
  if (Number.isNaN(cost) || !benchmark?.greaterThan(0)) return '–';
  return new Decimal(cost).div(100).div(benchmark).toFixed(2, Decimal.ROUND_HALF_UP);
}

/** `s00041` are the rows S0004100 to S0004199: an id is made from the row, so no id needs to be written to be found. */
function idRange(text: string, count: number): readonly [number, number] | undefined {
  const digits = /^s(\d{1,7})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const step = 10 ** (7 - digits.length);
  const first = Number(digits) * step - 1;
  return [first, Math.min(count - 1, first + step - 1)];
}

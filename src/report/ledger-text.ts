/** A cleared year as a person reads it: the answer, the ledger by month, and the statement of each insurance line by line. */
import type { Language } from '../language.ts';
import type { Clearing, ClearingLine, InsuranceClearing } from '../payment/clearing/clearing.ts';
import { type LedgerColumn, ledgerColumns, totalOf } from '../payment/clearing/ledger.ts';
import { type LedgerKey, type LedgerSum, ledgerBy } from '../payment/clearing/ledger-by.ts';
import { widthOf } from './cell-width.ts';
import { count, yuan } from './format.ts';
import { ledgerAnswer, ledgerNotes } from './ledger-answer.ts';
import { insuranceWord, ledgerWords, lineLabel, periodWord } from './ledger-words.ts';
import { printable } from './printable.ts';
import { minus } from './shown-money.ts';
import type { Table } from './table.ts';
import { textTable } from './text-table.ts';

export function ledgerText(clearing: Clearing, { by, language }: { readonly by: LedgerKey; readonly language: Language }): string {
  return [
    ledgerAnswer(clearing, language),
    ...ledgerNotes(clearing, language).map(printable),
    '',
    ...ledgerTexts(clearing, by, language),
    ...clearing.insurances.flatMap(one => [
      '',
      insuranceWord(one.insurance, language),
      textTable(statementTable(one, language)),
      ...previews(one, clearing, language),
    ]),
    '',
  ].join('\n');
}

const amount = (fen: number): string => minus(yuan(fen));
/** `billed` is the other side of u, and stands in the statement. */
type ShownColumn = Exclude<LedgerColumn, 'billed'>;
const shown = ledgerColumns.filter((column): column is ShownColumn => column !== 'billed');
const earned: readonly ShownColumn[] = ['stays', 'cost', 'payment', 'fund', 'patient', 'other', 'declared'];
const owed = shown.filter(column => !earned.includes(column));

/** What a window still shows without breaking lines. */
const WIDEST = 160;

/** One table, or where that is too wide what the year earned and below it what is owed of that. */
function ledgerTexts(clearing: Clearing, by: LedgerKey, language: Language): readonly string[] {
  const text = (columns: readonly ShownColumn[]): string => textTable(ledgerTable(clearing, { by, columns }, language));
  const whole = text(shown);
  if (whole.split('\n').every(line => widthOf(line) <= WIDEST)) return [whole];
  return [text(earned), '', text(owed)];
}

export type LedgerShown = { readonly by: LedgerKey; readonly columns: readonly ShownColumn[] };

/** A column that is nothing everywhere is left out, and so is the hospital where there is one. The balance stands beside what is owed. */
function ledgerTable({ ledger, budget }: Clearing, { by, columns }: LedgerShown, language: Language): Table {
  const balanced = columns.includes('clearing');
  const rows = ledgerBy(ledger, by);
  const say = ledgerWords[language];
  const total = totalOf(ledger);
  const hospitals = new Set(rows.map(({ hospital }) => hospital)).size > 1;
  const months = by === 'month';
  const used = columns.filter(column => rows.some(row => row[column] !== 0));
  const figure = (row: Readonly<Record<LedgerColumn, number>>, column: LedgerColumn): string =>
    column === 'stays' ? count(row[column]) : amount(row[column]);
  const keys = (row: LedgerSum): readonly string[] => [
    insuranceWord(row.insurance, language),
    ...(hospitals ? [row.hospital] : []),
    ...(months ? [row.period === undefined ? '' : periodWord(row.period, budget.year, language)] : []),
  ];
  const heads = [say.insurance, ...(hospitals ? [say.hospital] : []), ...(months ? [say.month] : [])];
  const open = lastBalances(ledger);
  return {
    columns: [
      ...heads.map(head => ({ head, align: 'left' as const })),
      ...used.map(column => ({ head: say[column], align: 'right' as const })),
      ...(balanced ? [{ head: say.balance, align: 'right' as const }] : []),
    ],
    rows: rows.map(row => [
      ...keys(row).map(printable),
      ...used.map(column => figure(row, column)),
      ...(balanced ? [amount(row.balance)] : []),
    ]),
    footer: [
      [say.total, ...heads.slice(1).map(() => ''), ...used.map(column => figure(total, column)), ...(balanced ? [amount(open)] : [])],
    ],
  };
}

/** The balance runs by insurance: what is open at the end is the sum of its last ones. */
const lastBalances = (ledger: Clearing['ledger']): number =>
  ledger.reduce((sum, row, i) => (ledger[i + 1]?.insurance === row.insurance ? sum : sum + row.balance), 0);

function statementTable({ lines }: InsuranceClearing, language: Language): Table {
  const say = ledgerWords[language];
  const long = Number.POSITIVE_INFINITY;
  return {
    columns: [
      { head: say.item, align: 'left', widest: long },
      { head: say.yuan, align: 'right' },
      { head: say.working, align: 'left', widest: long },
      { head: say.rule, align: 'left', widest: long },
      { head: say.source, align: 'left', widest: long },
    ],
    rows: lines.flatMap((line, i) => [
      ...(lines[i - 1]?.group === line.group ? [] : [[`[${say[`group_${line.group}`]}]`]]),
      [
        `${line.kind === 'note' ? '    ' : '  '}${lineLabel(line.label, language)}`,
        shownValue(line),
        line.working,
        line.rule,
        sourceOf(line),
      ].map(printable),
    ]),
    footer: [],
  };
}

const shownValue = ({ amount: fen, figure = '' }: ClearingLine): string => (fen === undefined ? figure : amount(fen));
const sourceOf = ({ source, illustrative }: ClearingLine): string => (illustrative ? `* ${source}` : source);

/** 月度预估: the floating price after each month. */
function previews({ price }: InsuranceClearing, { budget }: Clearing, language: Language): readonly string[] {
  if (!price || price.previews.length === 0) return [];
  const months = price.previews.map(({ period, price: value }) => `${periodWord(period, budget.year, language)} ${value.toFixed()}`);
  return [
    language === 'zh'
      ? `按月预估价格（预算和其他机构的量按十二分之一逐月累计）：${months.join('，')}`
      : `price after each month (a twelfth of the budget and of others' units a month): ${months.join(', ')}`,
  ];
}

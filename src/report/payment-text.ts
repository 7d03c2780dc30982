/** What a stay is paid under one scenario: labelled amounts that sum to the payment and to the fund's part, each with working and source. */
import type { Language } from '../language.ts';
import { lineWords } from '../payment/line-words.ts';
import type { Band, Line } from '../payment/settlement.ts';
import { yuan } from './format.ts';
import { printable } from './printable.ts';
import { minus } from './shown-money.ts';
import type { Table } from './table.ts';
import { textTable } from './text-table.ts';
import { titleIn } from './titles.ts';
import { type Say, speaker, type Word, words } from './words.ts';

export type PaidStay = {
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly policy: string;
  readonly band: Band;
  readonly reason: string;
  readonly weight: string;
  /** Fen; NaN when not known. */
  readonly cost: number;
  readonly standard: number;
  /** cost ÷ benchmark, 4 decimals; '' without a price. */
  readonly ratio: string;
  readonly payment: number;
  readonly fund: number;
  readonly patient: number;
  readonly other: number;
  readonly margin: number;
  readonly lines: readonly Line[];
};

export function paymentText(
  paid: PaidStay,
  { language, ascii = false }: { readonly language: Language; readonly ascii?: boolean },
): string {
  const say = speaker(language);
  const text = [
    printable(say('howPaid', { title: titleIn(paid, language), policy: paid.policy })),
    summary(paid, say),
    textTable(paymentTable(paid, language), { ascii }),
  ].join('\n');
  return ascii
    ? text
        .replaceAll('−', '-')
        .replaceAll('–', '-')
        .replaceAll('×', 'x')
        .replaceAll('÷', '/')
        .replaceAll('≤', '<=')
        .replaceAll('≈', '~')
        .replaceAll('→', '->')
    : text;
}

/** A formula that is cut cannot be worked out again. */
const uncut = Number.POSITIVE_INFINITY;

/** Lines of the payment, then its sum; lines of the fund's part, then its sum; then who pays the rest. */
function paymentTable({ lines, cost, payment, fund, patient, other, margin }: PaidStay, language: Language): Table {
  const say = speaker(language);
  const amount = (fen: number) => minus(yuan(fen));
  const rowsOf = (part: Line['part']) =>
    lines
      .filter(line => line.part === part)
      .map(line => [`  ${labelled(line, language)}`, amount(line.amount), line.working, line.source ?? '']);
  return {
    columns: [
      { head: say('payLine'), align: 'left', widest: uncut },
      { head: say('yuan'), align: 'right' },
      { head: say('working'), align: 'left', widest: uncut },
      { head: say('source'), align: 'left', widest: uncut },
    ],
    rows: [
      ...rowsOf('payment'),
      [`= ${say('payment')}`, amount(payment)],
      ...rowsOf('fund'),
      [`= ${say('fund')}`, amount(fund)],
      ...rowsOf('patient'),
    ],
    footer: [
      [say('patient'), amount(patient)],
      [say('other'), amount(other)],
      [say('margin'), amount(margin)],
      ...(Number.isNaN(margin) && !Number.isNaN(payment - cost) ? [[say('groupResult'), amount(payment - cost)]] : []),
    ],
  };
}

function summary({ cost, standard, weight, ratio, band, reason }: PaidStay, say: Say): string {
  const how = bandWords(band, reason, say);
  if (ratio === '') return say('summaryWithoutPrice', { cost: yuan(cost), band: how });
  return say('summary', { cost: yuan(cost), standard: yuan(standard), weight, ratio, band: how });
}

/** How the stay was paid, and why it has no price when it has none. */
export function bandWords(band: Band, reason: string, say: Say): string {
  const how = say(`band_${band}`);
  const why = `reason_${reason}`;
  return why in words.zh ? say('because', { band: how, reason: say(why as Word) }) : how;
}

/** `高倍率追加（R 3.5359 > 2.5）`: what it is, and the bound that put the stay there. */
function labelled({ label, bound }: Line, language: Language): string {
  const words = labelWords(label, language);
  if (!bound) return words;
  return language === 'zh' ? `${words}（${bound}）` : `${words} (${bound})`;
}

/** A label without words here is shown as it is. */
const labelWords = (label: string, language: Language): string =>
  label in lineWords[language] ? lineWords[language][label as keyof (typeof lineWords)['zh']] : label;

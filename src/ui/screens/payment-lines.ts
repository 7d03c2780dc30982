/** How one stay is paid, line by line: the lines of each part sum to that part; beside it what the other scenarios pay. */
import type { StayPayment } from '../../app/desk.ts';
import { type LeadingFigure, leadingFigure } from '../../compare/leading-figure.ts';
import type { Language } from '../../language.ts';
import { lineWords } from '../../payment/line-words.ts';
import type { Line as PaymentLine } from '../../payment/settlement.ts';
import { signed, yuan } from '../../report/format.ts';
import { minus } from '../../report/shown-money.ts';
import type { Lines, Span } from '../lines.ts';
import { shortTitle } from '../short-title.ts';
import { toneOf } from '../theme.ts';
import { heading, type Panel } from './grouping-lines.ts';

/** `title` names the scenario looked at, with its mark when its parameters are illustrative. */
type Titled = Panel & { readonly title: string };

const MONEY = 14;
const LABEL = 16;

export function paymentLines(payment: StayPayment | undefined, payments: readonly StayPayment[], panel: Titled): Lines {
  const { say } = panel;
  return [
    ...(payment ? paidLines(payment, panel) : []),
    [{ text: '' }],
    heading(say('allScenarios'), '', panel),
    ...payments.flatMap(other => scenarioLines(other, panel)),
  ];
}

function paidLines(payment: StayPayment, panel: Titled): Lines {
  const { say, title } = panel;
  const { policy, lines } = payment;
  const { word, amount: result } = resultOf(payment);
  const part = (name: PaymentLine['part'], amount: number): Lines => [
    ...lines.filter(line => line.part === name).flatMap(line => lineLines(line, panel)),
    amountLine(`= ${say(name)}`, yuan(amount), 'strong', panel),
  ];
  return [
    heading(title, policy, panel),
    ...part('payment', payment.payment),
    ...part('fund', payment.fund),
    ...lines.filter(line => line.part === 'patient').flatMap(line => lineLines(line, panel)),
    amountLine(say('patient'), yuan(payment.patient), undefined, panel),
    amountLine(say('other'), yuan(payment.other), undefined, panel),
    amountLine(say('actual'), yuan(payment.cost), undefined, panel),
    amountLine(say(word), marginText(result, panel), toneOf(result), panel),
  ];
}

/** The margin; the result of the group where nobody says who paid. */
export function resultOf({ margin, payment, cost }: StayPayment): { readonly word: LeadingFigure; readonly amount: number } {
  const amounts = { margin, groupResult: payment - cost };
  const word = leadingFigure(amounts) ?? 'margin';
  return { word, amount: amounts[word] };
}

/** The sign and the word say it too. */
export const marginText = (margin: number, { say }: Pick<Panel, 'say'>): string => {
  const word = margin < 0 ? ` ${say('lossWord')}` : margin > 0 ? ` ${say('gainWord')}` : '';
  return minus(signed(yuan(margin))) + word;
};

/** Label, working, amount; the working goes beneath, beside its source, where it does not fit. */
function lineLines({ label, amount, working, bound, source }: PaymentLine, { width, pen }: Panel): Lines {
  const words = lineLabel(label, pen.language);
  const between = width - 4 - MONEY - 2;
  const name = pen.fit(words, Math.min(between, Math.max(LABEL, pen.width(words))));
  const room = between - pen.width(name);
  const fits = pen.width(working) < room;
  const beneath = [fits ? '' : working, bound ?? '', source ?? ''].filter(text => text !== '').join('  ');
  return [
    [
      { text: `    ${name}` },
      { text: pen.fit(fits ? ` ${working}` : '', room), tone: 'quiet' },
      { text: `  ${pen.fit(minus(yuan(amount)), MONEY, 'right')}` },
    ],
    ...pen.wrap(beneath, width - 8).map((line): readonly Span[] => [{ text: `      ${line}`, tone: 'quiet' }]),
  ];
}

/** A label without words is shown as it is. */
function lineLabel(label: string, language: Language): string {
  const words: Readonly<Record<string, string>> = lineWords[language];
  return words[label] ?? label;
}

function amountLine(label: string, amount: string, tone: Span['tone'], { width, pen }: Panel): readonly Span[] {
  // A word after the figure would push it out of its column.
  const [figure = '', ...word] = amount.split(' ');
  const after = word.length > 0 ? ` ${word.join(' ')}` : '';
  return [
    { text: `  ${pen.fit(label, width - MONEY - 4 - pen.width(after))}`, tone: tone === 'strong' ? 'strong' : 'quiet' },
    { text: `${after.trimStart() === '' ? '' : `${after.slice(1)} `}${pen.fit(figure, MONEY, 'right')}`, tone },
  ];
}

/** Title, group, what is paid and the margin; two lines, so that it reads in a narrow panel too. */
function scenarioLines(payment: StayPayment, panel: Panel): Lines {
  const { width, pen, say } = panel;
  const { title, drg, band } = payment;
  const { amount: result } = resultOf(payment);
  const margined = minus(signed(yuan(result)));
  const what = [drg, say(`band_${band}`)].filter(text => text !== '').join(' ');
  const paid = yuan(payment.payment);
  const name = pen.fit(shortTitle(title), Math.max(0, width - 2 - 16 - 2 * (MONEY - 1) - 4));
  return [
    [
      { text: `  ${name} ` },
      { text: pen.fit(what, 16), tone: 'quiet' },
      { text: ` ${pen.fit(paid, MONEY - 2, 'right')}` },
      { text: ` ${pen.fit(margined, MONEY - 1, 'right')}`, tone: toneOf(result) },
    ],
  ];
}

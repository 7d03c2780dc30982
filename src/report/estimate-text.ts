/** An estimate to read: one sentence that answers, then who pays the bill and how the case is paid, each amount with working and source. */
import type { Language } from '../language.ts';
import type { BenefitLine } from '../payment/benefit/benefit-lines.ts';
import type { Estimate, EstimatedBenefit } from './estimate.ts';
import { type EstimateWord, estimateWords } from './estimate-words.ts';
import { yuan } from './format.ts';
import { bandWords, paymentText } from './payment-text.ts';
import { printable } from './printable.ts';
import { minus } from './shown-money.ts';
import { textTable } from './text-table.ts';
import { speaker } from './words.ts';

export function estimateText(estimate: Estimate, language: Language): string {
  const { benefit, paid, illustrative } = estimate;
  return [
    printable(answer(estimate, language)),
    ...(illustrative ? [estimateWords[language].illustrative] : []),
    '',
    ...(benefit ? [benefitText(benefit, language), ''] : []),
    paymentText(paid, { language }),
    '',
  ].join('\n');
}

/** `FR43 …: paid 9,818.88 yuan (normal; weight 0.96, standard 9,818.88 yuan, ratio 0.8148), 4,382.88 by the fund, ...` */
function answer({ group, paid, benefit }: Estimate, language: Language): string {
  const say = speakerOf(language);
  const { payment, cost, standard, weight, ratio, fund, patient, other, margin } = paid;
  const shown = {
    group: group ? `${group.drg} ${group.name}`.trim() : say('noGroup'),
    payment: amount(payment),
    band: bandWords(paid.band, paid.reason, speaker(language)),
    ...{ weight, standard: amount(standard), ratio },
  };
  const first = say(ratio === '' ? 'unpriced' : 'priced', shown);
  if (!benefit) return first + say('payersUnknown', { result: amount(payment - cost) }) + say('end');
  const bill = say('bill', {
    ...{ pool: amount(benefit.paid.pool), fundBeyond: say(benefit.fundBeyond ?? 'beyond'), beyond: amount(benefit.paid.beyond) },
    ...{ aid: amount(benefit.paid.aid), patient: amount(benefit.paid.patient) },
  });
  if (Number.isNaN(margin)) return first + say('fundUnknown') + bill + say('end');
  const word = margin > 0 ? 'gain' : margin < 0 ? 'loss' : 'even';
  const payers = say('payers', {
    ...{ fund: amount(fund), patient: amount(patient), other: amount(other), receipts: amount(fund + patient + other), cost: amount(cost) },
    margin: say(word, { amount: amount(Math.abs(margin)) }),
  });
  return first + payers + bill + say('end');
}

/** Every payer with its lines and their sum. */
function benefitText(benefit: EstimatedBenefit, language: Language): string {
  const say = speakerOf(language);
  const { insured, soFar, paid, lines } = benefit;
  const rowsOf = (part: BenefitLine['part']) =>
    lines
      .filter(line => line.part === part)
      .map(({ label, amount: fen, working, source }) => [`  ${say(label as EstimateWord)}`, amount(fen), working, source ?? '']);
  const sumOf = (word: EstimateWord, fen: number) => [`= ${say(word)}`, amount(fen)];
  const more = paid.beyondDue > 0 || paid.beyond > 0;
  return [
    printable(say('howBenefit', { title: benefit.title, id: benefit.id })),
    printable(
      say('who', {
        ...{ insurance: insured.insurance, level: insured.level, place: say(insured.place) },
        retired: insured.retired ? say('retired') : '',
        aid: insured.aid === undefined ? '' : say('aid', { group: insured.aid }),
        admission: String(soFar.admissions + 1),
      }),
    ),
    textTable({
      columns: [
        { head: say('line'), align: 'left', widest: uncut },
        { head: say('yuan'), align: 'right' },
        { head: say('working'), align: 'left', widest: uncut },
        { head: say('source'), align: 'left', widest: uncut },
      ],
      rows: [
        ...[...rowsOf('in_scope'), sumOf('in_scope', paid.inScope)],
        ...rowsOf('deductible'),
        ...[...rowsOf('pool'), sumOf('pool', paid.pool)],
        ...(more ? [...rowsOf('beyond'), sumOf(benefit.fundBeyond ?? 'beyond', paid.beyond)] : []),
        ...(insured.aid === undefined ? [] : [...rowsOf('aid'), sumOf('medical_aid', paid.aid)]),
        ...rowsOf('patient'),
      ],
      footer: [sumOf('patient', paid.patient)],
    }),
  ].join('\n');
}

/** A formula that is cut cannot be worked out again. */
const uncut = Number.POSITIVE_INFINITY;

const amount = (fen: number): string => minus(yuan(fen));

const speakerOf =
  (language: Language) =>
  (word: EstimateWord, filled: Readonly<Record<string, string>> = {}): string =>
    estimateWords[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole);

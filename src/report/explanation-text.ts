/** Why a stay landed in its group and what it is paid, in words: every condition beside the fact, every amount with its working and source. */
import type { AdrgStep, Check, ComplicationStep, DrgStep, MdcStep, Trace } from '../../grouper/trace.ts';
import type { Language } from '../language.ts';
import { conditionWords } from './condition-words.ts';
import { nearMissesOf } from './near-misses.ts';
import { type PaidStay, paymentText } from './payment-text.ts';
import { printable } from './printable.ts';
import { type Say, speaker } from './words.ts';

export type Explanation = { readonly stay: string; readonly traces: readonly Trace[]; readonly payments: readonly PaidStay[] };

export type ExplanationView = {
  readonly language: Language;
  readonly ascii?: boolean;
  /** Name of a diagnosis or procedure code, '' when unknown. */
  readonly nameOf: (code: string) => string;
};

export function explanationText({ stay, traces, payments }: Explanation, view: ExplanationView): string {
  const parts = [stay, ...traces.map(trace => traceLines(trace, view).join('\n')), ...payments.map(paid => paymentText(paid, view))];
  return `${parts.join('\n\n')}\n`;
}

/** The trace of one catalogue, a line a step. */
export function traceLines(trace: Trace, view: ExplanationView): readonly string[] {
  const pen = penOf(view);
  const { say } = pen;
  const { catalogue, group, mdcs, adrg, complications, drgs } = trace;
  const nearMisses = nearMissesOf(trace);
  const lines = [
    say(group.status, { drg: group.drg, name: group.name, catalogue }),
    '',
    say('howGrouped'),
    ...mdcs.flatMap(step => mdcLines(step, pen)),
    ...(adrg ? adrgLines(adrg, pen) : []),
    ...(adrg ? complicationLines(complications, pen) : []),
    ...(drgs.length > 0 ? [`  ${say('drgs')}`, ...drgs.map(step => drgLine(step, adrg?.adrg ?? '', pen))] : []),
    ...(nearMisses.length > 0 ? ['', say('nearMisses'), ...nearMisses.flatMap(step => adrgLines(step, pen))] : []),
  ];
  return lines.map(line => (line === '' ? '' : line.replace(/\S.*/s, printable)));
}

type Pen = {
  readonly say: Say;
  readonly language: Language;
  readonly mark: (holds: boolean) => string;
  readonly named: (code: string) => string;
};

function penOf({ language, ascii = false, nameOf }: ExplanationView): Pen {
  const [yes, no] = ascii ? ['[x]', '[ ]'] : ['✓', '✗'];
  return {
    say: speaker(language),
    language,
    mark: holds => (holds ? yes! : no!),
    named: code => `${code} ${nameOf(code)}`.trimEnd(),
  };
}

const mdcLines = ({ mdc, name, entered, checks }: MdcStep, pen: Pen): readonly string[] => [
  `  ${pen.mark(entered)} ${pen.say('mdcStep', { mdc, name })}`,
  ...checks.map(check => checkLine(check, mdc, pen)),
];

function adrgLines({ adrg, name, kind, line, checks }: AdrgStep, pen: Pen): readonly string[] {
  const holds = checks.every(check => check.holds);
  return [
    `  ${pen.mark(holds)} ${pen.say('adrgStep', { adrg, name, kind: kindWords(kind, pen.say), line })}`,
    ...checks.map(check => checkLine(check, adrg, pen)),
  ];
}

function kindWords(kind: string, say: Say): string {
  if (kind === 'surgery' || kind === 'procedure' || kind === 'medical') return say(kind);
  return kind === 'ambiguous' ? say('ambiguousKind') : kind;
}

/** The condition, a colon, what the case says to it. */
function checkLine({ atom, holds, facts }: Check, owner: string, pen: Pen): string {
  const colon = pen.language === 'zh' ? '：' : ': ';
  const said = facts.length === 0 ? pen.say('missing') : facts.map(pen.named).join(pen.language === 'zh' ? '、' : ', ');
  const words = conditionWords(atom, owner, pen.language);
  return `      ${pen.mark(holds)} ${atom === 'true' || atom === 'false' ? words : words + colon + said}`;
}

function complicationLines(complications: readonly ComplicationStep[], pen: Pen): readonly string[] {
  const { say } = pen;
  if (complications.length === 0) return [`  ${say('noComplications')}`];
  return [
    `  ${say('complications')}`,
    ...complications.map(({ code, level, exclusionGroup, cancelled, decides }) => {
      const word = cancelled ? 'complicationCancelled' : decides ? 'complicationDecides' : 'complicationCounts';
      return `      ${pen.mark(!cancelled)} ${pen.named(code)} ${say(word, { level: level.toUpperCase(), group: exclusionGroup })}`;
    }),
  ];
}

const drgLine = ({ drg, name, condition, holds }: DrgStep, owner: string, pen: Pen): string =>
  `      ${pen.mark(holds)} ${drg} ${name}${pen.language === 'zh' ? '：' : ': '}${conditionWords(condition, owner, pen.language)}`;

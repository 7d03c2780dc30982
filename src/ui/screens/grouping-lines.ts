/** How one stay was grouped, line by line: each condition beside the fact, complications with what cancelled them, and the near misses. */
import type { Check, Trace } from '../../../grouper/trace.ts';
import { conditionPhrase } from '../condition-phrase.ts';
import type { Pen } from '../pen.ts';
import type { Tone } from '../theme.ts';
import type { Span } from '../views/Line.tsx';
import type { Say } from '../words.ts';

export type Lines = readonly (readonly Span[])[];
export type Panel = { readonly width: number; readonly pen: Pen; readonly say: Say; nameOf(code: string): string };

const LABEL = 9;

export function groupingLines(trace: Trace | undefined, panel: Panel): Lines {
  const { say } = panel;
  if (!trace) return [heading(say('howGrouped'), '', panel), [{ text: `  ${say('notGrouped')}`, tone: 'quiet' }]];
  return [
    heading(say('howGrouped'), trace.catalogue, panel),
    ...trace.mdcs.flatMap(({ mdc, name, entered, checks }) => [
      ...labelled(
        `MDC ${mdc}`,
        `${name} ${verdict(entered, say('entered'), say('notEntered'), panel)}`,
        entered ? 'plain' : 'quiet',
        panel,
      ),
      ...checks.flatMap(check => checkLines(check, panel)),
    ]),
    ...(trace.adrg
      ? [
          ...labelled(trace.adrg.adrg, `${say('adrg')} ${trace.adrg.name}`, 'plain', panel),
          ...trace.adrg.checks.flatMap(check => checkLines(check, panel)),
        ]
      : []),
    ...complicationLines(trace, panel),
    ...trace.drgs.flatMap(({ drg, name, condition, holds }) =>
      labelled(
        drg,
        `${name}${spaced(conditionOf(condition, panel))} ${verdict(holds, say('holds'), say('fails'), panel)}`,
        holds ? 'plain' : 'quiet',
        panel,
      ),
    ),
    [{ text: '' }],
    ...nearMissLines(trace, panel),
  ];
}

export const heading = (title: string, beside: string, { width, pen }: Panel): readonly Span[] => [
  { text: `  ${pen.cut(title, width - 2)}`, tone: 'strong' },
  { text: pen.cut(beside === '' ? '' : `  ${beside}`, width - 2 - pen.width(title)), tone: 'quiet' },
];

/** `✓ 符合`: the mark and the word, never the mark or a colour alone. */
const verdict = (holds: boolean, yes: string, no: string, { pen }: Panel): string =>
  holds ? `${pen.marks.yes} ${yes}` : `${pen.marks.no} ${no}`;

const spaced = (text: string): string => (text === '' ? '' : ` ${text}`);
const conditionOf = (condition: string, { pen }: Panel): string =>
  condition === 'true' || condition === '' ? '' : `（${phrases(condition, pen)}）`;

/** A condition of several atoms: only the atoms become words, `and`, `or` and brackets stay. */
const phrases = (condition: string, { language }: Pen): string =>
  condition
    .split(/\b(and|or)\b|([()])/)
    .map(piece =>
      piece === undefined || /^(and|or|[()]|\s*)$/.test(piece) ? (piece ?? '').trim() : conditionPhrase(piece.trim(), language),
    )
    .filter(piece => piece !== '')
    .join(' ');

/** A label at the left, the text beside it, further lines indented to the text. */
function labelled(label: string, text: string, tone: Tone, { width, pen }: Panel): Lines {
  const lines = pen.wrap(text, width - LABEL - 3);
  return lines.map((line, i) => [
    { text: `  ${pen.fit(i === 0 ? label : '', LABEL)} `, tone: i === 0 ? 'accent' : 'plain' },
    { text: line, tone },
  ]);
}

function checkLines({ atom, holds, facts }: Check, panel: Panel): Lines {
  const { pen, say, nameOf } = panel;
  const named = facts.map(fact => (nameOf(fact) === '' ? fact : `${fact} ${nameOf(fact)}`));
  const fact =
    named.length === 0 ? say('noFacts') : say('facts', { facts: named.slice(0, 3).join('、') + (named.length > 3 ? pen.marks.more : '') });
  const text = `${verdict(holds, say('holds'), say('fails'), panel)}  ${conditionPhrase(atom, pen.language)}  ${fact}`;
  return labelled('', text, holds ? 'plain' : 'quiet', panel);
}

function complicationLines({ complications }: Trace, panel: Panel): Lines {
  const { say, nameOf } = panel;
  if (complications.length === 0) return labelled(say('complications'), say('noComplication'), 'quiet', panel);
  return complications.flatMap(({ code, level, exclusionGroup, cancelled, decides }, i) => {
    const effect = cancelled ? say('cancelled', { set: exclusionGroup }) : decides ? say('decides') : say('counts');
    const text = `${code}${spaced(nameOf(code))} ${say(level)} ${verdict(!cancelled, effect, effect, panel)}`;
    return labelled(i === 0 ? say('complications') : '', text, cancelled ? 'quiet' : 'plain', panel);
  });
}

function nearMissLines({ nearMisses }: Trace, panel: Panel): Lines {
  const { say } = panel;
  if (nearMisses.length === 0) return labelled(say('nearMiss'), say('noNearMiss'), 'quiet', panel);
  return nearMisses.flatMap(({ adrg, name, checks }, i) => [
    ...labelled(i === 0 ? say('nearMiss') : '', `${adrg} ${name}`, 'plain', panel),
    ...checks.filter(({ holds }) => !holds).flatMap(check => checkLines(check, panel)),
  ]);
}

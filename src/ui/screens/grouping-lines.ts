/** How one stay was grouped, line by line: each condition beside the fact, complications with what cancelled them, and the near misses. */
import type { Check, Trace } from '../../../grouper/trace.ts';
import { conditionWords } from '../../report/condition-words.ts';
import { nearMissesOf } from '../../report/near-misses.ts';
import type { Lines, Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { Tone } from '../theme.ts';
import type { Say } from '../words.ts';

export type Panel = { readonly width: number; readonly pen: Pen; readonly say: Say; nameOf(code: string): string };

const LABEL = 9;
/** Codes named beside a condition; more are only hinted at. */
const FACTS = 3;

export function groupingLines(trace: Trace | undefined, panel: Panel): Lines {
  const { say, pen } = panel;
  if (!trace) return [heading(say('howGrouped'), '', panel), [{ text: `  ${say('notGrouped')}`, tone: 'quiet' }]];
  return [
    heading(say('howGrouped'), trace.catalogue, panel),
    ...trace.mdcs.flatMap(({ mdc, name, entered, checks }) => [
      ...labelled(mdc, `${name} ${verdict(entered, say('entered'), say('notEntered'), panel)}`, entered ? 'plain' : 'quiet', panel),
      ...checks.flatMap(check => checkLines(check, mdc, panel)),
    ]),
    ...(trace.adrg
      ? [
          ...labelled(trace.adrg.adrg, `${say('adrg')} ${trace.adrg.name}`, 'plain', panel),
          ...trace.adrg.checks.flatMap(check => checkLines(check, trace.adrg?.adrg ?? '', panel)),
        ]
      : []),
    ...complicationLines(trace, panel),
    ...trace.drgs.flatMap(({ drg, name, condition, holds }) =>
      labelled(
        drg,
        `${name}${always(condition) ? '' : ` ${pen.marks.dot} ${conditionWords(condition, trace.group.adrg, pen.language)}`} ${verdict(holds, say('holds'), say('fails'), panel)}`,
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
const always = (condition: string): boolean => condition === 'true' || condition === '';

/** A label at the left, the text beside it, further lines indented to the text. */
function labelled(label: string, text: string, tone: Tone, { width, pen }: Panel): Lines {
  const lines = pen.wrap(text, width - LABEL - 3);
  return lines.map((line, i) => [
    { text: `  ${pen.fit(i === 0 ? label : '', LABEL)} `, tone: i === 0 ? 'accent' : 'plain' },
    { text: line, tone },
  ]);
}

/** The condition, then what the case says to it. A condition that always holds has no fact. */
function checkLines({ atom, holds, facts }: Check, owner: string, panel: Panel): Lines {
  const { pen, say, nameOf } = panel;
  const named = facts.slice(0, FACTS).map(fact => fact + spaced(nameOf(fact)));
  const all = named.join(say('listComma')) + (facts.length > FACTS ? pen.marks.more : '');
  const fact = always(atom) ? '' : facts.length === 0 ? say('noFacts') : say('facts', { facts: all });
  const text = `${verdict(holds, say('holds'), say('fails'), panel)}  ${conditionWords(atom, owner, pen.language)}  ${fact}`;
  return labelled('', text.trimEnd(), holds ? 'plain' : 'quiet', panel);
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

function nearMissLines(trace: Trace, panel: Panel): Lines {
  const nearMisses = nearMissesOf(trace);
  const { say } = panel;
  if (nearMisses.length === 0) return labelled(say('nearMiss'), say('noNearMiss'), 'quiet', panel);
  return nearMisses.flatMap(({ adrg, name, checks }, i) => [
    ...labelled(i === 0 ? say('nearMiss') : '', `${adrg} ${name}`, 'plain', panel),
    ...checks.filter(({ holds }) => !holds).flatMap(check => checkLines(check, adrg, panel)),
  ]);
}

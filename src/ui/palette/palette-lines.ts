/** The suggestions as lines over the lower part of the screen: the command, what it is called, what it takes. */
import { contentHeight } from '../layout.ts';
import type { Lines, Span } from '../lines.ts';
import { penOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/state.ts';
import { chosenOf, type Suggestion, suggestionsOf } from './suggestions.ts';

/** At most so many, and never the whole screen. */
const MOST = 9;
/** Columns of the command and of its title. */
const COMMAND = 24;
const TITLE = 20;

export function paletteLines(state: WorkbenchState): Lines {
  const { typing, size } = state;
  if (typing?.purpose !== 'command') return [];
  const pen = penOf(state);
  const all = suggestionsOf(state, typing.text);
  const room = Math.max(1, Math.min(MOST, contentHeight(size) - 4));
  const at = Math.max(0, Math.min(typing.chosen, all.length) - 1);
  const first = Math.max(0, Math.min(at - room + 1, all.length - room));
  const chosen = chosenOf(state);
  if (all.length === 0) return [];
  const rule = [{ text: pen.marks.rule.repeat(size.columns), tone: 'quiet' as const }];
  return [rule, ...all.slice(first, first + room).map(one => suggestionSpans(one, one.text === chosen?.text, state))];
}

function suggestionSpans({ text, title, takes }: Suggestion, chosen: boolean, state: WorkbenchState): readonly Span[] {
  const pen = penOf(state);
  const room = state.size.columns - 2;
  const isAlone = title === '' && takes === '';
  const command = pen.fit(text, isAlone ? room : COMMAND);
  const told = isAlone ? '' : pen.fit(`  ${title}`, takes === '' ? room - COMMAND : TITLE);
  const rest = takes === '' ? '' : pen.fit(`  ${takes}`, room - COMMAND - TITLE);
  if (chosen)
    return [
      { text: `${pen.marks.cursor} `, tone: 'accent' },
      { text: command + told + rest, tone: 'selected' },
    ];
  return [{ text: '  ' }, { text: command, tone: 'accent' }, { text: told }, { text: rest, tone: 'quiet' }];
}

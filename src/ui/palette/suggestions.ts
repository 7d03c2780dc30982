/** What the palette suggests for what is typed so far: commands, or, behind a command, the values it can take. */
import { titleIn } from '../../report/titles.ts';
import { verbOf } from '../perform.ts';
import { rootScreens } from '../place.ts';
import { sayOf, sheetOf } from '../sheets/sheets.ts';
import { readStep } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import type { Verb } from '../verbs/verb.ts';
import { entriesOf } from './entries.ts';
import { bestRank } from './fuzzy.ts';
import { initialsOf } from './pinyin.ts';

export type Suggestion = {
  /** The command as it would be typed. */
  readonly text: string;
  readonly title: string;
  readonly takes: string;
};

/** Nothing typed: what was typed before and then everything; the best answer first, among equals in the order of the list. */
export function suggestionsOf(state: WorkbenchState, text: string): readonly Suggestion[] {
  const [, word = '', gap = '', value = ''] = /^\s*([^\s=]+)(\s*=\s*|\s+)([\s\S]*)$/.exec(text) ?? [];
  const verb = verbOf(word);
  if (verb) return valuesOf(state, verb, { head: word + gap, value });
  if (text.trim() === '') return [...recent(state), ...entriesOf(state)];
  return ranked(entriesOf(state), ({ names }) => bestRank(text, names));
}

/** The one Enter takes: chosen with the arrows, or the first where what is typed is no command by itself. */
export function chosenOf(state: WorkbenchState): Suggestion | undefined {
  const { typing } = state;
  if (typing?.purpose !== 'command') return undefined;
  const suggestions = suggestionsOf(state, typing.text);
  if (typing.chosen > 0) return suggestions[Math.min(typing.chosen, suggestions.length) - 1];
  return typing.text.trim() === '' || verbOf(readStep(typing.text).verb) ? undefined : suggestions[0];
}

const SHOWN_RECENT = 5;

function recent({ commands }: WorkbenchState): readonly Suggestion[] {
  return commands.slice(0, SHOWN_RECENT).map(text => ({ text, title: '', takes: '' }));
}

/** `sort -margin,st` completes what stands behind the last comma. */
function valuesOf(
  state: WorkbenchState,
  verb: Verb,
  { head, value }: { readonly head: string; readonly value: string },
): readonly Suggestion[] {
  const from = value.lastIndexOf(',') + 1;
  const before = head + value.slice(0, from);
  const values = (verb.complete?.(state) ?? []).map(text => ({ text, title: nameOf(state, verb, text) }));
  const fitting = ranked(values, ({ text, title }) => bestRank(value.slice(from), [text, title, initialsOf(title)]));
  return fitting.map(({ text, title }) => ({ text: before + text, title, takes: '' }));
}

/** A value in words, where it has some: a screen, a scenario, a dimension, a column. */
function nameOf(state: WorkbenchState, { verb }: Verb, value: string): string {
  const say = sayOf(state);
  const screen = rootScreens.find(name => name === value);
  if (verb === 'go' && screen) return say(screen);
  const result = state.desk?.runs.find(run => run.result.id === value)?.result;
  if (verb === 'scenario' && result) return titleIn(result, state.language);
  const key = value.replace(/^[-+]/, '');
  return sheetOf(state).columns.find(column => column.key === key)?.title ?? '';
}

function ranked<T>(all: readonly T[], rankOf: (one: T) => number | undefined): readonly T[] {
  return all
    .flatMap(one => {
      const rank = rankOf(one);
      return rank === undefined ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

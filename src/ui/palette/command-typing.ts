/** A command being typed: choosing among the suggestions, completing, running. What cannot be run stays in the line with the reason above it. */
import { mistakeText } from '../mistake-text.ts';
import { tried, verbOf } from '../perform.ts';
import { readStep } from '../step.ts';
import type { Typing } from '../store/table-slice.ts';
import type { Workbench, WorkbenchState } from '../store/workbench.ts';
import { chosenOf, type Suggestion, suggestionsOf } from './suggestions.ts';

type CommandTyping = Extract<Typing, { readonly purpose: 'command' }>;

export const startCommand = ({ getState }: Workbench): void => getState().type({ purpose: 'command', text: '', chosen: 0 });

/** From the text itself (0) down through the suggestions, and round. */
export function choose({ getState }: Workbench, typing: CommandTyping, by: number): void {
  const count = suggestionsOf(getState(), typing.text).length;
  getState().type({ ...typing, chosen: (typing.chosen + by + count + 1) % (count + 1) });
}

/** Tab writes the suggestion into the line: the one chosen, else the first. */
export function complete({ getState }: Workbench, typing: CommandTyping): void {
  const suggestion = chosenOf(getState()) ?? suggestionsOf(getState(), typing.text)[0];
  if (suggestion) fill(getState().type, suggestion);
}

/** Enter: a command that still takes a value is completed first, so that nobody has to know which do. */
export function runTyped(workbench: Workbench, typing: CommandTyping): void {
  const { type } = workbench.getState();
  const chosen = chosenOf(workbench.getState());
  if (chosen && takesMore(chosen.text)) fill(type, chosen);
  else if (chosen) run(workbench, chosen.text);
  else if (typing.text.trim() === '') type(undefined);
  else if (takesMore(typing.text)) fill(type, { text: typing.text.trim() });
  else run(workbench, typing.text.trim());
}

/** A verb by itself that takes a value; a blank behind it says that none is meant. */
const takesMore = (text: string): boolean => verbOf(text)?.takes !== undefined;

function fill(type: (typing: Typing) => void, { text }: Pick<Suggestion, 'text'>): void {
  type({ purpose: 'command', text: takesMore(text) ? `${text} ` : text, chosen: 0 });
}

/** The line comes back with the text unless the person has gone on meanwhile; then the reason is only told. */
function run(workbench: Workbench, text: string): void {
  workbench.getState().type(undefined);
  workbench.getState().remember(text);
  const left = workbench.getState();
  tried(workbench, readStep(text), error => {
    const { language, say, type } = workbench.getState();
    if (hasNotGoneOn(left, workbench.getState())) type({ purpose: 'command', text, chosen: 0 });
    say({ text: mistakeText(error, language), tone: 'warning' });
  });
}

/** No key has moved anything since: what failed may have taken a while. */
const hasNotGoneOn = (left: WorkbenchState, now: WorkbenchState): boolean =>
  now.typing === undefined &&
  (['path', 'tables', 'help', 'scroll', 'scenario', 'dimension', 'language', 'desk'] as const).every(part => left[part] === now[part]);

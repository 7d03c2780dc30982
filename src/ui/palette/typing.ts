/** Keys of the text field: one field for filters and commands, edited as in a shell. */
import { printable } from '../../report/printable.ts';
import type { Typing } from '../store/table-slice.ts';
import type { Workbench } from '../store/workbench.ts';
import { choose, complete, runTyped } from './command-typing.ts';
import { bringBack, cancelFilter, keepFilter, tryFilter } from './filter-typing.ts';
import * as field from './text-field.ts';

export type TypingAction =
  | 'keep'
  | 'cancel'
  | 'erase'
  | 'eraseAfter'
  | 'eraseWord'
  | 'eraseAll'
  | 'eraseRest'
  | 'cursorLeft'
  | 'cursorRight'
  | 'wordLeft'
  | 'wordRight'
  | 'cursorStart'
  | 'cursorEnd'
  | 'bringBack'
  | 'chooseNext'
  | 'choosePrevious'
  | 'complete';

export const fieldOf = ({ text, cursor }: Typing): field.Field => ({ text, cursor: cursor ?? text.length });

export const typeText = (workbench: Workbench, text: string): void => edit(workbench, now => field.typed(now, printable(text)));

export const typingActs: Readonly<Record<TypingAction, (workbench: Workbench) => void>> = {
  keep: finish(keepFilter, runTyped),
  cancel: finish(cancelFilter, ({ getState }) => getState().type(undefined)),
  erase: eraseBefore,
  eraseAfter: editing(field.erasedAfter),
  eraseWord: editing(field.erasedWord),
  eraseAll: editing(field.erasedToStart),
  eraseRest: editing(field.erasedToEnd),
  cursorLeft: editing(field.oneLeft),
  cursorRight: editing(field.oneRight),
  wordLeft: editing(field.wordLeft),
  wordRight: editing(field.wordRight),
  cursorStart: editing(field.atStart),
  cursorEnd: editing(field.atEnd),
  bringBack: bringBackLast,
  chooseNext: inCommand((workbench, typing) => choose(workbench, typing, 1)),
  choosePrevious: inCommand((workbench, typing) => choose(workbench, typing, -1)),
  complete: inCommand(complete),
};

/** Before nothing there is the last filter. */
function eraseBefore(workbench: Workbench): void {
  const { typing } = workbench.getState();
  if (typing?.purpose === 'filter' && typing.text === '') bringBack(workbench, typing);
  else edit(workbench, field.erasedBefore);
}

function bringBackLast(workbench: Workbench): void {
  const { typing } = workbench.getState();
  if (typing?.purpose === 'filter') bringBack(workbench, typing);
}

function editing(change: (now: field.Field) => field.Field) {
  return (workbench: Workbench) => edit(workbench, change);
}

/** A filter works at once; suggestions begin anew with another text. */
function edit(workbench: Workbench, change: (now: field.Field) => field.Field): void {
  const { typing, type } = workbench.getState();
  if (!typing) return;
  const next = change(fieldOf(typing));
  if (typing.purpose === 'command') {
    type({ ...typing, ...next, chosen: next.text === typing.text ? typing.chosen : 0 });
    return;
  }
  const now = { ...typing, ...next };
  type(now);
  if (now.text !== typing.text) void tryFilter(workbench, now);
}

type Filtering = Extract<Typing, { readonly purpose: 'filter' }>;
type Commanding = Extract<Typing, { readonly purpose: 'command' }>;

/** The field closes; a command may open it again. */
function finish(filter: (workbench: Workbench, typing: Filtering) => unknown, command: (workbench: Workbench, typing: Commanding) => void) {
  return (workbench: Workbench) => {
    const { typing, type } = workbench.getState();
    if (typing?.purpose === 'command') command(workbench, typing);
    if (typing?.purpose !== 'filter') return;
    type(undefined);
    filter(workbench, typing);
  };
}

function inCommand(act: (workbench: Workbench, typing: Commanding) => void) {
  return (workbench: Workbench) => {
    const { typing } = workbench.getState();
    if (typing?.purpose === 'command') act(workbench, typing);
  };
}

/** What a key does where: the parts of the key map are written in this form, one file for each part of the workbench. */
import type { Language } from '../../language.ts';
import type { TypingAction } from '../palette/typing.ts';
import type { Step } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';

/** Where a person is, as far as keys go. */
export type Where =
  | 'overview'
  | 'stays'
  | 'groups'
  | 'departments'
  | 'rows'
  | 'scenarios'
  | 'parameters'
  | 'derived'
  | 'data'
  | 'files'
  | 'columns'
  | 'questions'
  | 'found'
  | 'answer'
  | 'stay'
  | 'help'
  | 'typing'
  | 'command'
  | 'loading';

export type Action =
  | 'down'
  | 'up'
  | 'left'
  | 'right'
  | 'pageDown'
  | 'pageUp'
  | 'halfDown'
  | 'halfUp'
  | 'first'
  | 'last'
  | 'open'
  | 'back'
  | 'before'
  | 'filter'
  | 'sort'
  | 'alsoSort'
  | 'nextScenario'
  | 'previousScenario'
  | 'nextDimension'
  | 'previousDimension'
  | 'overview'
  | 'stays'
  | 'groups'
  | 'departments'
  | 'scenarios'
  | 'data'
  | 'nextScreen'
  | 'language'
  | 'help'
  | 'closeHelp'
  | 'quit'
  | 'interrupt'
  | 'command'
  | TypingAction;

type Words = Readonly<Record<Language, string>>;
export type Binding = {
  readonly keys: readonly string[];
  /** What it does: a move of the screen itself, or a step that could as well be typed; undefined: nothing here. */
  readonly action?: Action;
  readonly step?: (state: WorkbenchState) => Step | undefined;
  readonly where: readonly Where[];
  readonly does: Words;
  /** Short words of the hint line; a binding without them is only in the help. */
  readonly hint?: Words;
};

/** The tables about the load itself, one after the other. */
export const aboutData = ['data', 'files', 'columns', 'questions'] as const satisfies readonly Where[];
export const tables: readonly Where[] = [
  'overview',
  'stays',
  'groups',
  'departments',
  'rows',
  'scenarios',
  'parameters',
  'derived',
  ...aboutData,
  'found',
  'answer',
];
export const screens: readonly Where[] = [...tables, 'stay'];
/** What was loaded is the same under every scenario. */
export const byScenario: readonly Where[] = screens.filter(where => where !== 'found' && !(aboutData as readonly Where[]).includes(where));
export const withHelp: readonly Where[] = [...screens, 'help'];
export const typed: readonly Where[] = ['typing', 'command'];

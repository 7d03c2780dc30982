/** Where a person is in the workbench: one of the screens, or something opened from it. Esc walks the path back. */
import type { Dimension } from '../compare/comparison.ts';
import type { FindingRule } from '../stay/finding.ts';
import type { Where } from './keys/binding.ts';

/** What stays are told apart by when one drills down. */
export type Part = Dimension | 'doctor';
/** The stays of one key: `department` 骨科, and inside it `doctor` D012. */
export type Within = readonly { readonly by: Part; readonly key: string; readonly label: string }[];

export type Place =
  | { readonly screen: RootScreen }
  /** The stays inside `within`, told apart by `by`: the doctors or the groups of a department. */
  | { readonly screen: 'rows'; readonly within: Within; readonly by: Part }
  /** The stays inside `within`, one by one. */
  | { readonly screen: 'part'; readonly within: Within }
  /** Why: the stay under the cursor of the table it was opened from. */
  | { readonly screen: 'stay' }
  /** How often each value of a column occurs among the rows shown before. */
  | { readonly screen: 'frequency'; readonly column: string }
  /** Every column of the rows shown before, described: filled, distinct, least, mean, most. */
  | { readonly screen: 'describe' }
  /** The rows shown before, counted or summed by two of their columns. */
  | { readonly screen: 'pivot'; readonly down: string; readonly across: string; readonly figure: string }
  /** What the scenario looked at is made of. */
  | { readonly screen: 'parameters' }
  /** How the files of the load were understood: one by one, column by column, and what can be asked of them. */
  | { readonly screen: 'files' | 'columns' | 'questions' }
  /** What one check found, row by row. */
  | { readonly screen: 'found'; readonly rule: FindingRule }
  /** What the workspace answers to a question in SQL. */
  | { readonly screen: 'answer'; readonly sql: string };

export const rootScreens = ['overview', 'stays', 'groups', 'departments', 'scenarios', 'data'] as const;
export type RootScreen = (typeof rootScreens)[number];

/** The screens keep their numbers for good; the ones not built yet are absent. */
export const screenNumber: Readonly<Record<RootScreen, number>> = {
  overview: 1,
  stays: 2,
  groups: 3,
  departments: 4,
  scenarios: 5,
  data: 0,
};

export type Path = readonly Place[];

export const placeOf = (path: Path): Place => path.at(-1) ?? { screen: 'overview' };
export const rootOf = (path: Path): RootScreen => rootScreens.find(screen => screen === path[0]?.screen) ?? 'overview';

/** The path of the table that moves when a person moves: a stay moves the table it was opened from. */
export const tablePath = (path: Path): Path => (placeOf(path).screen === 'stay' ? path.slice(0, -1) : path);

/** Tables keep their place while a person looks elsewhere; each is known by the way to it. */
export type TableId = string;
export const tableIdOf = (path: Path): TableId =>
  tablePath(path)
    .map(place => JSON.stringify(Object.values(place)))
    .join('/');

export const whereOf = (place: Place): Where => {
  switch (place.screen) {
    case 'part':
      return 'stays';
    case 'frequency':
    case 'describe':
    case 'pivot':
      return 'derived';
    default:
      return place.screen;
  }
};

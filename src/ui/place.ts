/** Where a person is in the workbench: a screen, or something opened from it. Esc walks the path back. */
import type { Dimension } from '../compare/comparison.ts';
import type { Where } from './keys.ts';

export type Place =
  | { readonly screen: 'overview' }
  | { readonly screen: 'stays' }
  /** The stays of one row of a table by dimension. */
  | { readonly screen: 'part'; readonly dimension: Dimension; readonly key: string; readonly label: string }
  | { readonly screen: 'stay'; readonly from: 'stays' | 'part' }
  | { readonly screen: 'scenarios' };

export const rootScreens = ['overview', 'stays', 'scenarios'] as const;
export type RootScreen = (typeof rootScreens)[number];

/** The screens keep their numbers for good; the ones not built yet are absent. */
export const screenNumber: Readonly<Record<RootScreen, number>> = { overview: 1, stays: 2, scenarios: 5 };

/** Tables keep their place while a person looks elsewhere. */
export type TableId = 'departments' | 'stays' | 'part' | 'dimension';

/** The table that moves when a person moves. */
export function tableOf(place: Place): TableId {
  switch (place.screen) {
    case 'overview':
      return 'departments';
    case 'stays':
      return 'stays';
    case 'part':
      return 'part';
    case 'stay':
      return place.from;
    case 'scenarios':
      return 'dimension';
  }
}

export const whereOf = (place: Place): Where => (place.screen === 'part' ? 'stays' : place.screen);

export const placeOf = (path: readonly Place[]): Place => path.at(-1) ?? { screen: 'overview' };

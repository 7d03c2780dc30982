/**
 * The command line that prints the view on the screen again, ready to be pasted into a shell. It is what the person asked for, so it says
 * which doctor was opened (`open=D097`), by a name where staff names were kept; no log gets it.
 */

import { rootOf } from '../place.ts';
import { writtenStep } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import { stepsTo } from './steps-to.ts';

export function commandOf(state: WorkbenchState, shippedComparison: string): string {
  const { order, language, path } = state;
  const [, ...steps] = stepsTo(state);
  const words = [
    'casemix',
    'view',
    rootOf(path),
    ...steps.map(writtenStep),
    ...(order.data ?? []).flatMap(file => ['--data', file]),
    ...(order.comparison === shippedComparison ? [] : ['--comparison', order.comparison]),
    ...(language === 'en' ? ['--lang', 'en'] : []),
  ];
  return words.map(quoted).join(' ');
}

/** In single quotes where a shell would read more into it than the word. */
export const quoted = (word: string): string => (/^[\w@%+=:,./\u4e00-\u9fff-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The scenario looked at, by name; figures of illustrative parameters always say so. */
import type { ScenarioResult } from '../compare/comparison.ts';
import { sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';

export function scenarioTitle(state: WorkbenchState): string {
  const result = state.desk?.runs[state.scenario]?.result;
  if (!result) return '';
  return isIllustrative(result) ? `${result.title}${sayOf(state)('illustrative')}` : result.title;
}

export const isIllustrative = ({ notes }: ScenarioResult): boolean => notes.some(({ kind }) => kind === 'illustrative');

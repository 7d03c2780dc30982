/** What a table or panel is about, and the scenario it is seen by; figures of illustrative parameters always say so. */
import type { ScenarioResult } from '../compare/comparison.ts';
import { titleIn } from '../report/titles.ts';
import { penOf, sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';

/** `科室差额（示例） · DRG 2.0`: the mark stands before the title, so that it is never cut off with it. */
export function titledByScenario(subject: string, state: WorkbenchState): string {
  const result = state.desk?.runs[state.scenario]?.result;
  if (!result) return subject;
  const mark = isIllustrative(result) ? sayOf(state)('illustrative') : '';
  return `${subject}${mark} ${penOf(state).marks.dot} ${titleIn(result, state.language)}`;
}

const isIllustrative = ({ notes }: ScenarioResult): boolean => notes.some(({ kind }) => kind === 'illustrative');

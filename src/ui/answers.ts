/** The answer of a screen in one sentence: what the scenario looked at does to the hospital, and where. */
import type { Change, ScenarioResult } from '../compare/comparison.ts';
import { percent, signed } from '../report/format.ts';
import { minus, shownChange } from '../report/shown-money.ts';
import { sayOf } from './sheets/sheets.ts';
import { shortTitle } from './short-title.ts';
import type { WorkbenchState } from './store/workbench.ts';
import type { Say } from './words.ts';

export const overviewAnswer = (state: WorkbenchState): string => answerOf(state, (change, result, say) => loser(change, result, say));

export const scenarioAnswer = (state: WorkbenchState): string =>
  answerOf(state, (change, _, say) => winnersAndLosers(change, say) + patientPart(change.totals.patient, say));

type Ending = (change: Change, result: ScenarioResult, say: Say) => string;

function answerOf(state: WorkbenchState, ending: Ending): string {
  const say = sayOf(state);
  const comparison = state.desk?.comparison;
  const result = state.desk?.runs[state.scenario]?.result;
  if (!comparison || !result) return '';
  const change = comparison.changes.find(({ scenario }) => scenario === result.id);
  const baseline = comparison.scenarios.find(({ id }) => id === change?.baseline);
  if (!change || !baseline)
    return say('answerAlone', { scenario: shortTitle(result.title), ...figures(result.totals.margin, result.totals.cost) });
  const against = {
    reform: shortTitle(result.title),
    baseline: shortTitle(baseline.title),
    ...figures(change.totals.margin, baseline.totals.cost),
  };
  return say('answerReform', against) + ending(change, result, say);
}

const figures = (margin: number, cost: number) => ({ margin: shownChange(margin), share: minus(signed(percent(margin, cost))) });

/** The department that loses most by the change, by key where two lose the same. */
function loser({ by }: Change, result: ScenarioResult, say: Say): string {
  const worst = by.department.filter(({ margin }) => margin < 0).sort((a, b) => a.margin - b.margin || (a.key < b.key ? -1 : 1))[0];
  if (!worst) return say('noLoser');
  const label = result.by.department.find(({ key }) => key === worst.key)?.label ?? worst.key;
  return say('loserGroup', { department: label, margin: shownChange(worst.margin) });
}

function winnersAndLosers({ by }: Change, say: Say): string {
  const gain = by.department.filter(({ margin }) => margin > 0).length;
  const lose = by.department.filter(({ margin }) => margin < 0).length;
  return say('gains', { n: gain }) + say('loses', { n: lose });
}

function patientPart(patient: number, say: Say): string {
  if (Number.isNaN(patient)) return say('patientUnknown');
  return patient === 0 ? say('patientSame') : say('patientMoves', { patient: shownChange(patient) });
}

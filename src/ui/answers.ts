/** The answer of a screen in one sentence: what the scenario looked at does to the hospital, and where. */
import type { Change, ScenarioResult, Totals } from '../compare/comparison.ts';
import { type LeadingFigure, leadingFigure } from '../compare/leading-figure.ts';
import { percent, signed } from '../report/format.ts';
import { minus, shownChange } from '../report/shown-money.ts';
import { titleIn } from '../report/titles.ts';
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
  const name = (titled: ScenarioResult) => shortTitle(titleIn(titled, state.language));
  if (!change || !baseline) return say('answerAlone', { scenario: name(result), result: told(result.totals, result.totals.cost, say) });
  const against = { reform: name(result), baseline: name(baseline), result: told(change.totals, baseline.totals.cost, say) };
  // where nothing follows the sentence ends
  return (say('answerReform', against) + ending(change, result, say)).replace(/；$/, '。').replace(/; $/, '.');
}

/** The margin; where nobody says who paid the result of the groups, where nobody says what stays cost that it is unknown. */
function told(amounts: Pick<Totals, LeadingFigure>, cost: number, say: Say): string {
  const figure = leadingFigure(amounts);
  if (!figure) return say('marginUnknown');
  return say(`${figure}Told`, { margin: shownChange(amounts[figure]), share: minus(signed(percent(amounts[figure], cost))) });
}

/** The department that loses most by the change, by key where two lose the same. */
function loser({ totals, by }: Change, result: ScenarioResult, say: Say): string {
  const figure = leadingFigure(totals);
  if (!figure) return '';
  const losing = by.department.filter(row => row[figure] < 0);
  const worst = losing.sort((a, b) => a[figure] - b[figure] || (a.key < b.key ? -1 : 1))[0];
  if (!worst) return say('noLoser');
  const label = result.by.department.find(({ key }) => key === worst.key)?.label ?? worst.key;
  return say('loserGroup', { department: label, margin: shownChange(worst[figure]) });
}

function winnersAndLosers({ totals, by }: Change, say: Say): string {
  const figure = leadingFigure(totals);
  if (!figure) return '';
  const gain = by.department.filter(row => row[figure] > 0).length;
  const lose = by.department.filter(row => row[figure] < 0).length;
  return say('gains', { n: gain }) + say('loses', { n: lose });
}

function patientPart(patient: number, say: Say): string {
  if (Number.isNaN(patient)) return say('patientUnknown');
  return patient === 0 ? say('patientSame') : say('patientMoves', { patient: shownChange(patient) });
}

/** 总览 and 情景: what the reform does to the hospital, and to whom most or how many. */
import type { Desk, Run } from '../../app/desk.ts';
import type { Change, ScenarioResult, Totals } from '../../compare/comparison.ts';
import { type LeadingFigure, leadingFigure } from '../../compare/leading-figure.ts';
import { percent, signed } from '../../report/format.ts';
import { minus, shownChange } from '../../report/shown-money.ts';
import { changeOf } from '../sheets/figures.ts';
import type { Say } from '../words.ts';

/** The names of the scenario looked at and of the baseline. */
type Told = { readonly say: Say; readonly scenario: string; readonly baseline: string };

export const overviewAnswer = (desk: Desk, run: Run, names: Told): string => reformAnswer(desk, run, { ...names, ending: loser });

export const scenarioAnswer = (desk: Desk, run: Run, names: Told): string =>
  reformAnswer(desk, run, {
    ...names,
    ending: (change, _, say) => winnersAndLosers(change, say) + patientPart(change.totals.patient, say),
  });

type Ending = (change: Change, result: ScenarioResult, say: Say) => string;

function reformAnswer(desk: Desk, run: Run, { say, scenario, baseline, ending }: Told & { readonly ending: Ending }): string {
  const { result } = run;
  const moved = changeOf(desk, run);
  if (!moved) return say('answerAlone', { scenario, result: told(result.totals, result.totals.cost, say) });
  const { change } = moved;
  const against = { reform: scenario, baseline, result: told(change.totals, moved.baseline.result.totals.cost, say) };
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

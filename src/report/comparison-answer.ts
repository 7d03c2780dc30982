/** The comparison in one sentence a reform: what the hospital's margin does (or, where nobody knows it, the result of the groups), who gains, who loses, what the patients pay. */
import type { Change, Comparison, Dimension, ScenarioResult } from '../compare/comparison.ts';
import { type LeadingFigure, leadingFigure } from '../compare/leading-figure.ts';
import { percent, signed } from './format.ts';
import { printable } from './printable.ts';
import { minus, shownChange } from './shown-money.ts';
import type { Say } from './words.ts';

export function comparisonAnswer({ scenarios, changes }: Comparison, say: Say): readonly string[] {
  const title = (id: string) => scenarios.find(scenario => scenario.id === id)?.title ?? id;
  const [baseline] = scenarios;
  if (changes.length === 0 && baseline) return [printable(apart(alone(baseline, say)))];
  return changes.map(change => {
    const cost = scenarios.find(({ id }) => id === change.baseline)?.totals.cost ?? 0;
    const named = { reform: title(change.scenario), baseline: title(change.baseline), patient: patientPart(change.totals.patient, say) };
    const figure = leadingFigure(change.totals);
    if (!figure) return printable(apart(say('answerUnknown', named)));
    const moved = change.totals[figure];
    const groups = gainsAndLoses(change, { dimension: 'department', figure }, say);
    const amounts = { margin: shownChange(moved), share: shareOf(moved, cost), groups };
    return printable(apart(say(figure === 'margin' ? 'answer' : 'answerGroups', { ...named, ...amounts })));
  });
}

function alone({ title, totals }: ScenarioResult, say: Say): string {
  const figure = leadingFigure(totals);
  if (!figure) return say('onlyBaselineUnknown', { baseline: title });
  const amounts = { baseline: title, margin: shownChange(totals[figure]), share: shareOf(totals[figure], totals.cost) };
  return say(figure === 'margin' ? 'onlyBaseline' : 'onlyBaselineGroups', amounts);
}

/** Chinese beside Latin letters or digits takes a blank between them. */
const apart = (text: string): string =>
  text.replace(/([\u4e00-\u9fff])([A-Za-z0-9])/g, '$1 $2').replace(/([A-Za-z0-9])([\u4e00-\u9fff])/g, '$1 $2');

const shareOf = (fen: number, cost: number): string => minus(signed(percent(fen, cost)));

type Counted = { readonly dimension: Dimension; readonly figure: LeadingFigure };

/** Says nothing when the data know only one department. */
function gainsAndLoses({ by }: Change, { dimension, figure }: Counted, say: Say): string {
  const rows = by[dimension];
  if (rows.length < 2) return '';
  const gain = rows.filter(row => row[figure] > 0).length;
  const lose = rows.filter(row => row[figure] < 0).length;
  return say('gainsLoses', { gain, lose, dimension: say(dimension) });
}

function patientPart(patient: number, say: Say): string {
  if (Number.isNaN(patient)) return say('patientUnknown');
  return patient === 0 ? say('patientSame') : say('patientMoves', { patient: shownChange(patient) });
}

/** The comparison in one sentence a reform: what the hospital's margin does, who gains, who loses, what the patients pay. */
import type { Change, Comparison, Dimension, ScenarioResult } from '../compare/comparison.ts';
import { percent, signed } from './format.ts';
import { printable } from './printable.ts';
import { minus, shownChange } from './shown-money.ts';
import type { Say } from './words.ts';

export function comparisonAnswer({ scenarios, changes }: Comparison, say: Say): readonly string[] {
  const title = (id: string) => scenarios.find(scenario => scenario.id === id)?.title ?? id;
  const [baseline] = scenarios;
  if (changes.length === 0 && baseline) return [alone(baseline, say)];
  return changes.map(change => {
    const cost = scenarios.find(({ id }) => id === change.baseline)?.totals.cost ?? 0;
    const sentence = say('answer', {
      reform: title(change.scenario),
      baseline: title(change.baseline),
      margin: shownChange(change.totals.margin),
      share: shareOf(change.totals.margin, cost),
      groups: gainsAndLoses(change, 'department', say),
      patient: patientPart(change.totals.patient, say),
    });
    return printable(apart(sentence));
  });
}

const alone = ({ title, totals }: ScenarioResult, say: Say): string =>
  printable(
    apart(say('onlyBaseline', { baseline: title, margin: shownChange(totals.margin), share: shareOf(totals.margin, totals.cost) })),
  );

/** Chinese beside Latin letters or digits takes a blank between them. */
const apart = (text: string): string =>
  text.replace(/([\u4e00-\u9fff])([A-Za-z0-9])/g, '$1 $2').replace(/([A-Za-z0-9])([\u4e00-\u9fff])/g, '$1 $2');

const shareOf = (fen: number, cost: number): string => minus(signed(percent(fen, cost)));

/** Says nothing when the data know only one department. */
function gainsAndLoses({ by }: Change, dimension: Dimension, say: Say): string {
  const rows = by[dimension];
  if (rows.length < 2) return '';
  const gain = rows.filter(({ margin }) => margin > 0).length;
  const lose = rows.filter(({ margin }) => margin < 0).length;
  return say('gainsLoses', { gain, lose, dimension: say(dimension) });
}

function patientPart(patient: number, say: Say): string {
  if (Number.isNaN(patient)) return say('patientUnknown');
  return patient === 0 ? say('patientSame') : say('patientMoves', { patient: shownChange(patient) });
}

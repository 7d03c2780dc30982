/** The figures a manager asks first, of the scenario looked at; the most important ones first, for small terminals. */
import type { Consumption } from '../compare/consumption.ts';
import { leadingFigure } from '../compare/leading-figure.ts';
import { Decimal } from '../money.ts';
import { count, percent, quotient } from '../report/format.ts';
import { shownChange, shownWan } from '../report/shown-money.ts';
import { benchmarkOfRun, departmentFiguresOf, filledOf } from './sheets/figures.ts';
import { sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';
import { type Tone, toneOf } from './theme.ts';

export type Figure = { readonly label: string; readonly figure: string; readonly tone: Tone };

export function keyFigures(state: WorkbenchState): readonly Figure[] {
  const say = sayOf(state);
  const { desk } = state;
  const run = desk?.runs[state.scenario];
  if (!desk || !run) return [];
  const { totals } = run.result;
  const { costed, timed, statuses } = filledOf(desk, run);
  // without means of the region there is nothing to work out
  const measured = benchmarkOfRun(desk, run) && departmentFiguresOf(desk, run).whole;
  const figure = leadingFigure(totals) ?? 'margin';
  const wan = (fen: number) => say('wan', { n: shownWan(fen) });
  const plain = (label: string, figure: string): Figure => ({ label, figure, tone: 'plain' });
  return [
    plain(say('discharges'), count(totals.stays)),
    plain(say('cost'), wan(totals.cost)),
    { label: say(figure), figure: say('wan', { n: shownChange(totals[figure]) }), tone: toneOf(totals[figure]) },
    plain(say('perStay'), quotient(totals.cost, costed * 100)),
    plain(say('fund'), wan(totals.fund)),
    plain(say('patient'), wan(totals.patient)),
    plain(say('cmi'), totals.cmi || '–'),
    plain(say('daysPerStay'), quotient(totals.days, timed, 1)),
    plain(say('grouped'), percent(statuses.grouped, run.grouping ? totals.stays : 0)),
    plain(say('high'), percent(totals.high, totals.priced)),
    plain(say('low'), percent(totals.low, totals.priced)),
    plain(say('unpriced'), percent(totals.unpriced, totals.stays)),
    plain(say('costIndex'), indexText(measured?.costIndex)),
    plain(say('timeIndex'), indexText(measured?.timeIndex)),
    plain(say('qy'), [statuses.ambiguous, statuses.ungrouped].map(n => percent(n, run.grouping ? totals.stays : 0)).join(' / ')),
  ];
}

const indexText = (consumption: Consumption | undefined): string => consumption?.index?.toFixed(2, Decimal.ROUND_HALF_UP) ?? '–';

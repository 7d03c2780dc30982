/** The dozen figures a manager asks first, of the scenario looked at; the most important ones first, for small terminals. */
import type { Run } from '../app/desk.ts';
import { leadingFigure } from '../compare/leading-figure.ts';
import { bandIndex } from '../payment/settlement.ts';
import { count, percent, quotient } from '../report/format.ts';
import { shownChange, shownWan } from '../report/shown-money.ts';
import { sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';
import { type Tone, toneOf } from './theme.ts';

export type Figure = { readonly label: string; readonly figure: string; readonly tone: Tone };

export function keyFigures(state: WorkbenchState): readonly Figure[] {
  const say = sayOf(state);
  const run = state.desk?.runs[state.scenario];
  if (!run) return [];
  const { totals } = run.result;
  const figure = leadingFigure(totals) ?? 'margin';
  const wan = (fen: number) => say('wan', { n: shownWan(fen) });
  const plain = (label: string, figure: string): Figure => ({ label, figure, tone: 'plain' });
  return [
    plain(say('discharges'), count(totals.stays)),
    plain(say('cost'), wan(totals.cost)),
    { label: say(figure), figure: say('wan', { n: shownChange(totals[figure]) }), tone: toneOf(totals[figure]) },
    plain(say('perStay'), quotient(totals.cost, totals.stays * 100)),
    plain(say('fund'), wan(totals.fund)),
    plain(say('patient'), wan(totals.patient)),
    plain(say('cmi'), totals.cmi || '–'),
    plain(say('daysPerStay'), quotient(totals.days, totals.stays, 1)),
    plain(say('grouped'), groupedShare(run)),
    plain(say('high'), percent(totals.high, totals.priced)),
    plain(say('low'), percent(totals.low, totals.priced)),
    plain(say('unpriced'), percent(totals.unpriced, totals.stays)),
  ];
}

const shares = new WeakMap<Run, string>();

/** Stays in a DRG ÷ stays in scope; counted once a run. */
function groupedShare(run: Run): string {
  const known = shares.get(run);
  if (known !== undefined) return known;
  const share = run.grouping ? percent(groupedStays(run.grouping, run.settlement.band), run.result.totals.stays) : '–';
  shares.set(run, share);
  return share;
}

function groupedStays({ groups, columns }: NonNullable<Run['grouping']>, band: Uint8Array): number {
  const inGroup = groups.map(({ status }) => status === 'grouped');
  let grouped = 0;
  for (let row = 0; row < columns.count; row++) {
    if (band[row] !== bandIndex.out && inGroup[columns.group[row]!]) grouped++;
  }
  return grouped;
}

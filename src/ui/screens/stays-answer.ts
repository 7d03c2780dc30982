/** 病例: of the stays shown, how many, what they cost, the margin, and how many of them lose. */
import type { Desk, Run } from '../../app/desk.ts';
import { leadingFigure } from '../../compare/leading-figure.ts';
import { costOf } from '../../compare/tally.ts';
import { count, percent, signed } from '../../report/format.ts';
import { minus, shownChange, shownWan } from '../../report/shown-money.ts';
import type { Say } from '../words.ts';

export function staysAnswer(desk: Desk, run: Run, { rows, say }: { readonly rows: Uint32Array; readonly say: Say }): string {
  if (rows.length === 0) return say('staysNone');
  const { cost, margin, result, lossByMargin, lossByResult } = sumsOf(desk, run, rows);
  const figure = leadingFigure({ margin, groupResult: result });
  const n = count(rows.length);
  if (!figure) return say('staysUnknown', { n });
  const amount = figure === 'margin' ? margin : result;
  const loss = figure === 'margin' ? lossByMargin : lossByResult;
  return say('staysAnswer', {
    n,
    cost: shownWan(cost),
    figure: say(`told_${figure}`),
    amount: shownChange(amount),
    share: minus(signed(percent(amount, cost))),
    loss: count(loss),
    lossShare: percent(loss, rows.length),
  });
}

type Sums = {
  readonly cost: number;
  readonly margin: number;
  readonly result: number;
  readonly lossByMargin: number;
  readonly lossByResult: number;
};

const known = new WeakMap<Uint32Array, { readonly run: Run; readonly sums: Sums }>();

/** Once for the rows shown, whatever moves among them. */
function sumsOf(desk: Desk, run: Run, rows: Uint32Array): Sums {
  const found = known.get(rows);
  if (found?.run === run) return found.sums;
  const sums = summed(desk, run, rows);
  known.set(rows, { run, sums });
  return sums;
}

/** In the order of the load: a million stays sorted by something else are everywhere in memory, and looking them up there costs ten times as much. */
function summed({ stays }: Desk, { settlement }: Run, rows: Uint32Array): Sums {
  const shown = new Uint8Array(stays.count);
  for (let i = 0; i < rows.length; i++) shown[rows[i]!] = 1;
  const costs = costOf(stays);
  const { payment, margin: margins } = settlement;
  const empty = stays.money.total ? 0 : Number.NaN;
  let [cost, margin, result, lossByMargin, lossByResult] = [0, 0, 0, 0, 0];
  for (let i = 0; i < shown.length; i++) {
    if (shown[i] === 0) continue;
    const own = costs[i]!;
    const spent = Number.isNaN(own) ? empty : own;
    const left = payment[i]! - spent;
    cost += spent;
    margin += margins[i]!;
    result += left;
    if (margins[i]! < 0) lossByMargin++;
    if (left < 0) lossByResult++;
  }
  return { cost, margin, result, lossByMargin, lossByResult };
}

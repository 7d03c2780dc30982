/** 病例: of the stays shown, how many, what they cost, the margin, and how many of them lose. */
import type { Desk, Run } from '../../app/desk.ts';
import { type LeadingFigure, leadingFigure } from '../../compare/leading-figure.ts';
import { costOf } from '../../compare/tally.ts';
import { count, percent, signed } from '../../report/format.ts';
import { minus, shownChange, shownWan } from '../../report/shown-money.ts';
import { ofRun } from '../sheets/figures.ts';
import type { Say } from '../words.ts';

export function staysAnswer(desk: Desk, run: Run, { rows, say }: { readonly rows: Uint32Array; readonly say: Say }): string {
  if (rows.length === 0) return say('staysNone');
  const figure = leadingFigure(run.result.totals);
  const n = count(rows.length);
  if (!figure) return say('staysUnknown', { n });
  const { cost, amount, loss } = sumsOf(desk, run, { rows, figure });
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

type Asked = { readonly rows: Uint32Array; readonly figure: LeadingFigure };
type Sums = { readonly cost: number; readonly amount: number; readonly loss: number };

const known = new WeakMap<Uint32Array, { readonly run: Run; readonly sums: Sums }>();

/** Once for the rows shown, whatever moves among them; once for all stays, in whatever order. */
function sumsOf(desk: Desk, run: Run, { rows, figure }: Asked): Sums {
  if (rows.length === desk.stays.count) return sumsOfAll(desk, run);
  const found = known.get(rows);
  if (found?.run === run) return found.sums;
  const sums = summed(desk, run, { rows: byPlace(rows, desk.stays.count), figure });
  known.set(rows, { run, sums });
  return sums;
}

const sumsOfAll = ofRun((desk, run) => summed(desk, run, { rows: undefined, figure: leadingFigure(run.result.totals) ?? 'margin' }));

/** Many stays sorted by something else lie everywhere in memory; looking them up in the order of the load costs several times less. */
function byPlace(rows: Uint32Array, count: number): Uint32Array {
  if (rows.length < count / 8) return rows;
  const shown = new Uint8Array(count);
  for (let i = 0; i < rows.length; i++) shown[rows[i]!] = 1;
  const placed = new Uint32Array(rows.length);
  let n = 0;
  for (let row = 0; row < count; row++) {
    placed[n] = row;
    // counted without a branch: which rows are shown cannot be foreseen
    n += shown[row]!;
  }
  return placed;
}

/** A single empty total counts nothing: no sum is lost for it. */
function summed(
  { stays }: Desk,
  { settlement }: Run,
  { rows, figure }: { readonly rows: Uint32Array | undefined; readonly figure: LeadingFigure },
): Sums {
  // Held in names of their own: the loop runs once for every stay.
  const costs = costOf(stays);
  const { margin, payment } = settlement;
  const byMargin = figure === 'margin';
  const length = rows ? rows.length : stays.count;
  let [cost, amount, loss] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const row = rows ? rows[i]! : i;
    const billed = costs[row]!;
    const spent = Number.isNaN(billed) ? 0 : billed;
    const left = byMargin ? margin[row]! : payment[row]! - spent;
    cost += spent;
    amount += left;
    if (left < 0) loss++;
  }
  return { cost, amount, loss };
}

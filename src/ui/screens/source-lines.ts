/**
 * Where a stay came from beyond its one row: the settlements that were put together, its item lines, and what the insurer itself made of
 * it. No line where the data say nothing of it.
 */
import { count, yuan } from '../../report/format.ts';
import { minus } from '../../report/shown-money.ts';
import type { ChargeLines } from '../../stay/charge-lines.ts';
import type { Settlements } from '../../stay/settlements.ts';
import { type StayTable, wordAt } from '../../stay/stay-table.ts';
import type { Lines } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { Say } from '../words.ts';

type Drawn = { readonly pen: Pen; readonly say: Say; readonly width: number };

export function sourceLines(stays: StayTable, row: number, { pen, say, width }: Drawn): Lines {
  const dot = ` ${pen.marks.dot} `;
  const items = itemsOf(stays.charges, row);
  const itemText = items > 0 ? say('itemLines', { n: count(items) }) : '';
  const insurer = insurerText(stays, row, say);
  const bills = billsOf(stays.settlements, row);
  const behind = [itemText, insurer].filter(text => text !== '').join(dot);
  const lines = bills.length > 1 ? [billText(stays, bills, { pen, say, width: width - 2 }), behind] : [behind];
  return lines.filter(text => text !== '').map(text => [{ text: `  ${pen.cut(text, width - 2)}`, tone: 'quiet' }]);
}

/** `结算 3 笔  a.csv:12 1,000.00 · a.csv:18 −1,000.00 对冲 等`: as many as fit, each whole. */
function billText({ settlements, files }: StayTable, bills: readonly number[], { pen, say, width }: Drawn): string {
  if (!settlements) return '';
  const dot = ` ${pen.marks.dot} `;
  const told = bills.map(bill => {
    const place = `${files[settlements.sourceFile[bill]!]?.name ?? ''}:${settlements.sourceRow[bill]}`;
    const back = settlements.refunded[bill] === 1 ? ` ${say('billNetted')}` : '';
    return `${place} ${minus(yuan(settlements.total[bill]!))}${back}`;
  });
  const head = `${say('bills', { n: count(bills.length) })}  `;
  for (let shown = told.length; shown > 0; shown--) {
    const text = head + told.slice(0, shown).join(dot) + (shown < told.length ? ` ${say('andMore')}` : '');
    if (pen.width(text) <= width) return text;
  }
  return head.trimEnd();
}

/** Settlements of the stay, as they were read. */
function billsOf(settlements: Settlements | undefined, row: number): readonly number[] {
  const bills: number[] = [];
  if (!settlements) return bills;
  for (let at = settlements.stay.indexOf(row); at >= 0; at = settlements.stay.indexOf(row, at + 1)) bills.push(at);
  return bills;
}

/** Item lines stand in order of their stay: two searches by halves. */
const itemsOf = (charges: ChargeLines | undefined, row: number): number =>
  charges ? firstFrom(charges.stay, row + 1, charges.count) - firstFrom(charges.stay, row, charges.count) : 0;

function firstFrom(stays: Uint32Array, least: number, count: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (stays[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** `医保结果 IC29 权重 3.7362 支付额 38,213.85`. */
function insurerText({ insurer }: StayTable, row: number, say: Say): string {
  const drg = wordAt(insurer?.drg, row);
  const weight = wordAt(insurer?.weight, row);
  const payment = insurer?.payment?.[row] ?? Number.NaN;
  const told = [
    drg,
    weight === '' ? '' : `${say('weight')} ${weight}`,
    Number.isNaN(payment) ? '' : `${say('insurerPayment')} ${minus(yuan(payment))}`,
  ].filter(text => text !== '');
  return told.length > 0 ? [say('insurerResult'), ...told].join(' ') : '';
}

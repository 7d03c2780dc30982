/** What belongs to stays by row number goes where its stay goes: item lines, and the settlements behind a stay. */
import type { ChargeLines } from './charge-lines.ts';
import { gatherNumbers, NO_ROW } from './gather-numbers.ts';
import { NO_STAY, type Settlements } from './settlements.ts';
import { NO_DATE, NO_MONEY, type WordColumn } from './stay-table.ts';

/** Lines of stays that are left out are left out; the others stand in order of their new stays, those of one stay as they stood. */
export function chargesOf(lines: ChargeLines, placeOf: Uint32Array, stays: number): ChargeLines {
  const starts = new Uint32Array(stays + 1);
  let count = 0;
  for (let line = 0; line < lines.count; line++) {
    const place = placeOf[lines.stay[line]!]!;
    if (place === NO_ROW) continue;
    starts[place + 1]!++;
    count++;
  }
  for (let stay = 0; stay < stays; stay++) starts[stay + 1]! += starts[stay]!;
  const pick = new Uint32Array(count);
  const stay = new Uint32Array(count);
  for (let line = 0; line < lines.count; line++) {
    const place = placeOf[lines.stay[line]!]!;
    if (place === NO_ROW) continue;
    const at = starts[place]!++;
    pick[at] = line;
    stay[at] = place;
  }
  return {
    count,
    stay,
    category: gatherNumbers(lines.category, pick, 0),
    item: wordsOf(lines.item, pick),
    name: wordsOf(lines.name, pick),
    quantity: gatherNumbers(lines.quantity, pick, Number.NaN),
    price: gatherNumbers(lines.price, pick, NO_MONEY),
    amount: gatherNumbers(lines.amount, pick, NO_MONEY),
    charged: gatherNumbers(lines.charged, pick, NO_DATE),
    selfpayShare: gatherNumbers(lines.selfpayShare, pick, Number.NaN),
    sourceFile: gatherNumbers(lines.sourceFile, pick, 0),
    sourceRow: gatherNumbers(lines.sourceRow, pick, 0),
  };
}

/** Settlements of the stays that are kept; those that never made a stay belong to none of them. */
export function settlementsOf(settlements: Settlements, placeOf: Uint32Array): Settlements {
  const { stay, key } = settlements;
  const rows: number[] = [];
  for (let i = 0; i < settlements.count; i++) if (stay[i] !== NO_STAY && placeOf[stay[i]!] !== NO_ROW) rows.push(i);
  const pick = Uint32Array.from(rows);
  return {
    count: pick.length,
    stay: pick.map(i => placeOf[stay[i]!]!),
    key: key && wordsOf(key, pick),
    settled: gatherNumbers(settlements.settled, pick, NO_DATE),
    refunded: gatherNumbers(settlements.refunded, pick, 0),
    total: gatherNumbers(settlements.total, pick, NO_MONEY),
    fund: gatherNumbers(settlements.fund, pick, NO_MONEY),
    patient: gatherNumbers(settlements.patient, pick, NO_MONEY),
    other: gatherNumbers(settlements.other, pick, NO_MONEY),
    sourceFile: gatherNumbers(settlements.sourceFile, pick, 0),
    sourceRow: gatherNumbers(settlements.sourceRow, pick, 0),
  };
}

const wordsOf = ({ codes, words }: WordColumn, pick: Uint32Array): WordColumn => ({ codes: gatherNumbers(codes, pick, 0), words });

/** Totals known from elsewhere (the insurer's statement) that belong to the scenario's own data, and whether a run meets them. */
import { Decimal, yuanText } from '../money.ts';
import { bandIndex, type Settlement } from '../payment/settlement.ts';
import { both } from '../policy/mistakes.ts';
import type { Entries } from '../policy/written.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { entriesIn, knownKeys, listOf, placeOf, requiredText } from './fields.ts';
import { invalid } from './invalid.ts';
import type { Note } from './note.ts';
import { type KnownTotal, type Measure, measures } from './scenario.ts';
import type { CheckedTotal } from './scenario-run.ts';

/** `checks` of one file; a child does not inherit them, because a reform has other totals than what really happened. */
export function knownTotalsOf(written: Entries): readonly KnownTotal[] {
  return entriesIn(listOf(written, 'checks'), 'checks').map(check => {
    knownKeys(check, ['id', 'measure', 'equals', 'within', 'source'], both('核对（checks）', 'a check'));
    const measure = measures.find(name => name === requiredText(check, 'measure'));
    if (!measure)
      throw invalid(placeOf(check, 'measure'), both(`measure 应为 ${measures.join('、')}`, `measure is one of ${measures.join(', ')}`));
    return {
      id: requiredText(check, 'id'),
      measure,
      equals: numberText(check, 'equals'),
      within: check.of.has('within') ? numberText(check, 'within') : '0',
      source: requiredText(check, 'source'),
      at: check.at,
    };
  });
}

function numberText(check: Entries, key: string): string {
  const text = requiredText(check, key);
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  throw invalid(placeOf(check, key), both(`“${key}”应为加引号的数：${text}`, `"${key}" must be a quoted number, not ${text}`));
}

export type Amounts = { readonly stays: StayTable; readonly settlement: Settlement };

export function checkedTotals(checks: readonly KnownTotal[], amounts: Amounts): CheckedTotal[] {
  return checks.map(check => {
    const actual = totalOf(check.measure, amounts);
    const yuan = new Decimal(actual).div(check.measure === 'stays' ? 1 : 100);
    return { check, actual, met: yuan.minus(check.equals).abs().lte(check.within) };
  });
}

export function checkNote({ check, actual, met }: CheckedTotal): Note {
  const shown = check.measure === 'stays' ? String(actual) : yuanText(actual) || '–';
  return {
    kind: 'check',
    zh: `核对 ${check.id}（${check.measure}）${met ? '相符' : '不符'}：结果 ${shown}，应为 ${check.equals}（允差 ${check.within}，${check.source}）`,
    en: `check ${check.id} (${check.measure}) ${met ? 'met' : 'not met'}: ${shown}, expected ${check.equals} within ${check.within} (${check.source})`,
  };
}

/** Fen, or a count of stays. */
function totalOf(measure: Measure, { stays, settlement }: Amounts): number {
  const column = columnOf(measure, { stays, settlement });
  let sum = 0;
  for (let i = 0; i < settlement.count; i++) if (settlement.band[i] !== bandIndex.out) sum += column ? column[i]! : 1;
  return column === undefined && measure !== 'stays' ? Number.NaN : sum;
}

function columnOf(measure: Measure, { stays, settlement }: Amounts): Float64Array | undefined {
  switch (measure) {
    case 'stays':
      return undefined;
    case 'cost':
      return stays.money.total;
    case 'payment':
      return settlement.payment;
    case 'fund_payment':
      return settlement.fund;
    case 'patient':
      return settlement.patient;
    case 'other':
      return settlement.other;
    case 'margin':
      return settlement.margin;
  }
}

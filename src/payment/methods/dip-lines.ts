/**
 * The payment of a stay by DIP as lines: score × coefficients × value of a point, what the band of the point value changes, what 费用偏差 changes.
 * Worked out again from the catalogue and the exact rule.
 */
import { type Fen, less, part as shareOf, toFen, yuanOf, yuanText } from '../../money.ts';
import { placeText } from '../../policy/leaf.ts';
import type { DipPolicy } from '../../policy/methods/dip.ts';
import { wordAt } from '../../stay/stay-table.ts';
import { type DeviationBand, deviationBand, roundedTo } from '../dip/deviation.ts';
import { dipGrouping } from '../dip/grouping.ts';
import { openDipCatalogue } from '../dip/open-catalogue.ts';
import { placeOf } from '../dip/payers.ts';
import { deviatedPay, type Priced } from '../dip/prices.ts';
import { type DipTerms, dipTerms } from '../dip/terms.ts';
import type { PaymentLines, SettledStay, Within } from '../explain.ts';
import { fundLines } from '../fund-lines.ts';
import { billed, figure } from '../outliers/figure.ts';
import { ratioText } from '../pay-stay.ts';
import type { Line } from '../settlement.ts';

export function dipLines({ bill, band, price, within }: SettledStay, policy: DipPolicy): PaymentLines {
  if (band === 'ratio') {
    const { value, leaf } = policy.ungrouped!;
    const payment = shareOf(bill.cost as Fen, value);
    const working = `${yuanText(bill.cost)} × ${value.toFixed()}`;
    const line: Line = { part: 'payment', label: 'share_of_cost', amount: payment, working, source: placeText(leaf.at) };
    return { band, ratio: '', lines: [line, ...fundLines(payment, bill, policy.fund, payment)] };
  }
  const terms = termsAt(within!, policy);
  const priced: Priced = { terms, price: price!, policy };
  const side = deviationBand(yuanOf(bill.cost), price!.benchmark, policy.deviation);
  const lines = [...standardLines(priced), ...deviationLines(side, bill.cost, priced)];
  const payment = lines.reduce((sum, { amount }) => sum + amount, 0) as Fen;
  const shown = side === 'extreme' ? 'high' : side;
  return { band: shown, ratio: ratioText(bill.cost, price!), lines: [...lines, ...fundLines(payment, bill, policy.fund)] };
}

function termsAt({ stays, row, part }: Within, policy: DipPolicy): DipTerms {
  const catalogue = openDipCatalogue(part, policy);
  const { columns, auxiliary } = dipGrouping(stays, catalogue);
  const group = catalogue.groups[columns.group[row]! - 1]!;
  const uses = group.auxiliary !== undefined && policy.auxiliary.includes(group.auxiliary.dimension);
  const place = placeOf(wordAt(stays.words.hospital, row), wordAt(stays.words.hospital_level, row), policy);
  return dipTerms(group, uses ? auxiliary[row]! : 0, place, policy);
}

function standardLines({ terms, price, policy }: Priced): Line[] {
  const rates = price.factors.slice(terms.factors.length);
  const unbanded = toFen(price.unmodified);
  const [rate, banded] = rates;
  const standard: Line = {
    part: 'payment',
    label: 'dip_standard',
    amount: unbanded,
    working: `${pointsText(terms, policy)} × ${figure(rate!.value)}`,
    source: places([...terms.factors.map(({ at }) => at), rate!.at]),
    rule: 'dip.point_value',
  };
  if (!banded) return [standard];
  return [
    standard,
    {
      part: 'payment',
      label: 'point_value_band',
      amount: less(price.standard, unbanded),
      working: `${pointsText(terms, policy)} × (${figure(banded.value)} − ${figure(rate!.value)})`,
      source: banded.at,
      rule: 'dip.point_value_band',
    },
  ];
}

/** `1349.473684210526 × 1.12 [age] × 0.95 [k]`, and what a policy rounds it to. */
function pointsText({ factors, points }: DipTerms, { rounding }: DipPolicy): string {
  const product = factors.map(({ value, note }) => (note === '' ? figure(value) : `${figure(value)} [${note}]`)).join(' × ');
  return rounding.points === undefined ? product : `(${product} → ${roundedTo(points, rounding.points).toFixed()})`;
}

function deviationLines(side: DeviationBand, costFen: number, priced: Priced): Line[] {
  const { terms, price, policy } = priced;
  if (side === 'normal' || !policy.deviation) return [];
  const cost = yuanOf(costFen);
  const { low, high, extreme, lowInclusive, highInclusive } = policy.deviation;
  const [bound, sign] =
    side === 'low' ? [low!, lowInclusive ? '≤' : '<'] : side === 'high' ? [high!, highInclusive ? '≥' : '>'] : [extreme!, '>'];
  const ratio = `${billed(cost)} ÷ ${figure(price.benchmark)}`;
  const coefficient =
    side === 'low' ? ratio : side === 'extreme' && extreme!.pay === 'standard' ? '1' : `(${ratio} − ${figure(high!.value)} + 1)`;
  const payment = deviatedPay(cost, priced) as Fen;
  return [
    {
      part: 'payment',
      label: `deviation_${side}`,
      amount: less(payment, price.standard),
      working: `${pointsText(terms, policy)} × ${coefficient} × ${figure(price.rate)} − ${yuanText(price.standard)}`,
      source: places([terms.benchmarkAt, placeText(bound.leaf.at)]),
      rule: `dip.deviation.${side}`,
      bound: `R ${ratioText(costFen, price)} ${sign} ${figure(bound.value)}`,
    },
  ];
}

const places = (all: readonly string[]): string => [...new Set(all)].filter(at => at !== '').join(' ');

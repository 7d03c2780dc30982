/**
 * The clearing statement of an insurance, line by line: what the pool is, what a unit is worth, what is due for the year, what of it is
 * still open. Items of `due` sum to what is due, those of `final` with it to what is open.
 * due = Σ fund at the final price × quality factor − deductions; open = due ± sharing − deposit held + deposit released − paid − advance.
 */
import { Decimal, type Fen, less, part, yuanOf, yuanText } from '../../money.ts';
import type { ClearingRule } from '../../policy/clearing-rule.ts';
import type { Allotted } from './allotted.ts';
import type { Entry } from './budget.ts';
import type { ClearingLine, InsuranceClearing, PriceOfYear } from './clearing.ts';
import { releasedBy } from './deposit.ts';
import { type LedgerColumn, type LedgerRow, monthlyTail, totalOf } from './ledger.ts';
import { type Basis, figureLine, fromLeaf, item, sumLine, times } from './line.ts';
import { poolLines } from './pool-lines.ts';
import { poolTail, priceLines } from './price-lines.ts';
import type { Funded } from './price-of-year.ts';
import { reserveLines } from './reserve-lines.ts';
import { sharingLines, sharingOfYear } from './sharing-lines.ts';

export type ToState = {
  readonly funded: Funded;
  readonly rule: ClearingRule;
  readonly price: PriceOfYear | undefined;
  readonly rows: readonly Omit<LedgerRow, 'balance'>[];
  readonly allotted: Allotted;
};

/** `adjusted`: what the clearing itself adds to or takes from the months. */
export function stated(order: ToState): InsuranceClearing & { readonly adjusted: Fen } {
  const { funded, rule, price, rows } = order;
  const year = totalOf(rows);
  const { lines: ofDue, quality, due } = dueLines(order, year);
  const sharing = sharingOfYear(order, year.fund as Fen);
  const { lines: ofDeposit, forfeited } = depositLines(order, year.deposit as Fen);
  const open = [...sharingLines(sharing, order), ...ofDeposit, ...paidLines(order, year)];
  const final = open.reduce<number>((sum, { kind, amount = 0 }) => (kind === 'item' ? sum + amount : sum), due) as Fen;
  const tail = price ? poolTail(price, funded.budget, year.payment as Fen) : (0 as Fen);
  return {
    insurance: funded.budget.insurance,
    lines: [
      ...poolLines(funded, rule),
      ...(price ? priceLines({ price, funded, rule, payment: year.payment as Fen, tail }) : [noUnitPrice]),
      ...ofDue,
      ...open,
      sumLine({ group: 'final', label: 'final' }, final),
      ...reserveLines({ funded, price, sharing }),
    ],
    price,
    due,
    final,
    u: rule.sharing?.by === 'hospital' && order.allotted.hospitals.length === 1 ? sharing.hospitals[0]?.u : undefined,
    sharedBy: sharing.hospitals,
    sharing: sharing.amount,
    poolTail: tail,
    monthlyTail: rule.monthly.share.eq(1) ? (0 as Fen) : monthlyTail(year, rule.monthly.share),
    adjusted: (quality + sharing.amount - forfeited) as Fen,
  };
}

/** By item, by tables in yuan, by a pool of the policy's own: nothing here is divided by units. */
const noUnitPrice = figureLine({ group: 'price', label: 'no_unit_price' }, '–');

type Year = Readonly<Record<LedgerColumn, number>>;
type Lines = readonly ClearingLine[];

function dueLines(
  { funded: { budget, pool }, price }: ToState,
  { fund, declared, deductions }: Year,
): { lines: Lines; quality: Fen; due: Fen } {
  const { qualityFactor } = budget;
  const quality = qualityFactor ? less(part(fund as Fen, qualityFactor.value), fund as Fen) : (0 as Fen);
  const due = (fund + quality - deductions) as Fen;
  const path = `insurances.${budget.insurance}`;
  return {
    quality,
    due,
    lines: [
      item({ group: 'due', label: 'declared' }, declared as Fen),
      ...(price?.mode === 'floating'
        ? [item({ group: 'due', label: 'price_change', working: `${yuanText(fund)} − ${yuanText(declared)}` }, (fund - declared) as Fen)]
        : []),
      ...(qualityFactor
        ? [
            item(
              {
                group: 'due',
                label: 'quality',
                working: `${times(fund as Fen, qualityFactor.value)} − ${yuanText(fund)}`,
                basis: fromLeaf(`${path}.quality_factor`, qualityFactor.leaf),
              },
              quality,
            ),
          ]
        : []),
      ...budget.deductions.map(entry =>
        item(
          { group: 'due', label: 'deduction', working: workingOf(entry), basis: { rule: `${path}.deductions`, ...entry } },
          -entry.amount as Fen,
        ),
      ),
      sumLine({ group: 'due', label: 'due' }, due),
      executed(due, pool.usable),
    ],
  };
}

const workingOf = ({ month, reason }: Entry): string => [month, reason].filter(text => text !== '').join(' ');

/** 预算执行: what is due for the own stays as a share of what the fund may spend. */
const executed = (due: Fen, usable: Fen): ClearingLine =>
  figureLine(
    { group: 'due', label: 'executed', working: `${yuanText(due)} ÷ ${yuanText(usable)}` },
    yuanOf(due).div(yuanOf(usable)).toFixed(4, Decimal.ROUND_HALF_UP),
  );

/** The deposit lies in what is due: it is taken out whole, and what the score releases is put back. */
function depositLines({ funded: { budget }, rule }: ToState, held: Fen): { lines: Lines; forfeited: Fen } {
  if (held === 0) return { lines: [], forfeited: 0 as Fen };
  const { score } = rule;
  const scored = budget.qualityScore;
  const out = item({ group: 'final', label: 'deposit_held', basis: heldBy(rule) }, -held as Fen);
  if (!score || !scored) {
    const basis = score ? fromLeaf('settlement.score_tiers', score.leaf) : { rule: 'settlement.score_tiers' };
    return {
      lines: [out, item({ group: 'final', label: score ? 'deposit_unscored' : 'deposit_no_tiers', basis }, 0 as Fen)],
      forfeited: held,
    };
  }
  const { share, tier } = releasedBy(scored.value, score.tiers);
  const released = part(held, share);
  const working = `${times(held, share)} [${scored.value.toFixed()}]`;
  const basis = { rule: 'settlement.score_tiers', at: tier.at, source: score.leaf.source };
  return { lines: [out, item({ group: 'final', label: 'deposit_released', working, basis }, released)], forfeited: less(held, released) };
}

function paidLines({ funded: { budget }, rule }: ToState, { paid, prepaid }: Year): Lines {
  const path = `insurances.${budget.insurance}`;
  const [first] = budget.paid ?? [];
  const lines = [
    budget.paid
      ? item({ group: 'final', label: 'paid', working: `Σ ${budget.paid.length}`, basis: { rule: `${path}.paid`, ...first } }, -paid as Fen)
      : item({ group: 'final', label: 'paid_by_rule', basis: paidBy(rule) }, -paid as Fen),
  ];
  const [advance] = budget.prepayments;
  if (!advance) return lines;
  const working = budget.prepayments
    .map(({ amount }, i) => `${amount < 0 ? '− ' : i > 0 ? '+ ' : ''}${yuanText(Math.abs(amount))}`)
    .join(' ');
  return [
    ...lines,
    item({ group: 'final', label: 'prepaid', working, basis: { rule: `${path}.prepayments`, ...advance } }, -prepaid as Fen),
  ];
}

const ofPaid = 'settlement.monthly_pay_ratio';
const ofHeld = 'settlement.deposit_ratio';

/** Share paid and share held are one rule: a policy may state either. */
const paidBy = ({ monthly: { paidLeaf, heldLeaf } }: ClearingRule): Basis =>
  paidLeaf || !heldLeaf ? fromLeaf(ofPaid, paidLeaf) : fromLeaf(ofHeld, heldLeaf);
const heldBy = ({ monthly: { paidLeaf, heldLeaf } }: ClearingRule): Basis =>
  heldLeaf || !paidLeaf ? fromLeaf(ofHeld, heldLeaf) : fromLeaf(ofPaid, paidLeaf);

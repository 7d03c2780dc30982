/** What a settlement came to, in a sentence; then a row for every policy and method that paid, adding up to it; then what must be known beside it. */
import type { Language } from '../language.ts';
import { bilingual } from '../language.ts';
import type { Settlement } from '../payment/settlement.ts';
import { bandIndex } from '../payment/settlement.ts';
import { illustrativeNotes, settlementNotes, unreadNotes } from '../payment/settlement-notes.ts';
import { defaultsTaken } from '../policy/defaults-taken.ts';
import { count, signed, yuan } from './format.ts';
import { textTable } from './text-table.ts';

export type Settled = {
  readonly settlement: Settlement;
  /** Total charges, fen. */
  readonly cost: Float64Array;
};

export function settleSummary({ settlement, cost }: Settled, language: Language): string {
  const say = words[language];
  const sums = sumsByPayer(settlement, cost);
  const all = total(sums.map(({ amounts }) => amounts));
  const sentence = say.sentence
    .replace('{stays}', count(all.stays))
    .replace('{cost}', yuan(all.cost))
    .replace('{payment}', yuan(all.payment))
    .replace('{fund}', yuan(all.fund))
    .replace('{margin}', signed(yuan(all.margin)))
    .replace('{unpriced}', all.unpriced === 0 ? '' : say.unpriced.replace('{n}', count(all.unpriced)));
  const policies = settlement.policies.filter(({ method }) => method !== 'ffs').map(({ leaves }) => leaves);
  const given = givenPolicies(settlement);
  const taken = given.flatMap(policy => takenText(policy, language));
  const notes = [...illustrativeNotes(policies), ...unreadNotes(given.map(({ leaves }) => leaves)), ...settlementNotes(settlement)].map(
    note => `${note[language]}\n`,
  );
  return `${sentence}\n${sums.length > 1 ? tableOf([...sums, { label: say.all, amounts: all }], language) : ''}${[...notes, ...taken].join('')}`;
}

/** A line for a policy that leaves out values that change money. */
function takenText({ id, leaves }: Settlement['policies'][number], language: Language): readonly string[] {
  const values = defaultsTaken(leaves).map(({ path, value }) => `${path} = ${value}`);
  if (values.length === 0) return [];
  const say = words[language];
  return [`${say.taken.replace('{id}', id).replace('{n}', String(values.length))}${values.join(say.comma)}\n`];
}

/** The policies as given, without those that their mixes were taken apart into; one that pays all by item has no rules to read. */
function givenPolicies({ policies }: Settlement): Settlement['policies'] {
  const ofMix = new Set(policies.flatMap(({ mix }) => mix.map(({ policy }) => policy)));
  return policies.filter(policy => !ofMix.has(policy) && (policy.method !== 'ffs' || policy.mix.length > 0));
}

type Amounts = {
  readonly stays: number;
  readonly unpriced: number;
  readonly cost: number;
  readonly payment: number;
  readonly fund: number;
  readonly patient: number;
  readonly other: number;
  readonly margin: number;
};
type Row = { readonly label: string; readonly amounts: Amounts };

/** One row for every policy that has stays, and one for those that none pays. */
function sumsByPayer(settlement: Settlement, cost: Float64Array): readonly Row[] {
  const { policies, by, band } = settlement;
  const labels = [...policies.map(({ id, method }) => `${id} ${method}`), '–'];
  const columns = [cost, settlement.payment, settlement.fund, settlement.patient, settlement.other, settlement.margin];
  // an amount that no stay has stays unknown; a single empty cell does not hide the others
  const sums = labels.map(() => new Float64Array(columns.length).fill(Number.NaN));
  const [stays, unpriced] = [new Uint32Array(labels.length), new Uint32Array(labels.length)];
  for (let i = 0; i < settlement.count; i++) {
    if (band[i] === bandIndex.out) continue;
    const p = Math.min(by[i]!, policies.length);
    stays[p]! += 1;
    if (band[i] === bandIndex.unpriced) unpriced[p]! += 1;
    for (let c = 0; c < columns.length; c++) {
      const amount = columns[c]![i]!;
      if (!Number.isNaN(amount)) sums[p]![c] = (sums[p]![c]! || 0) + amount;
    }
  }
  return labels.flatMap((label, p): Row[] => {
    if (stays[p] === 0) return [];
    const [ofCost, payment, fund, patient, other, margin] = sums[p]! as unknown as readonly [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return [{ label, amounts: { stays: stays[p]!, unpriced: unpriced[p]!, cost: ofCost, payment, fund, patient, other, margin } }];
  });
}

function total(rows: readonly Amounts[]): Amounts {
  const sum = (name: keyof Amounts) => {
    const known = rows.filter(row => !Number.isNaN(row[name]));
    return known.length === 0 ? Number.NaN : known.reduce((all, row) => all + row[name], 0);
  };
  return {
    stays: sum('stays'),
    unpriced: sum('unpriced'),
    cost: sum('cost'),
    payment: sum('payment'),
    fund: sum('fund'),
    patient: sum('patient'),
    other: sum('other'),
    margin: sum('margin'),
  };
}

function tableOf(rows: readonly Row[], language: Language): string {
  const say = words[language];
  const heads = [say.stays, say.cost, say.payment, say.fund, say.patient, say.other, say.margin];
  const columns = [{ head: say.policy, align: 'left' as const, widest: 44 }, ...heads.map(head => ({ head, align: 'right' as const }))];
  const cells = rows.map(({ label, amounts: a }) => [
    label,
    count(a.stays),
    ...[a.cost, a.payment, a.fund, a.patient, a.other].map(yuan),
    signed(yuan(a.margin)),
  ]);
  return `${textTable({ columns, rows: cells.slice(0, -1), footer: [cells.at(-1)!] })}\n`;
}

const words = bilingual({
  zh: {
    sentence: '{stays} 例总费用 {cost} 元，支付 {payment} 元，其中基金 {fund} 元，差额 {margin} 元{unpriced}',
    unpriced: '；{n} 例未定价，按原结算计入',
    all: '合计',
    policy: '政策与方法',
    stays: '例数',
    cost: '总费用',
    payment: '支付额',
    fund: '基金',
    patient: '个人',
    taken: '{id} 有 {n} 项未写明、按缺省：',
    comma: '、',
    other: '其他',
    margin: '差额',
  },
  en: {
    sentence: '{stays} stays cost {cost} yuan and are paid {payment}, {fund} of it by the fund; margin {margin}{unpriced}',
    unpriced: '; {n} have no price and stand at their bill',
    all: 'all',
    policy: 'policy and method',
    stays: 'stays',
    cost: 'cost',
    payment: 'payment',
    fund: 'fund',
    patient: 'patient',
    taken: '{id} leaves {n} values out, taken as: ',
    comma: ', ',
    other: 'other',
    margin: 'margin',
  },
});

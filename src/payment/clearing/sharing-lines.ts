/** What a year shares as lines: for every hospital u with both its sums, the step of every tier, and the one amount that counts. */
import { Decimal, type Fen, toFen, yuanText } from '../../money.ts';
import type { SharingRule } from '../../policy/clearing-rule.ts';
import { both, mistake } from '../../policy/mistakes.ts';
import type { Allotted } from './allotted.ts';
import type { ClearingLine } from './clearing.ts';
import { figureLine, fromLeaf, item, note } from './line.ts';
import { notShared, type SharedHospital, type SharedYear, sharedByHospital, sharedByPool } from './sharing-of-year.ts';
import type { ToState } from './statement.ts';

const nothing = notShared();

/** A floating price has shared by pool already: what it divides is the shared pool. */
export function sharingOfYear({ rule, funded, price, allotted }: ToState, fund: Fen): SharedYear {
  const { sharing } = rule;
  if (!sharing) return nothing;
  if (sharing.by === 'hospital') {
    const spent = allotted.hospitals.map(({ actual, ...rest }) => {
      if (actual === undefined) throw noFundColumn();
      return { ...rest, actual };
    });
    return sharedByHospital(spent, sharing);
  }
  if (price?.mode === 'floating') return nothing;
  const { pool, budget } = funded;
  // others' units are of the whole bill: p of it is the fund's
  const others = price ? price.price.times(price.othersUnits).times(pool.share) : (budget.othersFund?.value ?? new Decimal(0));
  return sharedByPool(pool.usable, fund, others, sharing);
}

export function sharingLines(
  { hospitals, amount, own, spent }: SharedYear,
  { rule: { sharing }, allotted, funded, price }: ToState,
): readonly ClearingLine[] {
  if (!sharing || (sharing.by === 'pool' && price?.mode === 'floating')) return [];
  if (sharing.by === 'pool') {
    const share = amount < 0 ? sharing.deficit : sharing.surplus;
    const path = amount < 0 ? 'settlement.pool_sharing.deficit_by_hospitals' : 'settlement.pool_sharing.surplus_to_hospitals';
    const { usable } = funded.pool;
    const working = `(${yuanText(usable)} − ${yuanText(spent)}) × ${share.value.toFixed()} × ${yuanText(own)} ÷ ${yuanText(spent)}`;
    return [
      item({ group: 'final', label: amount < 0 ? 'pool_deficit' : 'pool_surplus', working, basis: fromLeaf(path, share.leaf) }, amount),
    ];
  }
  const several = allotted.hospitals.length > 1;
  return [...hospitals.flatMap(one => hospitalLines(one, sharing, several)), ...(hospitals.length > 0 ? leftOutLines(allotted) : [])];
}

/** Where there are several hospitals each line says whose it is. */
function hospitalLines(
  { hospital, u, shared, amount, actual, allotted }: SharedHospital,
  { leaf }: Extract<SharingRule, { by: 'hospital' }>,
  several: boolean,
): readonly ClearingLine[] {
  const whose = several ? `${hospital === '' ? '–' : hospital}: ` : '';
  const basis = fromLeaf('settlement.sharing', leaf);
  return [
    figureLine({ group: 'final', label: 'u', working: `${whose}${yuanText(actual)} ÷ ${yuanText(allotted)}`, basis }, u.toFixed(4)),
    ...shared.steps.map(({ tier, amount: within, pays }) =>
      note(
        {
          group: 'final',
          label: `share_${tier.kind}`,
          working: `${whose}${tier.from.toFixed()}–${tier.to?.toFixed() ?? '∞'}: ${yuanText(toFen(within))} × ${tier.share.toFixed()}`,
          basis: { ...basis, at: tier.at },
        },
        pays,
      ),
    ),
    item(
      {
        group: 'final',
        label: amount < 0 ? 'shared_surplus' : 'shared_excess',
        working: `${whose}${yuanText(shared.fund)} − ${yuanText(allotted)}`,
        basis,
      },
      amount,
    ),
  ];
}

const leftOutLines = ({ leftOut: { stays, fund } }: Allotted): readonly ClearingLine[] =>
  stays === 0 ? [] : [note({ group: 'final', label: 'u_leaves_out', working: `n = ${stays}` }, fund)];

const noFundColumn = () =>
  mistake(
    'HEADER_UNKNOWN',
    undefined,
    both('文件没有基金支付列，算不出 u', 'the file has no column of the fund, so there is no u'),
    both('补上基金支付列，或把 settlement.sharing 设为 null。', 'Add the column of the fund, or set settlement.sharing to null.'),
  );

/** Whatever the method: Σ over stays = by department = by group = by month = by method, to the fen; the identities hold; order changes nothing. */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadStays } from '../../src/app/load-stays.ts';
import { partsFor, payable } from '../../src/app/parts.ts';
import { openPolicy } from '../../src/app/policy.ts';
import { drgKeys, type Keys, stayKeys } from '../../src/compare/keys.ts';
import { tally } from '../../src/compare/tally.ts';
import { weightsOf } from '../../src/compare/weights.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { dipGrouping } from '../../src/payment/dip/grouping.ts';
import { openDipCatalogue } from '../../src/payment/dip/open-catalogue.ts';
import { settleParts } from '../../src/payment/settle.ts';
import { bandIndex, type Settlement } from '../../src/payment/settlement.ts';
import type { PolicyFile } from '../../src/policy/read-policy.ts';
import { gatherRows } from '../../src/stay/gather-rows.ts';
import type { StayTable } from '../../src/stay/stay-table.ts';

const installation = findInstallation(process.cwd());
const ids = readdirSync('data/policies').flatMap(name => (name.endsWith('.yaml') ? [name.replace('.yaml', '')] : []));
let stays: StayTable;
let shuffled: { readonly stays: StayTable; readonly from: Uint32Array };

beforeAll(async () => {
  const { table } = await loadStays(installation, ['data/samples/hospital-2025.csv.gz'], { sameDay: 1 });
  // a few hundred stays of the year, and the same in another order: 7 has no common divisor with 600
  stays = gatherRows(
    table,
    Uint32Array.from({ length: 600 }, (_, i) => i * 16),
  );
  const from = Uint32Array.from({ length: 600 }, (_, i) => (i * 7 + 3) % 600);
  shuffled = { stays: gatherRows(stays, from), from };
});

const settled = (file: PolicyFile, of: StayTable) => {
  const { parts, partOf } = partsFor(installation, [payable(installation, file)], { stays: of, catalogue: undefined });
  return { settlement: settleParts({ stays: of, parts, partOf }), part: parts[0]! };
};

/** The policy paid by another of the methods it has sections for, without the rules that only its own method reads. */
const withMethod = (file: PolicyFile, method: string): PolicyFile => {
  const leaf = file.leaves.get('payment_method')!;
  const rulesOfDrg = ['stay_rules', 'special_case'];
  const kept = [...file.leaves].filter(([path]) => !rulesOfDrg.some(rule => path === rule || path.startsWith(`${rule}.`)));
  return { ...file, leaves: new Map(kept).set('payment_method', { ...leaf, value: method }) };
};

describe.each([
  ...ids.map(id => ({ id, method: undefined })),
  ...['ffs', 'per_diem', 'quota', 'global_budget'].map(method => ({ id: 'sample-mix-illustrative', method })),
])('$id $method', ({ id, method }) => {
  const file = () => (method === undefined ? openPolicy(installation, id) : withMethod(openPolicy(installation, id), method));

  it('adds up by whatever it is divided', () => {
    const { settlement, part } = settled(file(), stays);
    const { policy } = part;
    const { columns: grouping, groups } =
      policy.method === 'dip' ? dipGrouping(stays, openDipCatalogue(part, policy)) : { columns: part.grouping, groups: part.groups ?? [] };
    const whole = sums(settlement);
    const divisions: Keys[] = [
      ...(['department', 'doctor', 'insurance', 'month'] as const).map(by => stayKeys(stays, by)),
      drgKeys({ stays, grouping, groups }),
      { of: Uint32Array.from(settlement.by), key: Array.from({ length: 256 }, String), label: [] },
    ];
    for (const keys of divisions) {
      const { payment, fund, patient, other, margin } = tally({ stays, settlement }, keys, weightsOf(settlement.prices));
      expect([payment, fund, patient, other, margin].map(total)).toEqual(whole);
    }
  });

  it('keeps the identities of every stay', () => {
    const { settlement } = settled(file(), stays);
    const { band, payment, fund, patient, other, margin, standard } = settlement;
    const cost = stays.money.total!;
    const broken = rowsWhere(i => {
      const adds = cost[i]! + margin[i]! === fund[i]! + patient[i]! + other[i]!;
      const floors = payment[i]! >= 0 && fund[i]! >= 0 && patient[i]! >= 0 && standard[i]! >= 0;
      const asBilled = band[i] === bandIndex.ffs || band[i] === bandIndex.unpriced;
      return !adds || !floors || (asBilled && payment[i] !== cost[i]);
    });
    expect(broken).toEqual([]);
  });

  it('does not depend on the order of the stays', () => {
    const inOrder = settled(file(), stays).settlement;
    const other = settled(file(), shuffled.stays).settlement;
    // a pool is divided to the fen, and the last fen goes to whoever stands first: Σ is the same, a stay may differ by one
    const within = method === 'global_budget' ? 1 : 0;
    expect(sums(other).slice(0, 2)).toEqual(sums(inOrder).slice(0, 2));
    const moved = rowsWhere(i => {
      const before = shuffled.from[i]!;
      return other.band[i] !== inOrder.band[before] || Math.abs(other.payment[i]! - inOrder.payment[before]!) > within;
    });
    expect(moved).toEqual([]);
  });
});

const rowsWhere = (is: (row: number) => boolean): number[] => Array.from({ length: stays.count }, (_, i) => i).filter(is);
const total = (column: Float64Array): number => column.reduce((sum, fen) => sum + fen, 0);
const sums = ({ payment, fund, patient, other, margin }: Settlement): number[] => [payment, fund, patient, other, margin].map(total);

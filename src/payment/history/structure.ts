/**
 * Structure adjustment (费用结构调整): the parts of what a group costs are moved by target factors before its weight is made, so that a
 * scheme pays more for service and less for drugs. Σ W·n stays what it was: the level of the table does not move, only its shape.
 */
import { Decimal } from '../../money.ts';
import type { MoneyField } from '../../stay/stay-table.ts';

export const structureParts = ['service', 'nursing', 'drugs', 'materials', 'tests', 'other'] as const;
export type StructurePart = (typeof structureParts)[number];

/** Of which charge categories of the settlement list a part is made. Management is no category of its own there. */
export const categoriesOf: Readonly<Record<StructurePart, readonly MoneyField[]>> = {
  service: ['bed', 'consultation', 'treatment', 'surgery', 'general_service', 'registration'],
  nursing: ['nursing'],
  drugs: ['western_drug', 'herbal_slices', 'patent_drug'],
  materials: ['materials'],
  tests: ['examination', 'laboratory'],
  other: ['other_charge'],
};

export type Factors = Readonly<Record<StructurePart, Decimal>>;

export type Structured = {
  readonly weight: Decimal | undefined;
  /** Cases that the sum is kept over. */
  readonly cases: number;
  /** Fen by part; undefined where no stay of the group says. */
  readonly parts: Readonly<Record<StructurePart, number>> | undefined;
};

/** New weights in the same order. A group whose parts nobody knows moves as all of them together do. */
export function adjustStructure(groups: readonly Structured[], factors: Factors): readonly (Decimal | undefined)[] {
  const known = groups.flatMap(({ parts }) => parts ?? []);
  const all = Object.fromEntries(structureParts.map(part => [part, known.reduce((sum, parts) => sum + parts[part], 0)]));
  const common = factorOf(all as Record<StructurePart, number>, factors);
  const moved = groups.map(({ weight, parts }) => weight?.times(parts ? factorOf(parts, factors) : common));
  const [before, after] = [totalOf(groups, i => groups[i]!.weight), totalOf(groups, i => moved[i])];
  if (after.isZero()) return moved;
  const level = before.div(after);
  return moved.map(weight => weight?.times(level));
}

/** Shares of the parts times their factors. */
function factorOf(parts: Readonly<Record<StructurePart, number>>, factors: Factors): Decimal {
  const total = structureParts.reduce((sum, part) => sum + parts[part], 0);
  if (total === 0) return new Decimal(1);
  return structureParts.reduce((sum, part) => sum.plus(factors[part].times(parts[part])), new Decimal(0)).div(total);
}

const totalOf = (groups: readonly Structured[], weightOf: (i: number) => Decimal | undefined): Decimal =>
  groups.reduce((sum, { cases }, i) => sum.plus((weightOf(i) ?? new Decimal(0)).times(cases)), new Decimal(0));

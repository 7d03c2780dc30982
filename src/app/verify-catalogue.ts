/** Whether an installed catalogue reproduces its known answers: records grouped by another program, one or more for every group. */
import { type Case, type CompiledCatalogue, columnsOf, groupColumns } from '../../grouper/index.ts';
import { knownCases } from '../files/catalogue-folder.ts';
import type { Installation } from '../files/installation.ts';
import { openCatalogue } from './catalogue.ts';

export type Verification = {
  readonly catalogue: string;
  readonly known: number;
  readonly agree: number;
  /** Groups of the catalogue that the known answers reach, and all groups. */
  readonly reached: number;
  readonly groups: number;
  readonly differences: readonly { readonly id: string; readonly expected: string; readonly got: string }[];
};

export function verifyCatalogue(installation: Installation, id: string): Verification {
  const compiled = openCatalogue(installation, id);
  const known = knownCases(installation, id).map(readKnown);
  const differences = differencesOf(compiled, known);
  return {
    catalogue: compiled.id,
    known: known.length,
    agree: known.length - differences.length,
    reached: new Set(known.map(({ expected }) => expected.at(-1))).size,
    groups: reachable(compiled),
    differences,
  };
}

/** Ungrouped, every DRG, and the ambiguous groups whose rows are switched on. */
function reachable({ groups, rows }: CompiledCatalogue): number {
  const active = new Set(rows.filter(row => row.active).map(row => row.adrg));
  return groups.filter(({ status, drg }) => status !== 'ambiguous' || active.has(drg)).length;
}

type Known = { readonly id: string; readonly one: Case; readonly expected: readonly string[] };

/** id,sex,age_years,age_days,weight_g,dx,px,expected_mdc,expected_adrg,expected_drg */
function readKnown(line: string): Known {
  const [id = '', sex, age, ageDays, birthWeight, dx = '', px = '', ...expected] = line.split(',');
  const whole = (cell: string | undefined) => (cell === undefined || cell === '' ? undefined : Number(cell));
  const codes = (cell: string) => (cell === '' ? [] : cell.split('|'));
  const one: Case = {
    sex: sex === '1' ? 1 : sex === '2' ? 2 : undefined,
    age: whole(age),
    ageDays: whole(ageDays),
    birthWeight: whole(birthWeight),
    dx: codes(dx),
    px: codes(px),
  };
  return { id, one, expected };
}

function differencesOf(compiled: CompiledCatalogue, known: readonly Known[]) {
  const { group } = groupColumns(compiled, columnsOf(known.map(({ one }) => one)));
  return known.flatMap(({ id, expected }, i) => {
    const { mdc, adrg, drg } = compiled.groups[group[i]!]!;
    const got = [mdc, adrg, drg].join(' ');
    return got === expected.join(' ') ? [] : [{ id, expected: expected.join(' '), got }];
  });
}

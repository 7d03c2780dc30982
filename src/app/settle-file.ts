/** Settles every stay of the files a person named: under one policy, or under that of several which is in force for its place and day. */
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import type { Load } from '../files/read-stays.ts';
import { countsYears } from '../payment/benefit/pay-by-benefit.ts';
import { dipGrouping } from '../payment/dip/grouping.ts';
import { openDipCatalogue } from '../payment/dip/open-catalogue.ts';
import type { Part } from '../payment/part.ts';
import { partsByPolicy } from '../payment/routes.ts';
import { settleParts } from '../payment/settle.ts';
import type { SettleRows } from '../report/result-rows.ts';
import type { StayTable } from '../stay/stay-table.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';
import { type Parts, partsFor, payable } from './parts.ts';
import { outsideNotes, type PartsNote, partsNotes } from './parts-notes.ts';
import { openPolicy } from './policy.ts';
import { rulePlaces } from './rule-places.ts';

export type SettledFile = {
  readonly load: Load;
  readonly rows: SettleRows;
  /** Ids of the policies given. */
  readonly policies: readonly string[];
  readonly parts: Parts;
  /** What must be known of the tables that paid. */
  readonly notes: readonly PartsNote[];
};
/** At least one policy, by id or file. */
export type SettleOrder = LoadOptions & { readonly policies: readonly string[]; readonly catalogue?: string | undefined };

export async function settleFile(
  installation: Installation,
  paths: readonly string[],
  { policies: named, catalogue, ...options }: SettleOrder,
): Promise<SettledFile> {
  const policies = named.map(policy => payable(installation, openPolicy(installation, policy)));
  const load = await loadStays(installation, paths, { ...options, patientKeys: policies.some(({ policy }) => countsYears(policy)) });
  const { table } = load;
  if (!table.money.total) throw noCost(paths);
  const parts = partsFor(installation, policies, { stays: table, catalogue });
  const settlement = settleParts({ stays: table, ...parts });
  const groupings = partsByPolicy(parts.parts).map(part => groupingOf(part, table));
  return {
    load,
    policies: policies.map(({ policy }) => policy.id),
    parts,
    notes: [...outsideNotes(parts.outside), ...partsNotes(table, parts.parts, settlement)],
    rows: { settlement, groupings, cost: table.money.total, idOf: load.callerIds.text, ruleOf: rulePlaces(settlement.policies) },
  };
}

/** The groups a policy pays by; undefined where it needs none. */
function groupingOf(part: Part, stays: StayTable): SettleRows['groupings'][number] {
  const { policy, grouping, groups } = part;
  if (policy.method === 'dip') return dipGrouping(stays, openDipCatalogue(part, policy));
  return policy.method !== 'ffs' && grouping && groups ? { groups, columns: grouping } : undefined;
}

const noCost = (paths: readonly string[]) =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: '文件没有总费用列，不能结算', en: 'the file has no column of total cost, so nothing can be settled' },
    {
      at: paths.join(' '),
      hint: { zh: '只需要分组时用 casemix group。', en: 'casemix group needs no costs.' },
    },
  );

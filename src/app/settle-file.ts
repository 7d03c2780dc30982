/** Settles every stay of the files a person named under one policy. */
import { groupColumns } from '../../grouper/index.ts';
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import type { Load } from '../files/read-stays.ts';
import { settle } from '../payment/settle.ts';
import { readWeights } from '../payment/weights.ts';
import { type Policy, policyFrom } from '../policy/policy.ts';
import type { SettleRows } from '../report/result-rows.ts';
import { openCatalogue } from './catalogue.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';
import { openPolicy } from './policy.ts';
import { rulePlaces } from './rule-places.ts';

export type SettledFile = { readonly load: Load; readonly rows: SettleRows; readonly policy: Policy; readonly catalogue: string };
export type SettleOrder = LoadOptions & { readonly policy: string; readonly catalogue?: string | undefined };

export async function settleFile(
  installation: Installation,
  paths: readonly string[],
  { policy: named, catalogue, ...options }: SettleOrder,
): Promise<SettledFile> {
  const file = openPolicy(installation, named);
  const policy = policyFrom(file, file.leaves);
  const compiled = openCatalogue(installation, catalogue ?? file.catalogue);
  const weights =
    policy.weightsTable === undefined ? undefined : readWeights(projectText(installation)(policy.weightsTable), policy.weightsTable);
  const load = await loadStays(installation, paths, options);
  const { table } = load;
  if (!table.money.total) throw noCost(paths);
  const columns = groupColumns(compiled, table);
  const settlement = settle({ stays: table, policy, grouping: columns, groups: compiled.groups, weights });
  const grouping = policy.method === 'ffs' ? undefined : { groups: compiled.groups, columns };
  return {
    load,
    policy,
    catalogue: grouping ? compiled.id : '',
    rows: { settlement, grouping, cost: table.money.total, idOf: load.callerIds.text, ruleOf: rulePlaces(policy) },
  };
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

/** Clears a year of the stays a person named: under one policy, against one budget file. */
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import type { Load } from '../files/read-stays.ts';
import { countsYears } from '../payment/benefit/pay-by-benefit.ts';
import { clear } from '../payment/clearing/clear.ts';
import type { Clearing } from '../payment/clearing/clearing.ts';
import { readBudget } from '../payment/clearing/read-budget.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';
import { partsFor, payable } from './parts.ts';
import { outsideNotes, type PartsNote } from './parts-notes.ts';
import { openPolicy } from './policy.ts';

export type ClearedYear = {
  readonly load: Load;
  readonly clearing: Clearing;
  readonly catalogues: readonly string[];
  readonly notes: readonly PartsNote[];
};
export type ClearOrder = LoadOptions & { readonly policy: string; readonly budget: string; readonly catalogue?: string | undefined };

/** Policy and budget are read first: a mistake in them is told before a large file is loaded. */
export async function clearYear(
  installation: Installation,
  paths: readonly string[],
  { policy, budget: budgetFile, catalogue, ...options }: ClearOrder,
): Promise<ClearedYear> {
  const paying = payable(installation, openPolicy(installation, policy));
  const budget = readBudget(projectText(installation)(budgetFile), budgetFile);
  const load = await loadStays(installation, paths, { ...options, patientKeys: countsYears(paying.policy) });
  const { table: stays } = load;
  if (!stays.money.total) throw noCost(paths);
  const { parts, catalogues, outside } = partsFor(installation, [paying], { stays, catalogue });
  return { load, clearing: clear({ stays, part: parts[0]!, budget }), catalogues, notes: outsideNotes(outside) };
}

const noCost = (paths: readonly string[]) =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: '文件没有总费用列，不能清算', en: 'the file has no column of total cost, so nothing can be cleared' },
    {
      at: paths.join(' '),
      hint: { zh: '用 casemix load 查看各列是怎样读的。', en: 'casemix load shows how its columns were read.' },
    },
  );

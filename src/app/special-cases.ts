/** The stays of a hospital that may be filed for review under a policy: settled without any special case first, then listed and ranked. */
import { UserError } from '../errors.ts';
import type { Installation } from '../files/installation.ts';
import type { Load } from '../files/read-stays.ts';
import { countsYears } from '../payment/benefit/pay-by-benefit.ts';
import { partsByPolicy } from '../payment/routes.ts';
import { settleParts } from '../payment/settle.ts';
import { specialCases } from '../payment/special/special-cases.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import type { SpecialList, SpecialWork } from '../report/special-rows.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';
import { partsFor, payable } from './parts.ts';
import { outsideNotes, type PartsNote } from './parts-notes.ts';
import { openPolicy } from './policy.ts';

export type SpecialOrder = LoadOptions & { readonly policy: string; readonly catalogue?: string | undefined };
export type SpecialFile = { readonly load: Load; readonly work: SpecialWork; readonly notes: readonly PartsNote[] };

export async function specialFile(
  installation: Installation,
  paths: readonly string[],
  { policy: named, catalogue, ...options }: SpecialOrder,
): Promise<SpecialFile> {
  const own = payable(installation, openPolicy(installation, named));
  const ruled = withMix(own.policy);
  if (!ruled.some(policy => policy.method !== 'ffs' && policy.special)) throw noRule(own.file);
  const load = await loadStays(installation, paths, { ...options, patientKeys: countsYears(own.policy) });
  const { table: stays } = load;
  if (!stays.money.total) throw noCost(paths);
  const parts = partsFor(installation, [{ ...own, policy: withoutSpecial(own.policy) }], { stays, catalogue });
  const settlement = settleParts({ stays, ...parts });
  const lists = partsByPolicy(parts.parts).flatMap((part, me): SpecialList[] => {
    const policy = ruled[me]!;
    if (policy.method === 'ffs' || !policy.special) return [];
    const { special } = policy;
    return [{ special, part, me, cases: specialCases({ stays, part, me }, special, settlement) }];
  });
  const work = { policy: own.policy.id, catalogue: parts.catalogues.join(', '), stays, settlement, lists, idOf: load.callerIds.text };
  return { load, work, notes: outsideNotes(parts.outside) };
}

/** In the order that a settlement counts its policies in: the main one, then those of its mix. */
const withMix = (policy: Policy): readonly Policy[] => [policy, ...policy.mix.map(rule => rule.policy)];

function withoutSpecial(policy: Policy): Policy {
  const mix = policy.mix.map(rule => ({ ...rule, policy: withoutSpecial(rule.policy) }));
  return policy.method === 'ffs' ? { ...policy, mix } : { ...policy, mix, special: undefined };
}

const noRule = ({ file, id }: PolicyFile) =>
  new UserError(
    'POLICY_INVALID',
    { zh: `${id} 没有写特例单议（special_case）`, en: `${id} says nothing of special cases (special_case)` },
    {
      at: file,
      hint: {
        zh: '在政策里写 special_case：quota、outcome、candidates。',
        en: 'Write special_case in the policy: quota, outcome and candidates.',
      },
    },
  );

const noCost = (paths: readonly string[]) =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: '文件没有总费用列，不能挑选特例', en: 'the file has no column of total cost, so no case can be chosen' },
    { at: paths.join(' '), hint: { zh: '请给出含总费用的结算文件。', en: 'Give a file of settlements with their total cost.' } },
  );

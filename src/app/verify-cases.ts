/** Runs a file of payment cases: each stay is settled by the policy or the scenario it names and held against what is expected. */
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import { type Answer, answered } from '../payment/answer.ts';
import { givenLoad } from '../payment/given-load.ts';
import { changed, spokenAs, withCoefficient } from '../payment/given-policy.ts';
import { settle } from '../payment/settle.ts';
import { readWeights, type WeightTable } from '../payment/weights.ts';
import { type PaymentCase, readCases } from '../policy/case-file.ts';
import { placeText } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';
import { type Policy, policyFrom } from '../policy/policy.ts';
import { resolve } from './carry-out.ts';
import { payable } from './parts.ts';
import { openPolicy } from './policy.ts';

/** undefined: the file is no list of cases. */
export function verifiedCases(installation: Installation, path: string): readonly Answer[] | undefined {
  const cases = readCases(projectText(installation)(path), path);
  const opened = new Map<string, Paying>();
  return cases?.map(one => {
    const { kind, named } = one.by;
    const paying = opened.get(`${kind} ${named}`) ?? payingOf(installation, one);
    opened.set(`${kind} ${named}`, paying);
    return verified(one, paying, installation);
  });
}

/** The policy in force for a stay settled on a day, and the table that weighs its group where the case does not. */
type Paying = { readonly policyOn: (day: number) => Policy; readonly weights: WeightTable | undefined };

function payingOf(installation: Installation, { by: { kind, named, at } }: PaymentCase): Paying {
  if (kind === 'policy') {
    const { policy, weights } = payable(installation, openPolicy(installation, named, placeText(at)));
    return { policyOn: () => policy, weights };
  }
  const readText = projectText(installation);
  const scenario = resolve(installation, named);
  if (scenario.rebasedOn)
    throw mistake(
      'CASES_INVALID',
      at,
      both(`情景 ${scenario.id} 的价格水平取决于数据`, `the price level of the scenario ${scenario.id} depends on the data`),
      both('请换一个没有 price.rebase: neutral 的情景或政策。', 'Name a scenario without price.rebase: neutral, or a policy.'),
    );
  const about = { id: scenario.policy.id, region: scenario.policy.region, catalogue: scenario.catalogue };
  const slices = scenario.slices.map(({ from, leaves }) => ({ from, policy: policyFrom(about, leaves) }));
  const weights = scenario.weights === '' ? undefined : readWeights(readText(scenario.weights), scenario.weights);
  return { policyOn: day => (slices.findLast(({ from }) => from <= day) ?? slices[0]!).policy, weights };
}

function verified({ at, name, change, given, expected }: PaymentCase, { policyOn, weights }: Paying, installation: Installation): Answer {
  const policy = withCoefficient(given, changed(policyOn(given.days.settled ?? Number.NEGATIVE_INFINITY), change));
  const { stays, grouping, groups, ...load } = givenLoad([spokenAs(policy, given)], policy);
  const part = { policy, grouping, groups, weights: load.weights ?? weights, readText: projectText(installation) };
  return answered({ at, name }, expected, { settlement: settle({ ...part, stays }), stays, part, row: 0 });
}

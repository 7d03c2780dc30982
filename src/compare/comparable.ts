/** Whether scenarios may stand side by side: one id each, the same stays, and price levels that mean the same. */
import { UserError } from '../errors.ts';
import { paysByGroup, type ResolvedScenario } from '../scenario/scenario.ts';

/** Throws SCENARIO_INVALID or SCENARIO_SCALE at the first pair that may not be compared. */
export function refuseIncomparable(scenarios: readonly ResolvedScenario[]): void {
  scenarios.forEach((scenario, i) => {
    const twin = scenarios.slice(0, i).find(other => other.id === scenario.id);
    if (twin) throw sameId(scenario, twin);
    const stranger = scenarios.slice(0, i).find(other => !sameScale(other, scenario));
    if (stranger) throw differentScale(scenario, stranger);
  });
}

/** The data file the scenarios were written for; undefined when none names one. They must not name different ones. */
export function dataOf(scenarios: readonly ResolvedScenario[]): string | undefined {
  const [first, ...others] = scenarios;
  const other = others.find(scenario => scenario.population.data !== first!.population.data);
  if (!other) return first?.population.data;
  throw new UserError(
    'SCENARIO_INVALID',
    { zh: `${first!.id} 与 ${other.id} 的数据不同，不能比较`, en: `${first!.id} and ${other.id} are written for different data` },
    {
      at: other.files.at(-1),
      hint: { zh: '让它们继承同一个基线，或用 --data 指定数据。', en: 'Let them extend one baseline, or name the data with --data.' },
    },
  );
}

/**
 * A weight of one table is not a weight of another: 1.0 is the mean cost of another region and year. Two case payments are on one scale
 * when they use one table, when their price level is carried over from the same scenario, or when a difference is meant (`rebase: none`).
 */
function sameScale(a: ResolvedScenario, b: ResolvedScenario): boolean {
  if (!paysByGroup(a) || !paysByGroup(b) || a.ownScale || b.ownScale) return true;
  return a.weights === b.weights || levelOf(a) === levelOf(b);
}

const levelOf = ({ rebasedOn, weights }: ResolvedScenario): string => (rebasedOn ? levelOf(rebasedOn) : weights);

const sameId = (scenario: ResolvedScenario, twin: ResolvedScenario) =>
  new UserError(
    'SCENARIO_INVALID',
    { zh: `两个情景的 id 相同：${scenario.id}`, en: `two scenarios have the id ${scenario.id}` },
    {
      at: scenario.files.at(-1),
      hint: {
        zh: `另一个是 ${twin.files.at(-1)}；请改其中一个的 id。`,
        en: `The other is ${twin.files.at(-1)}. Give one of them another id.`,
      },
    },
  );

const differentScale = (scenario: ResolvedScenario, other: ResolvedScenario) =>
  new UserError(
    'SCENARIO_SCALE',
    {
      zh: `${other.id} 用 ${other.weights}，${scenario.id} 用 ${scenario.weights}，权重尺度不同，不能直接比较`,
      en: `${other.id} uses ${other.weights} and ${scenario.id} uses ${scenario.weights}: weights of different scale`,
    },
    {
      at: scenario.files.at(-1),
      hint: {
        zh: '在继承的情景中写 price.rebase: {value: neutral, unit: rule, source: assumption} 调平费率；有意保留差异则写 none。',
        en: 'Extend the other and add price.rebase: {value: neutral, unit: rule, source: assumption}, or write none to compare them on purpose.',
      },
    },
  );

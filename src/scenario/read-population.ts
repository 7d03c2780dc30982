/** Which stays a scenario is about: period, hospitals, insurance and the rules that leave stays out, each rule with its source. */
import { conditionOf } from '../policy/condition.ts';
import type { Leaves } from '../policy/leaf.ts';
import { both, didYouMean, listFirst, mistake } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import { type Entries, plain } from '../policy/written.ts';
import { entriesIn, entriesOf, knownKeys, listOf, placeOf, requiredDay, requiredText, textOf, textsOf } from './fields.ts';
import { invalid } from './invalid.ts';
import { insideProject } from './project-path.ts';
import type { ExcludeRule, Period, Population } from './scenario.ts';

export function periodOf(written: Entries): Period | undefined {
  const period = entriesOf(written, 'period');
  if (!period) return undefined;
  knownKeys(period, ['from', 'to', 'by'], both('期间（period）', 'a period'));
  const [from, to] = [requiredDay(period, 'from'), requiredDay(period, 'to')];
  const by = textOf(period, 'by') ?? 'settled';
  if (by !== 'settled' && by !== 'discharged') {
    throw invalid(
      placeOf(period, 'by'),
      both(`period.by 应为 settled（结算日）或 discharged（出院日），不是 ${by}`, `period.by is settled or discharged, not ${by}`),
    );
  }
  if (to < from)
    throw invalid(
      period.at,
      both('期间（period）的 to 早于 from', 'the period ends before it begins'),
      both('from 和 to 都算在期间内；把较早的一天写在 from。', 'Both days belong to the period; write the earlier one as `from`.'),
    );
  return { from, to, by, at: period.at };
}

export function populationOf(written: Entries, policy: Leaves): Population {
  const population = entriesOf(written, 'population') ?? { kind: 'entries', of: new Map(), at: written.at };
  knownKeys(population, ['data', 'insurance', 'exclude'], both('病例范围（population）', 'a population'));
  const view = entriesOf(written, 'view');
  if (view) knownKeys(view, ['region', 'hospitals'], both('视角（view）', 'a view'));
  const data = textOf(population, 'data');
  return {
    data: data === undefined ? undefined : insideProject(data, '', { root: '', at: placeOf(population, 'data') }),
    insurance: insuranceOf(population, policy),
    hospitals: view ? textsOf(view, 'hospitals') : undefined,
    exclude: rulesOf(population),
  };
}

/** Keys of the policy's insurance_map: a misspelt one would leave everybody out. */
function insuranceOf(population: Entries, policy: Leaves): readonly string[] | undefined {
  const keys = textsOf(population, 'insurance');
  const known = [...policy.keys()].flatMap(path => (path.startsWith('insurance_map.') ? [path.slice('insurance_map.'.length)] : []));
  const strange = keys?.find(key => !known.includes(key));
  if (strange === undefined) return keys;
  const near = nearest(strange, known);
  throw mistake(
    'PARAMETER_UNKNOWN',
    placeOf(population, 'insurance'),
    both(`政策中没有名为“${strange}”的险种`, `the policy has no insurance named "${strange}"`),
    near ? didYouMean(near) : listFirst,
  );
}

function rulesOf(population: Entries): readonly ExcludeRule[] {
  const rules = entriesIn(listOf(population, 'exclude'), 'exclude').map(rule => {
    knownKeys(rule, ['id', 'when', 'source'], both('排除规则', 'a rule that leaves stays out'));
    const when = entriesOf(rule, 'when');
    if (!when || when.of.size === 0) throw invalid(rule.at, both('排除规则缺少 when', 'the rule has no `when`'));
    return {
      id: requiredText(rule, 'id'),
      when: [...when.of].map(([name, value]) => conditionOf(name, plain(value), { at: value.at, code: 'SCENARIO_INVALID', columns })),
      source: requiredText(rule, 'source'),
      at: rule.at,
    };
  });
  const twice = rules.find((rule, i) => reserved.has(rule.id) || rules.findIndex(other => other.id === rule.id) < i);
  if (twice)
    throw invalid(twice.at, both(`排除规则的 id 重复或已被占用：${twice.id}`, `the id of the rule is taken: ${twice.id}`), otherId);
  return rules;
}

const otherId = both(
  '请换一个 id；period、no_date、hospitals、insurance 已被情景本身使用。',
  'Choose another id; period, no_date, hospitals and insurance belong to the scenario itself.',
);

/** Ids under which a scenario itself leaves stays out. */
const reserved = new Set(['period', 'no_date', 'hospitals', 'insurance']);

/** What a scenario may leave stays out by: what is known of a stay before it is grouped or paid. */
const columns = ['days', 'age', 'discharge_way', 'visit_type', 'place', 'hospital_level', 'department'] as const;

/** Which stays a scenario is about: period, hospitals, insurance and the rules that leave stays out, each rule with its source. */
import { UserError } from '../errors.ts';
import { type Leaves, placeText } from '../policy/leaf.ts';
import { nearest } from '../policy/nearest.ts';
import { dayOf, entriesIn, entriesOf, knownKeys, listOf, requiredText, textOf, textsOf } from './fields.ts';
import { insideProject } from './project-path.ts';
import type { Condition, ExcludeRule, Period, Population } from './scenario.ts';
import { type Entries, invalid, type Written } from './written.ts';

export function periodOf(written: Entries): Period | undefined {
  const period = entriesOf(written, 'period');
  if (!period) return undefined;
  knownKeys(period, ['from', 'to', 'by'], { zh: 'period', en: 'a period' });
  const [from, to] = (['from', 'to'] as const).map(key => dayOf(requiredText(period, key), period.of.get(key)!.at));
  const by = textOf(period, 'by') ?? 'settled';
  if (by !== 'settled' && by !== 'discharged') {
    throw invalid(period.of.get('by')!.at, {
      zh: `period.by 应为 settled 或 discharged：${by}`,
      en: `period.by is settled or discharged, not ${by}`,
    });
  }
  if (to! < from!) throw invalid(period.at, { zh: 'period 的 to 早于 from', en: 'the period ends before it begins' });
  return { from: from!, to: to!, by, at: period.at };
}

export function populationOf(written: Entries, policy: Leaves): Population {
  const population = entriesOf(written, 'population') ?? { kind: 'entries', of: new Map(), at: written.at };
  knownKeys(population, ['data', 'insurance', 'exclude'], { zh: 'population', en: 'a population' });
  const view = entriesOf(written, 'view');
  if (view) knownKeys(view, ['region', 'hospitals'], { zh: 'view', en: 'a view' });
  const data = textOf(population, 'data');
  return {
    data: data === undefined ? undefined : insideProject(data, '', { root: '', at: population.of.get('data')!.at }),
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
  throw new UserError(
    'PARAMETER_UNKNOWN',
    { zh: `政策中没有名为“${strange}”的医保类型`, en: `the policy has no insurance named "${strange}"` },
    {
      at: placeText(population.of.get('insurance')!.at),
      hint: near
        ? { zh: `是否想写 "${near}"？`, en: `Did you mean "${near}"?` }
        : { zh: '先在 insurance_map 中列出。', en: 'List it in insurance_map first.' },
    },
  );
}

function rulesOf(population: Entries): readonly ExcludeRule[] {
  const rules = entriesIn(listOf(population, 'exclude'), 'exclude').map(rule => {
    knownKeys(rule, ['id', 'when', 'source'], { zh: '排除规则', en: 'a rule that leaves stays out' });
    const when = entriesOf(rule, 'when');
    if (!when || when.of.size === 0) throw invalid(rule.at, { zh: '排除规则缺少 when', en: 'the rule has no `when`' });
    return {
      id: requiredText(rule, 'id'),
      when: [...when.of].map(([name, value]) => conditionOf(name, value)),
      source: requiredText(rule, 'source'),
      at: rule.at,
    };
  });
  const twice = rules.find((rule, i) => reserved.has(rule.id) || rules.findIndex(other => other.id === rule.id) < i);
  if (twice) throw invalid(twice.at, { zh: `排除规则的 id 重复或已被占用：${twice.id}`, en: `the id of the rule is taken: ${twice.id}` });
  return rules;
}

/** Ids under which a scenario itself leaves stays out. */
const reserved = new Set(['period', 'no_date', 'hospitals', 'insurance']);

const numberColumns = ['days', 'age'] as const;
const wordColumns = ['discharge_way', 'visit_type', 'place', 'hospital_level', 'department'] as const;
const bounds = ['gt', 'gte', 'lt', 'lte'] as const;

/** `days_gte: 60`, `discharge_way: "2"`. */
function conditionOf(name: string, value: Written): Condition {
  const word = wordColumns.find(column => column === name);
  if (word) {
    if (value.kind === 'word' && typeof value.value === 'string') return { column: word, is: 'eq', value: value.value };
    throw invalid(value.at, { zh: `“${name}”应为加引号的文字`, en: `"${name}" must be quoted text` });
  }
  const all = numberColumns.flatMap(column => bounds.map(is => ({ name: `${column}_${is}`, column, is })));
  const found = all.find(condition => condition.name === name);
  if (!found) {
    const near = nearest(name, [...all.map(condition => condition.name), ...wordColumns])!;
    throw invalid(
      value.at,
      { zh: `没有名为“${name}”的条件`, en: `no condition named "${name}"` },
      { zh: `是否想写 "${near}"？`, en: `Did you mean "${near}"?` },
    );
  }
  if (value.kind === 'word' && typeof value.value === 'number') return { column: found.column, is: found.is, value: value.value };
  throw invalid(value.at, { zh: `“${name}”应为整数`, en: `"${name}" must be a whole number` });
}

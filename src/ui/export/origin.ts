/** Where the figures of a view come from: the files, the scenario with its catalogue and policy, and the steps that lead there. */
import { bilingual } from '../../language.ts';
import { titleIn } from '../../report/titles.ts';
import { writtenStep } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import { stepsTo } from './steps-to.ts';

export function originOf(state: WorkbenchState) {
  const { desk, scenario } = state;
  const result = desk?.runs[scenario]?.result;
  return {
    view: stepsTo(state).map(writtenStep),
    data: (desk?.stays.files ?? []).map(({ name, sha256 }) => ({ name, sha256 })),
    scenario: result && {
      id: result.id,
      hash: result.hash,
      catalogue: result.catalogue,
      policy: result.policy,
      edited: edited(state, result.id),
    },
  };
}

/** One line under a table that is handed on. */
export function originLine(state: WorkbenchState): string {
  const { desk, scenario, language } = state;
  const result = desk?.runs[scenario]?.result;
  if (!desk || !result) return '';
  const say = words[language];
  const files = desk.stays.files.map(({ name, sha256 }) => `${name} (sha256 ${sha256.slice(0, 12)})`).join(', ');
  const facts = [
    `${say.data} ${files}`,
    `${say.scenario} ${titleIn(result, language)} [${result.id} ${result.hash.slice(0, 12)}]`,
    ...(result.catalogue === '' ? [] : [`${say.catalogue} ${result.catalogue}`]),
    `${say.policy} ${result.policy}`,
    say.deidentified,
  ];
  return facts.join(language === 'zh' ? '；' : '; ');
}

const edited = ({ order }: WorkbenchState, id: string) =>
  order.edits.filter(({ scenario }) => scenario === id).map(({ path, value }) => ({ path, value }));

const words = bilingual({
  zh: { data: '数据', scenario: '情景', catalogue: '分组方案', policy: '支付政策', deidentified: '已去标识化' },
  en: { data: 'data', scenario: 'scenario', catalogue: 'catalogue', policy: 'policy', deidentified: 'de-identified' },
});

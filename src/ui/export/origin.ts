/** Where the figures of a view come from: the files, the scenario with its catalogue and policy, and the steps that lead there. */
import { bilingual } from '../../language.ts';
import { titleIn } from '../../report/titles.ts';
import { writtenStep } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import { stepsTo } from './steps-to.ts';

export function originOf(state: WorkbenchState) {
  const { desk, scenario, order } = state;
  const runs = desk?.runs ?? [];
  return {
    view: stepsTo(state).map(writtenStep),
    synthetic: desk?.synthetic ?? false,
    data: (desk?.stays.files ?? []).map(({ name, sha256 }) => ({ name, sha256 })),
    scenario: runs[scenario]?.result.id ?? '',
    scenarios: runs.map(({ result: { id, hash, catalogue, policy, notes } }) => ({
      id,
      hash,
      catalogue,
      policy,
      illustrative: notes.some(({ kind }) => kind === 'illustrative'),
    })),
    edited: order.edits,
  };
}

/** One line under a table that is handed on. */
export function originLine(state: WorkbenchState): string {
  const { desk, scenario, language, order } = state;
  const result = desk?.runs[scenario]?.result;
  if (!desk || !result) return '';
  const say = words[language];
  const files = desk.stays.files.map(({ name, sha256 }) => `${name} (sha256 ${sha256.slice(0, 12)})`).join(', ');
  const facts = [
    `${say.data} ${files}`,
    `${say.scenario} ${titleIn(result, language)} [${result.id} ${result.hash.slice(0, 12)}]`,
    ...(result.catalogue === '' ? [] : [`${say.catalogue} ${result.catalogue}`]),
    `${say.policy} ${result.policy}`,
    ...(order.edits.length > 0
      ? [`${say.edited} ${order.edits.map(({ scenario: id, path, value }) => `${id} ${path}=${value}`).join(', ')}`]
      : []),
    ...(desk.synthetic ? [say.synthetic] : []),
    ...(result.notes.some(({ kind }) => kind === 'illustrative') ? [say.illustrative] : []),
    // what is exported never holds them; the data it comes from do
    desk.stays.identifiers ? say.identified : say.deidentified,
  ];
  return facts.join(language === 'zh' ? '；' : '; ');
}

const words = bilingual({
  zh: {
    data: '数据',
    scenario: '情景',
    catalogue: '分组方案',
    policy: '支付政策',
    edited: '屏幕上改动、未保存：',
    synthetic: '合成数据',
    illustrative: '示例参数',
    deidentified: '已去标识化',
    identified: '数据含标识，本表已去标识化',
  },
  en: {
    data: 'data',
    scenario: 'scenario',
    catalogue: 'catalogue',
    policy: 'policy',
    edited: 'changed on the screen, not saved:',
    synthetic: 'synthetic data',
    illustrative: 'illustrative parameters',
    deidentified: 'de-identified',
    identified: 'the data hold identifiers, this table is de-identified',
  },
});

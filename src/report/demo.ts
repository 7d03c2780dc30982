/** The main job in one go: what was loaded, how it grouped, what each scenario pays, and the scenarios side by side. */
import type { Group, GroupColumns } from '../../grouper/result.ts';
import type { Comparison } from '../compare/comparison.ts';
import { comparisonJson } from '../compare/document.ts';
import { bilingual, type Language } from '../language.ts';
import { comparisonText } from './comparison-text.ts';
import { count, percent } from './format.ts';
import { type LoadView, loadReportJson } from './load-report.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

export type MainJob = {
  /** The shipped sample hospital, which is synthetic and says so. */
  readonly sample: boolean;
  readonly load: LoadView;
  readonly groupings: readonly { readonly catalogue: string; readonly groups: readonly Group[]; readonly columns: GroupColumns }[];
  readonly comparison: Comparison;
};

export function demoText({ sample, load, groupings, comparison }: MainJob, language: Language): string {
  const say = words[language];
  const columns = [say.catalogue, say.grouped, say.share, say.ambiguous, say.ungrouped, say.reached].map((head, i) => ({
    head,
    align: i === 0 ? ('left' as const) : ('right' as const),
  }));
  const rows = groupings.map(grouping => {
    const { grouped, ambiguous, ungrouped, reached } = groupCounts(grouping);
    return [grouping.catalogue, count(grouped), percent(grouped, load.table.count), count(ambiguous), count(ungrouped), count(reached)];
  });
  return [
    `casemix · ${sample ? say.sample : printable(load.table.files.map(({ name }) => name).join(' + '))} · ${say.stays.replace('{n}', count(load.table.count))}`,
    '',
    comparisonText(comparison, { language, by: 'department', top: 12 }).trimEnd(),
    '',
    textTable({ columns, rows, footer: [] }),
    '',
    say.next,
    '',
  ].join('\n');
}

/** A plain value for JSON.stringify. `score` joins when departments are scored. */
export function demoJson({ load, groupings, comparison }: Omit<MainJob, 'sample'>) {
  const document = comparisonJson(comparison);
  return {
    schemaVersion: 1,
    load: loadReportJson(load),
    groups: groupings.map(grouping => ({ catalogue: grouping.catalogue, ...groupCounts(grouping) })),
    settlement: document.scenarios.map(({ id, policy, in_scope, unpriced, totals }) => ({ id, policy, in_scope, unpriced, totals })),
    comparison: document,
    score: null,
  };
}

function groupCounts({ groups, columns }: MainJob['groupings'][number]) {
  const counts = { grouped: 0, ambiguous: 0, ungrouped: 0 };
  const reached = new Set<number>();
  for (const group of columns.group) {
    counts[groups[group]!.status]++;
    reached.add(group);
  }
  return { ...counts, reached: [...reached].filter(group => groups[group]!.status === 'grouped').length };
}

const words = bilingual({
  zh: {
    sample: '示范医院（合成数据，不含真实个人信息）',
    stays: '{n} 例',
    catalogue: '分组方案',
    grouped: '入组',
    share: '入组率',
    ambiguous: '歧义',
    ungrouped: '未入组',
    reached: '覆盖病组',
    next: '下一步：casemix open 打开工作台 · casemix compare scenarios/compare-2025.yaml --by group · casemix --help',
  },
  en: {
    sample: 'sample hospital (synthetic, no real person)',
    stays: '{n} stays',
    catalogue: 'catalogue',
    grouped: 'grouped',
    share: 'share',
    ambiguous: 'ambiguous',
    ungrouped: 'ungrouped',
    reached: 'DRGs reached',
    next: 'next: casemix open · casemix compare scenarios/compare-2025.yaml --by group · casemix --help',
  },
});

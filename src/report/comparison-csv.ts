/** A comparison as CSV: one row a scenario, dimension and key, money in exact yuan, and the change from the baseline beside it. */
import type { ChangeRow, Comparison, ScenarioResult, Totals } from '../compare/comparison.ts';
import { dimensions } from '../compare/comparison.ts';
import { yuanText } from '../money.ts';
import { BOM, csvLine, textCell } from './csv-cell.ts';

const moneyNames = ['cost', 'payment', 'fund', 'patient', 'other', 'margin', 'groupResult'] as const;
const changeNames = ['cost', 'fund', 'patient', 'other', 'margin', 'payment', 'groupResult'] as const;
const headOf = (name: (typeof moneyNames)[number]): string => (name === 'groupResult' ? 'group_result' : name);

const header = [
  ...['scenario', 'hash', 'catalogue', 'policy', 'dimension', 'key', 'label'],
  ...['stays', 'unpriced', 'unpriced_cost', ...moneyNames.map(headOf), 'days', 'weight', 'cmi', 'priced', 'low', 'high'],
  ...['change_stays', ...changeNames.map(name => `change_${headOf(name)}`)],
];

export function comparisonCsv({ scenarios, changes }: Comparison, { bom }: { readonly bom: boolean }): string {
  const lines = scenarios.flatMap(scenario => {
    const change = changes.find(found => found.scenario === scenario.id);
    const origin = [scenario.id, scenario.hash, scenario.catalogue, scenario.policy].map(textCell);
    return [
      csvLine([...origin, 'total', '', '', ...figures(scenario.totals), ...moved(change?.totals)]),
      ...dimensions.flatMap(dimension => rowsOf(scenario, dimension, change?.by[dimension], origin)),
    ];
  });
  return (bom ? BOM : '') + csvLine(header) + lines.join('');
}

type Keyed = readonly (ChangeRow & { readonly key: string })[];

function rowsOf({ by }: ScenarioResult, dimension: (typeof dimensions)[number], changes: Keyed | undefined, origin: readonly string[]) {
  const changeOf = new Map(changes?.map(change => [change.key, change]));
  return by[dimension].map(row =>
    csvLine([...origin, dimension, textCell(row.key), textCell(row.label), ...figures(row), ...moved(changeOf.get(row.key))]),
  );
}

const figures = (row: Totals): readonly string[] => [
  ...[String(row.stays), String(row.unpriced), yuanText(row.unpricedCost)],
  ...moneyNames.map(name => yuanText(row[name])),
  ...[String(row.days), row.weight, row.cmi, String(row.priced), String(row.low), String(row.high)],
];

/** Empty for the baseline: it is not compared with itself. */
const moved = (change: ChangeRow | undefined): readonly string[] =>
  change ? [String(change.stays), ...changeNames.map(name => yuanText(change[name]))] : Array<string>(changeNames.length + 1).fill('');

/** The rows of one dimension: the margin of every scenario and the change of the one looked at, from the comparison as it was made. */
import type { ChangeRow, Comparison, Dimension, Row } from '../../compare/comparison.ts';
import { MISSING_KEY, UNGROUPED_KEY, UNPRICED_KEY } from '../../compare/keys.ts';
import { type LeadingFigure, leadingOf } from '../../compare/leading-figure.ts';
import type { Language } from '../../language.ts';
import { widthOf } from '../../report/cell-width.ts';
import { titleIn } from '../../report/titles.ts';
import type { Part } from '../place.ts';
import { shortTitle } from '../short-title.ts';
import { type Column, keyed, type Sheet, wordColumn } from '../table/sheet.ts';
import type { Say, Word } from '../words.ts';
import { cmiColumn, countColumn, differenceColumn, shareColumn, totalColumn } from './figure-columns.ts';

const missing = Number.NaN;

export type PartRow = { readonly key: string; readonly label: string };

/** Rows of the scenario looked at in its order, then those that only the baseline has: there the scenario has nothing. */
export function partsOf({ scenarios, changes }: Comparison, scenario: number, dimension: Dimension): readonly Row[] {
  const looked = scenarios[scenario];
  const here = looked?.by[dimension] ?? [];
  const keys = new Set(here.map(row => row.key));
  const baseline = scenarios[0]?.by[dimension] ?? [];
  const label = (key: string) => baseline.find(row => row.key === key)?.label ?? key;
  const changed = changes.find(({ scenario: id }) => id === looked?.id)?.by[dimension] ?? [];
  return [...here, ...changed.filter(({ key }) => !keys.has(key)).map(({ key }) => emptyRow(key, label(key)))];
}

/** A part in which the scenario has no stay. */
export const emptyRow = (key: string, label: string): Row => ({
  key,
  label,
  stays: 0,
  unpriced: 0,
  unpricedCost: 0,
  cost: 0,
  payment: 0,
  fund: 0,
  patient: 0,
  other: 0,
  margin: 0,
  groupResult: 0,
  days: 0,
  weight: '',
  cmi: '',
  priced: 0,
  low: 0,
  high: 0,
});

export function dimensionSheet(
  comparison: Comparison,
  { scenario, dimension, language }: { readonly scenario: number; readonly dimension: Dimension; readonly language: Language },
  say: Say,
): Sheet {
  const { scenarios, changes } = comparison;
  const parts = partsOf(comparison, scenario, dimension);
  const looked = scenarios[scenario];
  const change = changes.find(({ scenario: id }) => id === looked?.id);
  const changed = new Map(change?.by[dimension].map(row => [row.key, row]));
  const changeAt = (row: number): ChangeRow | undefined => changed.get(parts[row]?.key ?? '');
  const figure = leadingOf(comparison);
  const cost = (row: number) => parts[row]?.cost ?? missing;
  // Only the hospital's own result is a gain or a loss here.
  const difference = (key: 'fund' | 'patient' | LeadingFigure, title: Word): Column =>
    differenceColumn({ key: `change-${key}`, title: say(title), width: 11 }, row => changeAt(row)?.[key] ?? missing, {
      toned: key === figure,
    });

  return {
    ...keyed(parts.map(({ key }) => key)),
    columns: [
      labelColumn(parts, dimension, say),
      countColumn({ key: 'stays', title: say('stays'), width: 7 }, row => parts[row]?.stays ?? missing),
      totalColumn({ key: 'cost', title: say('total'), width: 10 }, cost),
      ...(change
        ? [
            difference('fund', 'changeFund'),
            difference('patient', 'changePatient'),
            difference(figure, figure === 'margin' ? 'changeMargin' : 'changeGroupResult'),
            marginShareColumn(row => changeAt(row)?.[figure] ?? missing, cost, say),
          ]
        : []),
      cmiColumn(
        { key: 'cmi', title: say('cmi'), width: 7 },
        { weight: row => parts[row]?.weight ?? '', priced: row => parts[row]?.priced ?? missing },
      ),
      ...scenarios.map((result): Column => {
        const { id, by } = result;
        const title = say(`${figure}Of`, { scenario: shortTitle(titleIn(result, language)) });
        const rows = new Map(by[dimension].map(row => [row.key, row[figure]]));
        const margin = (row: number) => rows.get(parts[row]?.key ?? '') ?? missing;
        // what it does not need is left to the label
        const width = Math.min(18, Math.max(11, widthOf(title)));
        const column = differenceColumn({ key: `margin-${id}`, title, width }, margin);
        // A scenario that groups otherwise has other groups: what stands here is not all of it.
        const { footer: _, ...unsummed } = column;
        return by[dimension].every(({ key }) => parts.some(part => part.key === key)) ? column : unsummed;
      }),
    ],
  };
}

export function labelColumn(parts: readonly PartRow[], by: Part, say: Say): Column {
  const texts = parts.map(part => partLabel(part, by, say));
  const least = by === 'group' ? 26 : 16;
  return wordColumn({
    key: 'label',
    title: say(by),
    width: least,
    grows: true,
    most: Math.max(least, ...texts.map(widthOf)),
    fixed: 'left',
    words: { count: texts.length, word: code => texts[code] ?? '', codeOf: row => row },
    // doctors are people
    ...(by === 'doctor' ? { identifier: true } : {}),
  });
}

/** A group by its code and name; what is no group, and what the file does not say, in the words of the screen. */
export function partLabel({ key, label }: PartRow, by: Part, say: Say): string {
  if (key === MISSING_KEY) return say('unknown');
  if (by !== 'group') return label;
  if (key === UNPRICED_KEY) return say('unpriced');
  if (key === UNGROUPED_KEY) return say('status_none');
  return key === label ? key : `${key} ${label}`;
}

/** `占费用`: a gain or a loss as a share of what the stays cost. */
export const marginShareColumn = (of: (row: number) => number, by: (row: number) => number, say: Say): Column => {
  const { tone: _, ...column } = shareColumn({ key: 'share', title: say('changeShare'), width: 8 }, { of, by }, { toned: true });
  return column;
};

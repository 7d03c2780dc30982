/** The rows of one dimension: the margin of every scenario and the change of the one looked at, from the comparison as it was made. */
import type { ChangeRow, Comparison, Dimension, Row } from '../../compare/comparison.ts';
import { type LeadingFigure, leadingOf } from '../../compare/leading-figure.ts';
import type { Language } from '../../language.ts';
import { widthOf } from '../../report/cell-width.ts';
import { count, percent, signed } from '../../report/format.ts';
import { minus, shownChange, shownWan } from '../../report/shown-money.ts';
import { titleIn } from '../../report/titles.ts';
import { shortTitle } from '../short-title.ts';
import { type Column, keyed, numberColumn, type Sheet, wordColumn } from '../table/sheet.ts';
import { toneOf } from '../theme.ts';
import type { Say, Word } from '../words.ts';

const missing = Number.NaN;

export type PartRow = { readonly key: string; readonly label: string };

/** Rows of the scenario looked at in its order, then what only the baseline has. */
export function partsOf({ scenarios }: Comparison, scenario: number, dimension: Dimension): readonly (PartRow & Partial<Row>)[] {
  const here = scenarios[scenario]?.by[dimension] ?? [];
  const keys = new Set(here.map(row => row.key));
  const others = dimension === 'group' ? [] : (scenarios[0]?.by[dimension] ?? []).filter(row => !keys.has(row.key));
  return [...here, ...others];
}

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
  const difference = (key: 'fund' | 'patient' | LeadingFigure, title: Word): Column =>
    numberColumn({
      key: `change-${key}`,
      title: say(title),
      width: 11,
      value: row => changeAt(row)?.[key] ?? missing,
      text: row => shownChange(changeAt(row)?.[key] ?? missing),
      // Only the hospital's own result is a gain or a loss here.
      ...(key === figure ? { tone: (row: number) => toneOf(changeAt(row)?.[figure] ?? 0) } : {}),
    });

  return {
    ...keyed(parts.map(({ key }) => key)),
    columns: [
      labelColumn(parts, dimension, say),
      numberColumn({
        key: 'stays',
        title: say('stays'),
        width: 7,
        value: row => parts[row]?.stays ?? missing,
        text: row => count(parts[row]?.stays ?? 0),
      }),
      numberColumn({
        key: 'cost',
        title: say('total'),
        width: 10,
        value: row => parts[row]?.cost ?? missing,
        text: row => shownWan(parts[row]?.cost ?? missing),
      }),
      ...(change
        ? [
            difference('fund', 'changeFund'),
            difference('patient', 'changePatient'),
            difference(figure, figure === 'margin' ? 'changeMargin' : 'changeGroupResult'),
          ]
        : []),
      ...(change
        ? [
            shareColumn(
              row => changeAt(row)?.[figure] ?? missing,
              row => parts[row]?.cost ?? missing,
              say,
            ),
          ]
        : []),
      numberColumn({
        key: 'cmi',
        title: say('cmi'),
        width: 7,
        value: row => Number(parts[row]?.cmi || missing),
        text: row => parts[row]?.cmi || '–',
      }),
      ...scenarios.map((result): Column => {
        const { id, by } = result;
        const title = say(`${figure}Of`, { scenario: shortTitle(titleIn(result, language)) });
        const rows = new Map(by[dimension].map(row => [row.key, row[figure]]));
        const margin = (row: number) => rows.get(parts[row]?.key ?? '') ?? missing;
        return numberColumn({
          key: `margin-${id}`,
          title,
          // what it does not need is left to the label
          width: Math.min(18, Math.max(11, widthOf(title))),
          value: margin,
          text: row => shownChange(margin(row)),
          tone: row => toneOf(margin(row)),
        });
      }),
    ],
  };
}

export function labelColumn(parts: readonly PartRow[], dimension: Dimension, say: Say): Column {
  const label = ({ key, label }: PartRow) => (dimension === 'group' && key !== label ? `${key} ${label}` : label || say('unknown'));
  const texts = parts.map(label);
  const least = dimension === 'group' ? 26 : 16;
  return wordColumn({
    key: 'label',
    title: say(dimension),
    width: least,
    grows: true,
    most: Math.max(least, ...texts.map(widthOf)),
    fixed: 'left',
    words: { count: texts.length, word: code => texts[code] ?? '', codeOf: row => row },
  });
}

export const shareColumn = (part: (row: number) => number, whole: (row: number) => number, say: Say): Column =>
  numberColumn({
    key: 'share',
    title: say('changeShare'),
    width: 8,
    value: row => part(row) / whole(row),
    text: row => minus(signed(percent(part(row), whole(row)))),
  });

/** Every group that holds a stay, the worst result first: how many stays, what they cost, what the group is paid, who lies outside its lines. */
import type { Desk, Run } from '../../app/desk.ts';
import type { GroupFigures } from '../../compare/group-figures.ts';
import { Decimal, yuanText } from '../../money.ts';
import { widthOf } from '../../report/cell-width.ts';
import { yuan } from '../../report/format.ts';
import { type Column, keyed, numberColumn, type Sheet, wordColumn } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { countColumn, differenceColumn, meanColumn, meanCostColumn, totalColumn, weightOf } from './figure-columns.ts';
import { groupFiguresOf } from './figures.ts';

export function groupsSheet(desk: Desk, run: Run, say: Say): Sheet {
  const groups = groupFiguresOf(desk, run);
  const figure =
    (name: 'stays' | 'priced' | 'unpriced' | 'low' | 'high' | 'cost' | 'costed' | 'days' | 'timed' | 'margin' | 'result') =>
    (row: number) =>
      groups[row]?.[name] ?? Number.NaN;
  return {
    ...keyed(groups.map(({ key }) => key)),
    columns: [
      codeColumn(groups, say),
      textColumn({ key: 'name', title: say('groupName'), width: 16 }, { texts: groups.map(({ name }) => name), grows: true }),
      countColumn({ key: 'stays', title: say('stays'), width: 6 }, figure('stays')),
      weightColumn(groups, say),
      meanCostColumn({ key: 'mean-cost', title: say('perStay'), width: 10 }, { of: figure('cost'), by: figure('costed') }),
      standardColumn(groups, say),
      countColumn({ key: 'high', title: say('high'), width: 6 }, figure('high')),
      countColumn({ key: 'low', title: say('low'), width: 6 }, figure('low')),
      countColumn({ key: 'unpriced', title: say('unpriced'), width: 8 }, figure('unpriced')),
      meanColumn({ key: 'mean-days', title: say('daysPerStay'), width: 10 }, { of: figure('days'), by: figure('timed') }),
      totalColumn({ key: 'cost', title: say('total'), width: 10 }, figure('cost')),
      differenceColumn({ key: 'margin', title: say('margin'), width: 10 }, figure('margin')),
      textColumn(
        { key: 'status', title: say('groupStatus'), width: 9 },
        { texts: groups.map(({ status }) => say(`status_${status}`)), grows: false },
      ),
      differenceColumn({ key: 'result', title: say('groupResult'), width: 10, fixed: 'right' }, figure('result')),
    ],
  };
}

/** Found by the name too. */
const codeColumn = (groups: readonly GroupFigures[], say: Say): Column =>
  wordColumn({
    key: 'drg',
    title: say('drg'),
    width: Math.max(5, ...groups.map(({ key }) => widthOf(key))),
    fixed: 'left',
    words: {
      count: groups.length,
      word: code => groups[code]?.key ?? '',
      searched: code => `${groups[code]?.key} ${groups[code]?.name}`,
      codeOf: row => row,
    },
  });

const textColumn = (
  named: Pick<Column, 'key' | 'title' | 'width'>,
  { texts, grows }: { readonly texts: readonly string[]; readonly grows: boolean },
): Column =>
  wordColumn({
    ...named,
    ...(grows ? { grows: true, most: Math.max(named.width, ...texts.map(widthOf)) } : {}),
    words: { count: texts.length, word: code => texts[code] ?? '', codeOf: row => row },
  });

/** Of one stay; of all together their CMI. */
function weightColumn(groups: readonly GroupFigures[], say: Say): Column {
  const weight = (row: number) => groups[row]?.weight ?? '';
  // every digit of every weight, the points under one another
  const places = groups.reduce((most, group) => Math.max(most, group.weight === '' ? 0 : new Decimal(group.weight).decimalPlaces()), 0);
  const priced = (row: number) => (weight(row) === '' ? 0 : (groups[row]?.priced ?? 0));
  return numberColumn({
    key: 'weight',
    title: say('weight'),
    width: 7,
    value: row => Number(weight(row) || Number.NaN),
    text: row => (weight(row) === '' ? '–' : new Decimal(weight(row)).toFixed(places)),
    exact: weight,
    together(rows) {
      const stays = rows.reduce((sum, row) => sum + priced(row), 0);
      const sum = weightOf(rows, row => (weight(row) === '' ? '' : new Decimal(weight(row)).times(priced(row)).toString()));
      return stays > 0 ? sum.div(stays).toFixed(4, Decimal.ROUND_HALF_UP) : '';
    },
  });
}

/** One price, or the lowest and the highest where hospital level, insurance or day make several. */
function standardColumn(groups: readonly GroupFigures[], say: Say): Column {
  const told = (row: number, money: (fen: number) => string, dash: string): string => {
    const standard = groups[row]?.standard;
    if (!standard) return '';
    const { lowest, highest } = standard;
    return lowest === highest ? money(lowest) : `${money(lowest)}${dash}${money(highest)}`;
  };
  const texts = groups.map((_, row) => told(row, yuan, '–') || '–');
  return numberColumn({
    key: 'standard',
    title: say('standard'),
    width: Math.max(10, ...texts.map(widthOf)),
    value: row => groups[row]?.standard?.lowest ?? Number.NaN,
    text: row => texts[row] ?? '–',
    exact: row => told(row, yuanText, '..'),
    unit: 100,
    show: yuan,
  });
}

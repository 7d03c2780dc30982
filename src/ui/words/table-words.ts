/** Words of the one table and what is made from it, in both languages. */
import { bilingual } from '../../language.ts';

export const tableWords = bilingual({
  zh: {
    // title
    filterTitle: '筛选 {text} → {n}',
    filterCounting: '筛选 {text} → …',
    removeFilter: '（Esc 清除）',
    removeLastFilter: '（Esc 清除最后一个）',
    hiddenColumns: '隐藏 {n} 列',
    markedRows: '标记 {n} 行',
    // an empty table
    noRowsAtAll: '这里没有行',
    noRowsLeft: '没有符合的行：{n} 行都被筛掉了；Esc 清除筛选',
    noRowsLeftLast: '没有符合的行：{n} 行都被筛掉了；Esc 清除最后一个筛选',
    // totals line
    totalsLine: '合计',
    said_sum: '合计',
    said_mean: '平均',
    said_median: '中位',
    said_p90: 'P90',
    said_least: '最小',
    said_most: '最大',
    said_distinct: '不同',
    said_filled: '有值',
  },
  en: {
    filterTitle: 'filter {text} → {n}',
    filterCounting: 'filter {text} → ...',
    removeFilter: ' (Esc clears)',
    removeLastFilter: ' (Esc clears the last)',
    hiddenColumns: 'hidden columns {n}',
    markedRows: 'marked {n}',
    noRowsAtAll: 'no rows here',
    noRowsLeft: 'no row matches, of {n}; Esc clears the filter',
    noRowsLeftLast: 'no row matches, of {n}; Esc clears the last filter',
    totalsLine: 'Total',
    said_sum: 'sum',
    said_mean: 'mean',
    said_median: 'median',
    said_p90: 'p90',
    said_least: 'min',
    said_most: 'max',
    said_distinct: 'distinct',
    said_filled: 'filled',
  },
});

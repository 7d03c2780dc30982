/** What each layout loses of a stay, as a Markdown table; and what a settlement list of transaction 4101A has together with the extract. */
import type { Language } from '../../language.ts';
import { chargeCategories, otherFunds } from '../../stay/stay-table.ts';
import { holds, loses } from './holds.ts';
import { type LayoutName, layoutFiles, layoutNames } from './layout.ts';

const rows: readonly (readonly LayoutName[])[] = [...layoutNames.map(layout => [layout]), ['4101a', 'setl']];

const titles = {
  zh: ['布局', '文件', '保留列数', '丢失的列'],
  en: ['layout', 'file', 'columns held', 'lost'],
} as const;

export function lossTable(language: Language): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const head = titles[language];
  const body = rows.map(layouts =>
    line([
      layouts.map(layout => `\`${layout}\``).join(' + '),
      layouts.map(layout => `\`${layoutFiles[layout]}\``).join(' + '),
      String(holds(layouts).length),
      lossText(layouts, language),
    ]),
  );
  return line(head) + line(head.map(() => '---')) + body.join('');
}

/** Columns that always go together are named once. */
export function lossText(layouts: readonly LayoutName[], language: Language): string {
  const lost: readonly string[] = loses(layouts);
  const none = { zh: '无', en: 'nothing' };
  if (lost.length === 0) return none[language];
  const together = [
    { columns: chargeCategories, zh: '十四类费用', en: 'the fourteen charge categories' },
    { columns: ['own_pay', 'over_limit', 'pre_selfpay', 'in_scope', 'deductible'], zh: '目录内外各段与起付线', en: 'scope and deductible' },
    { columns: ['fund', ...otherFunds, 'account', 'cash', 'hospital_part'], zh: '各方支付', en: 'who paid' },
  ];
  const whole = together.filter(({ columns }) => columns.every(column => lost.includes(column)));
  const single = lost.filter(column => !whole.some(({ columns }) => (columns as readonly string[]).includes(column)));
  const separator = { zh: '、', en: ', ' };
  return [...single, ...whole.map(group => group[language])].join(separator[language]);
}

/**
 * The totals line under the rows. It begins with 合计, so a bare figure is a sum (or, where adding up would be wrong, that of the rows
 * together); every other figure has its name before it, and goes without its number rather than without its name. A figure wider than
 * its column reaches into empty ones beside it; where there are none it is shortened to 万 and 亿 (k, M), never cut.
 */
import { Decimal } from '../../money.ts';
import { quotient } from '../../report/format.ts';
import type { Span } from '../lines.ts';
import type { Pen } from '../pen.ts';
import type { Say } from '../words.ts';
import { GAP, type Placed } from './columns.ts';
import { type Footer, footerOf } from './footers.ts';
import type { TableView } from './table-view.ts';

type Telling = { readonly pen: Pen; readonly say: Say };

/** Nothing when no column has a figure. */
export function totalsSpans(placed: readonly Placed[], view: TableView, telling: Telling): readonly Span[] {
  const footers = placed.map(({ column }) => (view.shown.length === 0 ? undefined : footerOf(column, view)));
  if (footers.every(footer => footer === undefined)) return [];
  const { pen, say } = telling;
  // The label may take all but one of the blanks after its column.
  const label = pen.cut(say('totalsLine'), (placed[0]?.width ?? 0) + GAP - 1);
  let line = '';
  let end = 0;
  // Columns at the end of the line that are still empty: a figure at the right of its column may reach into them.
  let empty = 0;
  for (const [i, { column, width }] of placed.entries()) {
    const start = i === 0 ? 0 : end + GAP;
    const footer = footers[i];
    const reach = column.align === 'right' && i > 0 ? empty + GAP - 1 : 0;
    const text = footer ? pen.cut(fitting(footer, width + reach, telling), width + reach) : i === 0 ? label : '';
    const begins = Math.max(0, column.align === 'right' ? start + width - pen.width(text) : start);
    end = start + width;
    if (text === '') {
      empty += GAP + width;
      continue;
    }
    line += ' '.repeat(Math.max(0, begins - pen.width(line))) + text;
    empty = 0;
  }
  return [{ text: `  ${line}`, tone: 'strong' }];
}

/** As much as fits, from the whole figure down to its name alone. */
function fitting({ said, text }: Footer, room: number, { pen, say }: Telling): string {
  const name = said === 'sum' || said === 'together' ? '' : say(`said_${said}`);
  if (text === '') return '';
  if (text === undefined) return pen.width(`${name}${pen.marks.more}`) <= room ? `${name}${pen.marks.more}` : '';
  const whole = pen.cut(text, pen.width(text));
  const forms = [
    name === '' ? whole : `${name} ${whole}`,
    ...shorter(whole, pen.language).flatMap(one => (name === '' ? [one] : [`${name} ${one}`, name + one])),
  ];
  return forms.find(form => pen.width(form) <= room) ?? pen.cut(name || pen.marks.more, room);
}

const units = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
} as const;

/** `149,410.50` -> `14.94万`, `14.9万`, `15万`. */
function shorter(text: string, language: Pen['language']): readonly string[] {
  const bare = text.replaceAll(',', '').replaceAll('−', '-');
  if (!/^[+-]?\d+(\.\d+)?$/.test(bare)) return [];
  const number = new Decimal(bare);
  const [unit, name] = units[language].find(([one]) => number.abs().gte(one)) ?? [1, ''];
  const sign = number.isNegative() ? '−' : bare.startsWith('+') ? '+' : '';
  return [2, 1, 0].map(digits => `${sign}${quotient(number.abs().toNumber(), unit, digits)}${name}`);
}

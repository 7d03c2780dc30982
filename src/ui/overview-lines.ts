/** Two lines of the overview: the months as a sparkline, and what somebody should look at. */
import type { Row } from '../compare/comparison.ts';
import type { LeadingFigure } from '../compare/leading-figure.ts';
import { findingWords } from '../report/finding-words.ts';
import { count } from '../report/format.ts';
import { shownChange } from '../report/shown-money.ts';
import { sparkline } from './charts/sparkline.ts';
import type { Span } from './lines.ts';
import type { Pen } from './pen.ts';
import { checksOfDesk } from './sheets/checks-sheet.ts';
import { penOf, sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';
import type { Say } from './words.ts';

/** `月度差额  2025-01 ▁▃▅ 2025-12   最低 9月 −1.20   最高 3月 +3.40`: the curve, its lowest and its highest month. */
export function monthLine(months: readonly Row[], width: number, { pen, say, figure }: Drawn): readonly Span[] {
  const dated = months.filter(month => month.key !== '' && !Number.isNaN(month[figure]));
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) return [{ text: '' }];
  const sorted = [...dated].sort((a, b) => a[figure] - b[figure]);
  const oneYear = first.key.slice(0, 4) === last.key.slice(0, 4);
  const told = (month: Row) => ({
    month: oneYear ? monthName(Number(month.key.slice(5)), say) : month.key,
    margin: shownChange(month[figure]),
  });
  const drawn = sparkline(
    dated.map(month => month[figure]),
    pen.marks,
  );
  const title = `  ${say(`${figure}Curve`)}   `;
  const curve = `${first.label} ${drawn} ${last.label}`;
  const least = `   ${say('least', told(sorted[0] ?? first))}`;
  const most = `   ${say('most', told(sorted.at(-1) ?? last))}`;
  const room = width - pen.width(title) - pen.width(curve);
  // a figure is shown whole or not at all
  const range = [least + most, least].find(text => pen.width(text) <= room) ?? '';
  return [{ text: title, tone: 'quiet' }, { text: curve }, { text: pen.cut(range, room), tone: 'quiet' }];
}

type Drawn = { readonly pen: Pen; readonly say: Say; readonly figure: LeadingFigure };

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = (n: number, say: Say): string => say('monthShort', { n, name: monthNames[n - 1] ?? '' });

export function lookSpans(state: WorkbenchState, width: number): readonly Span[] {
  const pen = penOf(state);
  const say = sayOf(state);
  const title = `  ${say('look')}   `;
  const points = whatToLookAt(state);
  if (points.length === 0) return [{ text: pen.cut(title + say('nothing'), width), tone: 'quiet' }];
  // where to find the rest is said however long the list is
  const way = `   ${say('seeData')}`;
  const text = asManyAsFit(points, width - pen.width(title) - pen.width(way), pen);
  return [
    { text: title, tone: 'quiet' },
    { text, tone: 'warning' },
    { text: way, tone: 'quiet' },
  ];
}

/** Points stand whole, each with its number; that there are more is said. */
function asManyAsFit(points: readonly string[], room: number, pen: Pen): string {
  const dot = ` ${pen.marks.dot} `;
  for (let shown = points.length; shown > 0; shown--) {
    const text = points.slice(0, shown).join(dot) + (shown < points.length ? dot + pen.marks.more : '');
    if (pen.width(text) <= room) return text;
  }
  return pen.marks.more;
}

/** Refused rows first, stays without a price, then every check of the load that found what a person should mend, the gravest first. */
function whatToLookAt(state: WorkbenchState): readonly string[] {
  const { desk, language } = state;
  const say = sayOf(state);
  if (!desk) return [];
  const refused = desk.stays.files.reduce((sum, file) => sum + file.refused, 0);
  const unpriced = desk.runs[state.scenario]?.result.totals.unpriced ?? 0;
  const checks = checksOfDesk(desk).filter(({ severity }) => severity !== 'info');
  return [
    ...(refused > 0 ? [say('refusedRows', { n: count(refused) })] : []),
    ...(unpriced > 0 ? [say('unpricedStays', { n: count(unpriced) })] : []),
    ...checks.map(({ rule, times }) => `${findingWords[language][rule]} ${count(times)}`),
  ];
}

/** First and last line of the frame: the way here with the screens one can go to, and the keys of this place. */

import { keyMap, keyName } from './key-map.ts';
import { contentHeight } from './layout.ts';
import type { Span } from './lines.ts';
import { type Place, placeOf, rootScreens, screenNumber } from './place.ts';
import { whereIs } from './press.ts';
import { currentStayId } from './screens/stay-lines.ts';
import { scrolledLines } from './scrolled.ts';
import { penOf, sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';

/** `casemix 示范医院（合成）› 病例 › S0004182            1总览 2病例 5情景  ?帮助` */
export function titleSpans(state: WorkbenchState): readonly Span[] {
  const { desk, path, help, size } = state;
  const pen = penOf(state);
  const say = sayOf(state);
  const root = path[0]?.screen;
  const tabs = rootScreens.map(
    (screen): Span => ({ text: ` ${screenNumber[screen]}${say(screen)}`, tone: screen === root ? 'accent' : 'quiet' }),
  );
  const right = [...tabs, { text: `  ?${say('help')} `, tone: 'quiet' as const }];
  const room = size.columns - right.reduce((sum, { text }) => sum + pen.width(text), 0);
  const crumbs = [...path.map(place => crumb(place, state)), ...(help ? [say('help')] : [])].join(` ${pen.marks.crumb} `);
  const name = desk ? `${desk.title}${desk.synthetic ? say('synthetic') : ''}` : '';
  const where = `${pen.marks.crumb} ${crumbs}`;
  const head = ' casemix ';
  const shownName = pen.cut(name, Math.max(0, room - pen.width(head) - pen.width(where) - 1));
  const shownWhere = pen.cut(`${shownName === '' ? '' : ' '}${where}`, room - pen.width(head) - pen.width(shownName));
  const used = pen.width(head) + pen.width(shownName) + pen.width(shownWhere);
  return [
    { text: head, tone: 'accent' },
    { text: shownName },
    { text: shownWhere, tone: 'strong' },
    { text: ' '.repeat(Math.max(0, room - used)) },
    ...right,
  ];
}

function crumb(place: Place, state: WorkbenchState): string {
  const say = sayOf(state);
  switch (place.screen) {
    case 'part':
    case 'rows':
      return place.within.at(-1)?.label || say('unknown');
    case 'stay':
      return currentStayId(state);
    default:
      return say(place.screen);
  }
}

/** As many hints as fit, in the order of the key map; the help and the way out always. */
export function hintSpans(state: WorkbenchState): readonly Span[] {
  const pen = penOf(state);
  const where = whereIs(state);
  const hints = keyMap.flatMap(({ keys, hint, where: places }) =>
    hint && places.includes(where) ? [{ key: pen.cut(keyName(keys[0] ?? ''), 9), does: hint[state.language] }] : [],
  );
  const spans: Span[] = [];
  let used = 0;
  for (const { key, does } of hints) {
    const width = 2 + pen.width(key) + 1 + pen.width(does);
    if (used + width > state.size.columns - 1) break;
    used += width;
    spans.push({ text: `  ${key}`, tone: 'accent' }, { text: ` ${does}`, tone: 'quiet' });
  }
  return [...spans, ...linesInSight(state, state.size.columns - used)];
}

/** `第 1–19 行，共 32 行` at the right, when the text is longer than the screen. */
function linesInSight(state: WorkbenchState, room: number): readonly Span[] {
  const isText = state.desk && (state.help || placeOf(state.path).screen === 'stay');
  if (!isText) return [];
  const height = contentHeight(state.size);
  const all = scrolledLines(state).length;
  if (all <= height) return [];
  const from = Math.min(state.scroll, all - height) + 1;
  const text = sayOf(state)('scrolled', { from, to: from + height - 1, all });
  const pen = penOf(state);
  return pen.width(text) + 3 > room ? [] : [{ text: pen.fit(`${text} `, room, 'right'), tone: 'quiet' }];
}

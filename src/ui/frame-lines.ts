/** The lines around every screen: the way here, what is under way or has been said, and the keys of this place. None of them ever moves another. */
import { keyMap, keyName } from './key-map.ts';
import type { Action, Where } from './keys/binding.ts';
import { contentHeight } from './layout.ts';
import type { Lines, Span } from './lines.ts';
import type { Pen } from './pen.ts';
import { type Path, type Place, placeOf } from './place.ts';
import { whereIs } from './press.ts';
import { currentStayId } from './screens/stay-lines.ts';
import { scrolledLines } from './scrolled.ts';
import { basisOf, penOf, sayOf } from './sheets/sheets.ts';
import type { Message } from './store/shell-slice.ts';
import type { WorkbenchState } from './store/workbench.ts';
import type { Tone } from './theme.ts';

export { titleSpans } from './title-line.ts';

/** A thin rule; deeper than a screen it carries the way: `── 病组 › IC29 › S0004182 ─────`. */
export function wayRule(state: WorkbenchState): readonly Span[] {
  const { path, help } = state;
  const pen = penOf(state);
  if (path.length < 2 && !help) return ruleWith(state, '');
  const crumbs = [...path.map((_, i) => crumb(path.slice(0, i + 1), state)), ...(help ? [sayOf(state)('help')] : [])];
  const join = ` ${pen.marks.crumb} `;
  const room = state.size.columns - 8;
  // What is nearest stays in sight.
  while (crumbs.length > 2 && pen.width(crumbs.join(join)) > room) crumbs.splice(0, crumbs[0] === pen.marks.more ? 2 : 1, pen.marks.more);
  return ruleWith(state, pen.cut(crumbs.join(join), room), 'strong');
}

function crumb(path: Path, state: WorkbenchState): string {
  const say = sayOf(state);
  const place: Place = placeOf(path);
  const columnTitle = (key: string) => basisOf(state, path).of.columns.find(column => column.key === key)?.title ?? key;
  switch (place.screen) {
    case 'part':
    case 'rows':
      return place.within.at(-1)?.label || say('unknown');
    case 'stay':
      return currentStayId(state);
    case 'frequency':
      return `${say('frequency')} ${columnTitle(place.column)}`;
    case 'pivot':
      return `${say('pivot')} ${columnTitle(place.down)} ${penOf(state).marks.axis} ${columnTitle(place.across)}`;
    default:
      return say(place.screen);
  }
}

/** The rule above the last line: what was said last, what is under way, or while one types the keys of the text field. */
export function messageRule(state: WorkbenchState): readonly Span[] {
  const { message, errand, share, desk, typing } = state;
  const pen = penOf(state);
  const say = sayOf(state);
  if (message && messageLines(state).length === 0) return ruleWith(state, saidText(message, pen), message.tone);
  const dot = ` ${pen.marks.dot} `;
  // Before the first desk lies there the body itself tells how far it is.
  if (errand && desk) return progressRule(state, (errand.text || say('working')) + dot + say('escCancels'), errand.share);
  if (share !== undefined) return progressRule(state, `${say('working')} ${Math.floor(share * 100)}%${dot}${say('escCancels')}`, share);
  if (typing)
    return ruleWith(
      state,
      hintsOf(state, whereIs(state))
        .map(({ key, does }) => `${key} ${does}`)
        .join(dot),
      'quiet',
    );
  return ruleWith(state, '');
}

/** A message too long for its rule, in lines over the lower part of the screen: what is wrong and what to do about it is never cut. */
export function messageLines(state: WorkbenchState): Lines {
  const { message, size } = state;
  const pen = penOf(state);
  const room = size.columns - FRAMED;
  if (!message || pen.width(saidText(message, pen)) <= room) return [];
  const lines = pen.wrap(saidText(message, pen), room).slice(0, contentHeight(size) - 1);
  return [
    ruleWith(state, ''),
    ...lines.map((line): readonly Span[] => [{ text: pen.fit(`   ${line}`, size.columns), tone: message.tone }]),
  ];
}

const saidText = ({ text, tone }: Message, pen: Pen): string => signOf(tone, pen.marks.yes) + text;

/** The kind of a message is also told by a sign. */
function signOf(tone: Tone, done: string): string {
  switch (tone) {
    case 'warning':
    case 'loss':
      return '! ';
    case 'gain':
    case 'accent':
      return `${done} `;
    case 'plain':
    case 'quiet':
    case 'strong':
    case 'selected':
      return '';
  }
}

/** Rule and blanks on both sides of the words in a rule. */
const FRAMED = 6;

function ruleWith(state: WorkbenchState, text: string, tone: Tone = 'quiet'): readonly Span[] {
  const pen = penOf(state);
  const { columns } = state.size;
  const { rule } = pen.marks;
  if (text === '') return [{ text: rule.repeat(columns), tone: 'quiet' }];
  const shown = pen.cut(text, columns - FRAMED);
  return [
    { text: `${rule}${rule} `, tone: 'quiet' },
    { text: shown, tone },
    { text: ` ${rule.repeat(columns - 4 - pen.width(shown))}`, tone: 'quiet' },
  ];
}

/** The rule behind the words is thick as far as the work is done. */
function progressRule(state: WorkbenchState, text: string, share: number | undefined): readonly Span[] {
  const [before, words, after] = ruleWith(state, text, 'accent');
  if (!before || !words || !after || share === undefined) return ruleWith(state, text, 'accent');
  const { rule } = penOf(state).marks;
  const long = after.text.length - 1;
  const done = Math.floor(Math.min(1, Math.max(0, share)) * long);
  const thick = state.ascii ? '=' : '━';
  return [before, words, { text: ` ${thick.repeat(done)}`, tone: 'accent' }, { text: rule.repeat(long - done), tone: 'quiet' }];
}

type Hint = { readonly key: string; readonly does: string };

/** Always in sight: how to find everything else, and the way out. */
const always: readonly (Action | undefined)[] = ['command', 'help', 'closeHelp', 'quit'];

function hintsOf(state: WorkbenchState, where: Where, only: (action: Action | undefined) => boolean = () => true): readonly Hint[] {
  const pen = penOf(state);
  return keyMap.flatMap(({ keys, hint, where: places, action }) =>
    hint && places.includes(where) && only(action)
      ? [{ key: pen.cut(keyName(keys[0] ?? ''), 9), does: pen.cut(hint[state.language], 30) }]
      : [],
  );
}

/** As many hints as fit, whole, in the order of the key map. */
export function hintSpans(state: WorkbenchState): readonly Span[] {
  const pen = penOf(state);
  const where = whereIs(state);
  const width = ({ key, does }: Hint) => 2 + pen.width(key) + 1 + pen.width(does);
  const last = hintsOf(state, where, action => always.includes(action));
  // that a text goes on below is told before any key
  const sight = linesInSight(state);
  const reserved = sight === '' ? 0 : pen.width(sight) + 4;
  let room = state.size.columns - 1 - reserved - last.reduce((sum, hint) => sum + width(hint), 0);
  const first: Hint[] = [];
  for (const hint of hintsOf(state, where, action => !always.includes(action))) {
    if (width(hint) > room) break;
    room -= width(hint);
    first.push(hint);
  }
  const spans = [...first, ...last].flatMap(({ key, does }): Span[] => [
    { text: `  ${key}`, tone: 'accent' },
    { text: ` ${does}`, tone: 'quiet' },
  ]);
  return sight === '' ? spans : [...spans, { text: pen.fit(`${sight} `, room + 1 + reserved, 'right'), tone: 'quiet' }];
}

/** `第 1–19 行，共 32 行`, when the text is longer than the screen. */
function linesInSight(state: WorkbenchState): string {
  const isText = state.help || (state.desk && placeOf(state.path).screen === 'stay');
  if (!isText) return '';
  const height = contentHeight(state.size);
  const all = scrolledLines(state).length;
  if (all <= height) return '';
  const from = Math.min(state.scroll, all - height) + 1;
  return sayOf(state)('scrolled', { from, to: from + height - 1, all });
}

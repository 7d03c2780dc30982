/** The first line: the program, what lies on the desk, by which rules it is looked at, and the screens one can go to. Nothing is cut inside a number. */
import type { ScenarioResult } from '../compare/comparison.ts';
import { count } from '../report/format.ts';
import type { Span } from './lines.ts';
import { rootOf, rootScreens, screenNumber } from './place.ts';
import { penOf, sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';

const PROGRAM = ' casemix ';
/** A name of the data longer than this is cut before the screens are told by their numbers only. */
const NAME = 40;

export function titleSpans(state: WorkbenchState): readonly Span[] {
  const { columns } = state.size;
  const pen = penOf(state);
  const width = (spans: readonly Span[]) => spans.reduce((sum, { text }) => sum + pen.width(text), 0);
  const all = tabSpans(state, () => true);
  const screen = rootOf(state.path);
  const { name, marks } = dataName(state);
  const wanted = Math.min(NAME, pen.width(name) + pen.width(marks.join('')));
  const tabs = columns - width(all) - PROGRAM.length > wanted ? all : tabSpans(state, name => name === screen);
  const room = columns - PROGRAM.length - width(tabs);
  // a full-width bracket is half air: after it no blank is needed
  const air = marks.at(-1)?.endsWith('）') ? 0 : 1;
  return [{ text: PROGRAM, tone: 'accent' }, { text: pen.fit(dataText(state, room - air), room) }, ...tabs];
}

/** ` 1总览 2病例[3病组]4科室 5情景 ?`: the screen one is in stands in brackets, whatever the colours, and nothing moves when it changes. */
function tabSpans(state: WorkbenchState, named: (screen: string) => boolean): readonly Span[] {
  const say = sayOf(state);
  const here = state.help ? rootScreens.length : rootScreens.indexOf(rootOf(state.path));
  const tabs = [...rootScreens.map(screen => `${screenNumber[screen]}${named(screen) ? say(screen) : ''}`), '?'];
  const between = (at: number) => (at === here ? '[' : at === here + 1 ? ']' : ' ');
  return [
    ...tabs.flatMap((tab, at): Span[] => [{ text: between(at) }, { text: tab, tone: at === here ? 'accent' : 'quiet' }]),
    { text: between(tabs.length) },
  ];
}

/** `示范医院（合成） 2025-01..12 · 10,000 例 · DRG 2.0 · wuhan-2024（示例）`: as many of these as fit; the marks always. */
function dataText(state: WorkbenchState, room: number): string {
  const { desk } = state;
  if (!desk) return '';
  const say = sayOf(state);
  const pen = penOf(state);
  const result = desk.runs[state.scenario]?.result;
  const { name, marks } = dataName(state);
  const [synthetic = '', illustrative = ''] = marks;
  const facts = [
    { text: result ? period(result) : '', rank: 3 },
    { text: say('stayCount', { n: count(desk.stays.count) }), rank: 2 },
    { text: catalogueName(result?.catalogue ?? ''), rank: 1 },
    { text: result?.policy ?? '', rank: 4 },
  ].filter(({ text }) => text !== '');
  for (let kept = 4; kept >= 0; kept--) {
    const told = facts.filter(({ rank }) => rank <= kept).map(({ text }) => text);
    const text = `${name}${synthetic}${told.length > 0 ? ' ' : ''}${told.join(` ${pen.marks.dot} `)}${illustrative}`;
    if (pen.width(text) <= room) return text;
  }
  return pen.cut(name, room - pen.width(marks.join(''))) + marks.join('');
}

/** The name may be cut; that data are synthetic or hold identifiers, and that parameters are illustrative, is always said. */
function dataName(state: WorkbenchState): { readonly name: string; readonly marks: readonly string[] } {
  const { desk, scenario } = state;
  const say = sayOf(state);
  const isIllustrative = desk?.runs[scenario]?.result.notes.some(({ kind }) => kind === 'illustrative');
  // any scenario: the change from the baseline is edited with either of the two
  const isEdited = desk?.runs.some(({ result }) => result.notes.some(({ kind }) => kind === 'edited'));
  const marks = [
    (desk?.synthetic ? say('synthetic') : '') + (desk?.stays.identifiers ? say('identified') : ''),
    (isIllustrative ? say('illustrative') : '') + (isEdited ? say('editedMark') : ''),
  ];
  return { name: desk?.synthetic ? say('sampleHospital') : (desk?.title ?? ''), marks };
}

/** `2025-01..12`, `2024-11..2025-02`, `2025-03`. */
function period({ by }: ScenarioResult): string {
  const months = by.month.map(({ key }) => key).filter(key => /^\d{4}-\d\d$/.test(key));
  const [first = '', last = ''] = [months.toSorted()[0], months.toSorted().at(-1)];
  if (first === last) return first;
  return `${first}..${first.slice(0, 4) === last.slice(0, 4) ? last.slice(5) : last}`;
}

const catalogueName = (id: string): string => id.replace(/^chs-drg-/, 'DRG ');

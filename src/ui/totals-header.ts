/** Which scenarios stand side by side above the totals, how wide, and their titles on one line or two. Drawing and paging ask the same. */
import type { ScenarioResult } from '../compare/comparison.ts';
import { titleIn } from '../report/titles.ts';
import type { Pen } from './pen.ts';
import { shortTitle } from './short-title.ts';

export const LABEL = 13;
export const CHANGE = 22;
const NARROWEST = 13;
export const WIDEST = 24;

export type TotalsHeader = {
  /** Indices of the scenarios that fit. */
  readonly shown: readonly number[];
  /** Columns of the terminal for each. */
  readonly column: number;
  /** The lines of the header, each with a text for every scenario shown. */
  readonly lines: readonly (readonly string[])[];
};

export type Heading = {
  readonly scenarios: readonly ScenarioResult[];
  readonly scenario: number;
  readonly width: number;
  readonly pen: Pen;
};

export function totalsHeader({ scenarios, scenario, width, pen }: Heading): TotalsHeader {
  const room = width - LABEL - CHANGE - 4;
  const shown = around(scenario, scenarios.length, Math.max(1, Math.floor(room / NARROWEST)));
  const column = Math.min(WIDEST, Math.floor(room / shown.length));
  const titles = shown.map(at => {
    const title = shortTitle(titleIn(scenarios[at]!, pen.language));
    return titleLines(`${title}${at === scenario ? ` ${pen.marks.chosen}` : ''}`, column - 2, pen);
  });
  const [upper, lower] = [titles.map(([first]) => first), titles.map(([, second]) => second)];
  return { shown, column, lines: upper.every(text => text === '') ? [lower] : [upper, lower] };
}

/** A title on two lines, standing on the lower one; the mark of the scenario looked at is its last character and stays. */
function titleLines(title: string, width: number, pen: Pen): readonly [string, string] {
  const [first = '', ...rest] = pen.wrap(title, width);
  if (rest.length === 0) return ['', first];
  if (rest.length === 1) return [first, rest[0] ?? ''];
  const mark = title.endsWith(pen.marks.chosen) ? ` ${pen.marks.chosen}` : '';
  return [first, pen.cut(rest.join(''), width - pen.width(mark)) + mark];
}

/** The baseline, and as many others as fit around the one looked at. */
function around(scenario: number, count: number, room: number): readonly number[] {
  const all = Array.from({ length: count }, (_, at) => at);
  if (count <= room) return all;
  const others = all.slice(1);
  const first = Math.max(0, Math.min(scenario - 1, others.length - (room - 1)));
  return room < 2 ? [scenario] : [0, ...others.slice(first, first + room - 1)];
}

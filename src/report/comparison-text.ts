/** A comparison in plain text: the answer in words, the totals, one dimension, then what a reader must know. */
import type { Comparison, Dimension, Note } from '../compare/comparison.ts';
import type { Language } from '../language.ts';
import { comparisonAnswer } from './comparison-answer.ts';
import { type Cut, dimensionTable, originTable, totalsTable } from './comparison-tables.ts';
import { count } from './format.ts';
import { printable } from './printable.ts';
import { scenarioTable } from './scenario-table.ts';
import { shownWan } from './shown-money.ts';
import type { Table } from './table.ts';
import { textTable } from './text-table.ts';
import { titlesIn } from './titles.ts';
import { type Say, speaker } from './words.ts';

export type ComparisonView = {
  readonly language: Language;
  readonly by: Dimension;
  /** Rows of the dimension that are shown one by one; the rest is one row. */
  readonly top: number;
  readonly ascii?: boolean;
  /** Every scenario by the dimension with all its figures, after the margins side by side. */
  readonly detail?: boolean;
};

export function comparisonText(given: Comparison, { language, by, top, ascii = false, detail = false }: ComparisonView): string {
  const comparison = titlesIn(given, language);
  const say = speaker(language);
  const cut = { dimension: by, top };
  const tables = [totalsTable(comparison, say), dimensionTable(comparison, cut, say), originTable(comparison, say)] as const;
  const [totals, dimension, origin] = tables.map(table => textTable(table, { ascii }));
  const text = [
    ...comparisonAnswer(comparison, say),
    '',
    unitLine(comparison, say),
    totals,
    '',
    say('by', { dimension: say(by) }),
    dimension,
    '',
    ...(detail ? details(comparison, cut, say).flatMap(({ title, table }) => [title, textTable(table, { ascii }), '']) : []),
    ...inputSums(comparison, say),
    dataLine(comparison, say),
    '',
    origin,
    ...noteLines(comparison, tables, language),
  ];
  return `${text.map(line => (ascii ? asciiLine(line ?? '') : line)).join('\n')}\n`;
}

/** One table a scenario, headed `DRG 2.0 · 按科室`. */
export const details = (comparison: Comparison, cut: Cut, say: Say) =>
  comparison.scenarios.map(scenario => ({
    title: printable(`${scenario.title} · ${say('by', { dimension: say(cut.dimension) })}`),
    table: scenarioTable(comparison, scenario, cut, say),
  }));

/** The unit of all money shown, and what is taken from what. */
export function unitLine({ scenarios, changes }: Comparison, say: Say): string {
  const baseline = scenarios.find(({ id }) => id === changes[0]?.baseline)?.title;
  return baseline === undefined ? say('unitWan') : say('unitWan') + printable(say('changeMeans', { baseline }));
}

/** `input = excluded + in scope`, once when it is the same for every scenario. */
export function inputSums({ scenarios }: Comparison, say: Say): readonly string[] {
  const sums = scenarios.map(({ title, input, excluded, inScope }) => ({
    title,
    text: say('inputSum', { input: count(input), excluded: count(excluded), inScope: count(inScope) }),
  }));
  const different = new Set(sums.map(({ text }) => text));
  return different.size === 1 ? [...different] : sums.map(({ title, text }) => `${printable(title)}: ${text}`);
}

export const dataLine = ({ data }: Comparison, say: Say): string =>
  say('data', { sha256: data.sha256.slice(0, 12), stays: count(data.stays), cost: shownWan(data.cost) });

/** Notes of all scenarios, each once, and what the rounding row means when there is one. */
export function noteLines({ scenarios }: Comparison, tables: readonly Table[], language: Language): readonly string[] {
  const say = speaker(language);
  const notes = scenarios.flatMap(({ title, notes }) => notes.map(note => ({ title, text: wordsOf(note, language) })));
  const texts = [...new Set(notes.map(({ text }) => text))].map(text => {
    const titles = notes.filter(note => note.text === text).map(({ title }) => title);
    return printable(`${titles.join(language === 'zh' ? '、' : ', ')}: ${text}`);
  });
  const tailShown = tables.some(({ footer }) => footer.some(([head]) => head === say('tail')));
  const lines = [...texts, ...(tailShown ? [say('tailNote')] : [])];
  return lines.length === 0 ? [] : ['', say('notes'), ...lines.map(line => `- ${line}`)];
}

const wordsOf = ({ zh, en }: Note, language: Language): string => (language === 'zh' ? zh : en);

const asciiLine = (line: string): string => line.replaceAll('−', '-').replaceAll('–', '-');

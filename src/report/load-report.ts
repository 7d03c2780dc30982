/** What a load was, for a person: how many stays and what matters most, the files and how they were read, the rules that found something, the questions the data answer. */
import type { Language } from '../language.ts';
import { settlementCounts } from '../stay/settlement-counts.ts';
import { staysIn } from '../stay/waiting-lines.ts';
import { count } from './format.ts';
import { conversionLines } from './load-conversions.ts';
import { fileTable, mappingTable } from './load-files.ts';
import { questionTable } from './load-questions.ts';
import { findingTable, mattersMost } from './load-rules.ts';
import { type LoadView, questionsIn, ruleCounts, totalsOf } from './load-view.ts';
import { loadWords } from './load-words.ts';
import { loneRefunds } from './lone-refunds.ts';
import { nameRuns } from './name-runs.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';
import { filled } from './words.ts';

export { loadReportJson } from './load-report-json.ts';
export type { LoadView } from './load-view.ts';

export type ReportStyle = {
  readonly language: Language;
  readonly ascii?: boolean;
  /** Whether to show from which column of the file each of ours was read. */
  readonly mapping?: boolean;
};

export function loadReport(load: LoadView, { language, ascii = false, mapping = false }: ReportStyle): string {
  const say = loadWords[language];
  const { table, findings, dropped, unused } = load;
  const questions = questionsIn(table);
  const rules = ruleCounts(findings);
  const n = rules.reduce((sum, { times }) => sum + times, 0);
  const columns = dropped.join(', ');
  const parts = [
    [
      answerLine(load, language),
      ...identifierLine(load, language),
      ...waitingLine(load, language),
      ...settlementLine(load, language),
      ...conversionLines(load, language),
    ],
    [textTable(fileTable(table.files, language), { ascii }), ...passedOverLine(load, language)],
    ...(mapping
      ? table.files.map(file => mappingTable(file, language)).map(({ title, table: shown }) => [title, textTable(shown, { ascii })])
      : []),
    ...(n === 0 ? [] : [[filled(say.findings, { n: count(n) }), textTable(findingTable(rules, table.files.length, language), { ascii })]]),
    ...(dropped.length === 0 ? [] : [[printable(filled(say.dropped, { columns }))]]),
    ...(unused.length === 0 ? [] : [[printable(filled(say.unused, { columns: unusedNames(load, language) }))]]),
    ...(questions.length === 0 ? [] : [[say.questions, textTable(questionTable(questions, language), { ascii })]]),
  ];
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function answerLine({ table: { count: stays, files }, findings }: LoadView, language: Language): string {
  const { read, loaded, refused } = totalsOf(files);
  return filled(loadWords[language].answer, {
    stays: count(stays),
    files: count(files.length),
    read: count(read),
    loaded: count(loaded),
    refused: count(refused),
    matters: mattersMost(ruleCounts(findings), language),
  });
}

const identifierLine = ({ table: { identifiers } }: LoadView, language: Language): readonly string[] =>
  identifiers ? [loadWords[language].identifiers] : [];

/** Item lines of stays that the workspace had already. */
function waitingLine({ rows }: LoadView, language: Language): readonly string[] {
  if (!rows?.waiting) return [];
  const { waiting } = rows;
  return [filled(loadWords[language].linesOfOthers, { lines: count(waiting.lines.count), stays: count(staysIn(waiting)) })];
}

/** Only where stays and settlements are not one to one. */
function settlementLine({ table: { settlements } }: LoadView, language: Language): readonly string[] {
  if (!settlements) return [];
  const counts = settlementCounts(settlements);
  const { joined, netted } = counts;
  const lone = loneRefunds(settlements, language);
  if (joined === 0 && netted === 0 && counts.settlements === counts.stays) return lone;
  return [
    filled(loadWords[language].settlements, {
      settlements: count(counts.settlements),
      stays: count(counts.stays),
      joined: count(joined),
      netted: count(netted),
    }),
    ...lone,
  ];
}

function passedOverLine({ passedOver }: LoadView, language: Language): readonly string[] {
  if (passedOver.length === 0) return [];
  const say = loadWords[language];
  const names = passedOver.map(({ name, why }) => filled(why === 'again' ? say.passedAgain : say.passedUnknown, { name }));
  return [printable(filled(say.passedOver, { names: names.join(', ') }))];
}

/** Names that the text shows; the JSON report and `--mapping` have all. */
const MOST_UNUSED = 24;

function unusedNames({ unused, nearest }: LoadView, language: Language): string {
  const named = (column: string): string =>
    Object.hasOwn(nearest, column) ? filled(loadWords[language].meant, { column, known: nearest[column]! }) : column;
  const all = nameRuns(unused.map(named));
  const shown = all.slice(0, MOST_UNUSED);
  return shown.join(', ') + (all.length > shown.length ? filled(loadWords[language].andMore, { n: count(all.length - shown.length) }) : '');
}

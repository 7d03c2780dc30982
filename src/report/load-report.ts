/** What a load was: files and how they were read, rows read = loaded + refused, findings by rule with the first examples. */
import { bilingual, type Language } from '../language.ts';
import type { Finding, FindingRule, Findings } from '../stay/finding.ts';
import type { SourceFile } from '../stay/stay-table.ts';
import { findingWords } from './finding-words.ts';
import { count } from './format.ts';
import { SCHEMA_VERSION } from './json-rows.ts';
import { printable } from './printable.ts';
import type { Column, Table } from './table.ts';
import { textTable } from './text-table.ts';
import { type Say, speaker } from './words.ts';

export type LoadView = {
  readonly table: { readonly count: number; readonly files: readonly SourceFile[] };
  readonly findings: Findings;
  /** Columns that were not read because they name a person. */
  readonly dropped: readonly string[];
  /** Columns that no column of the profile is called by, and the known names that some of them may have been meant to be. */
  readonly unused: readonly string[];
  readonly nearest: Readonly<Record<string, string>>;
};

/** Examples of a rule that the text shows; the rejects file has all that are listed. */
const EXAMPLES = 3;

export function loadReport(load: LoadView, { language, ascii = false }: { readonly language: Language; readonly ascii?: boolean }): string {
  const say = speaker(language);
  const {
    table: { files },
    findings,
    dropped,
  } = load;
  const total = totalsOf(files);
  const rules = ruleCounts(findings);
  const n = rules.reduce((sum, { times }) => sum + times, 0);
  const text = [
    say('loadAnswer', { files: count(files.length), read: count(total.read), loaded: count(total.loaded), refused: count(total.refused) }),
    '',
    textTable(fileTable(files, say), { ascii }),
    '',
    ...(n === 0 ? [say('noFindings')] : [say('findings', { n: count(n) }), textTable(findingTable(rules, language, say), { ascii })]),
    ...(dropped.length === 0 ? [] : ['', printable(say('dropped', { columns: dropped.join(', ') }))]),
    ...(load.unused.length === 0 ? [] : ['', printable(unusedLine(load, language))]),
  ];
  return `${text.join('\n')}\n`;
}

/** A plain value for JSON.stringify; described by data/schema/load-report.schema.json. */
export const loadReportJson = ({ table: { files }, findings, dropped, unused, nearest }: LoadView) => ({
  schemaVersion: SCHEMA_VERSION,
  ...totalsOf(files),
  files,
  findings: ruleCounts(findings).map(({ rule, times }) => ({ rule, times })),
  listed: findings.list,
  listed_per_rule: findings.listedPerRule,
  dropped,
  unused: unused.map(column => ({ column, ...(Object.hasOwn(nearest, column) && { nearest: nearest[column]! }) })),
});

function unusedLine({ unused, nearest }: LoadView, language: Language): string {
  const { unused: head, meant } = unusedWords[language];
  const shown = unused.map(column => (Object.hasOwn(nearest, column) ? `${column}${meant.replace('{known}', nearest[column]!)}` : column));
  return `${head}${shown.join(', ')}`;
}

const unusedWords = bilingual({
  zh: { unused: '未使用的列：', meant: '（应为 {known}？）' },
  en: { unused: 'columns not used: ', meant: ' ({known}?)' },
});

type RuleCount = {
  readonly rule: FindingRule;
  readonly times: number;
  readonly effect: Finding['effect'] | undefined;
  readonly examples: readonly Finding[];
};

/** Most frequent first, ties by the name of the rule. */
function ruleCounts({ counts, list }: Findings): readonly RuleCount[] {
  return (Object.entries(counts) as [FindingRule, number][])
    .map(([rule, times]) => {
      const examples = list.filter(finding => finding.rule === rule).slice(0, EXAMPLES);
      return { rule, times, effect: examples[0]?.effect, examples };
    })
    .sort((a, b) => b.times - a.times || (a.rule < b.rule ? -1 : 1));
}

const totalsOf = (files: readonly SourceFile[]) =>
  files.reduce(
    (sum, { read, loaded, refused }) => ({ read: sum.read + read, loaded: sum.loaded + loaded, refused: sum.refused + refused }),
    { read: 0, loaded: 0, refused: 0 },
  );

const fileTable = (files: readonly SourceFile[], say: Say): Table => ({
  columns: [
    ...(['file', 'sha256', 'encoding', 'profile'] as const).map((word): Column => ({ head: say(word), align: 'left' })),
    ...(['read', 'loaded', 'refused'] as const).map((word): Column => ({ head: say(word), align: 'right' })),
  ],
  rows: files.map(({ name, sha256, encoding, profile, read, loaded, refused }) => [
    ...[name, sha256.slice(0, 12), encoding, profile],
    ...[read, loaded, refused].map(count),
  ]),
  footer: [],
});

const findingTable = (rules: readonly RuleCount[], language: Language, say: Say): Table => ({
  columns: [
    // the longest meaning says what to do about it, and is not cut
    { head: say('rule'), align: 'left', widest: 110 },
    { head: say('effect'), align: 'left' },
    { head: say('number'), align: 'right' },
    { head: say('examples'), align: 'left', widest: 60 },
  ],
  rows: rules.map(({ rule, times, effect, examples }) => [
    findingWords[language][rule],
    effect ? say(`effect_${effect}`) : '–',
    count(times),
    examples.map(({ row, column, value }) => `${row}:${column}=${value}`).join('  '),
  ]),
  footer: [],
});

/** A comparison in Markdown, to paste into a report: the same words and figures as the plain text. */
import type { Comparison } from '../compare/comparison.ts';
import { comparisonAnswer } from './comparison-answer.ts';
import { dimensionTable, originTable, totalsTable } from './comparison-tables.ts';
import { type ComparisonView, dataLine, details, inputSums, noteLines, unitLine } from './comparison-text.ts';
import { markdownTable, safe } from './markdown-table.ts';
import { titlesIn } from './titles.ts';
import { speaker } from './words.ts';

export function comparisonMarkdown(given: Comparison, { language, by, top, detail = false }: Omit<ComparisonView, 'ascii'>): string {
  const say = speaker(language);
  const comparison = titlesIn(given, language);
  const tables = [
    totalsTable(comparison, say),
    dimensionTable(comparison, { dimension: by, top }, say),
    originTable(comparison, say),
  ] as const;
  const [totals, dimension, origin] = tables.map(markdownTable);
  const notes = noteLines(comparison, tables, language).slice(2);
  const blocks = [
    `# ${safe(comparison.title)}`,
    ...comparisonAnswer(comparison, say).map(sentence => `**${safe(sentence)}**`),
    safe(unitLine(comparison, say)),
    totals,
    `## ${say('by', { dimension: say(by) })}`,
    dimension,
    ...(detail
      ? details(comparison, { dimension: by, top }, say).flatMap(({ title, table }) => [`### ${safe(title)}`, markdownTable(table)])
      : []),
    [...inputSums(comparison, say), dataLine(comparison, say)].map(safe).join('  \n'),
    origin,
    ...(notes.length === 0 ? [] : [`## ${say('notes')}`, notes.map(line => `- ${safe(line.slice(2))}`).join('\n')]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

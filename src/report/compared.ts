/** A comparison in the form a person asked for. */
import type { Comparison } from '../compare/comparison.ts';
import { comparisonJson } from '../compare/document.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { comparisonMarkdown } from './comparison-markdown.ts';
import { type ComparisonView, comparisonText } from './comparison-text.ts';

export function compared(comparison: Comparison, format: string, view: ComparisonView): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(comparisonJson(comparison), null, 2)}\n`;
    case 'csv':
      return comparisonCsv(comparison, { bom: false });
    case 'md':
      return comparisonMarkdown(comparison, view);
    default:
      return comparisonText(comparison, view);
  }
}

/** A layout of columns as delimited text: each column a name and what stands in it. */
import type { Papers } from '../papers.ts';
import type { LayoutText } from './layout.ts';

export type Column = readonly [name: string, cell: (papers: Papers) => string | number];

export type CsvForm = { readonly mark: boolean; readonly lineEnd: '\n' | '\r\n' };

/** `mark`: a byte order mark in front, as spreadsheets write it. */
export function csvText(columns: readonly Column[], { mark, lineEnd }: CsvForm): LayoutText {
  return {
    header: `${mark ? '\uFEFF' : ''}${columns.map(([name]) => name).join(',')}${lineEnd}`,
    row: papers => {
      let text = '';
      for (let i = 0; i < columns.length; i++) text += (i === 0 ? '' : ',') + quoted(columns[i]![1](papers));
      return text + lineEnd;
    },
  };
}

/** RFC 4180; names of diagnoses have commas. Most cells of a front page are a dash. */
function quoted(cell: string | number): string | number {
  return cell !== '-' && typeof cell === 'string' && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

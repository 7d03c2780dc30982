/**
 * A cell of a tab separated table that a spreadsheet may open. Text that it would run as a formula (= + - @) has an apostrophe before it,
 * and one more where it has one already, so that what is read back is what was written. Figures stay as they are.
 */

export function tableCell(text: string): string {
  const oneLine = text.replace(/[\t\r\n]+/g, ' ');
  return formula.test(oneLine) && !figure.test(oneLine) ? `'${oneLine}` : oneLine;
}

/** What `tableCell` was given. */
export const cellText = (cell: string): string => (guarded.test(cell) ? cell.slice(1) : cell);

const formula = /^'*\s*[=+\-@]/;
const guarded = /^'+\s*[=+\-@]/;
const figure = /^[+-]?\d+(\.\d+)?$/;

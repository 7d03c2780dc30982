/** The few drawn marks of the screen, and their stand-ins in ASCII (`--ascii`) for terminals that draw such marks two columns wide. */
export type Marks = {
  readonly rule: string;
  readonly cursor: string;
  /** Beside the cursor: a person marked the row. */
  readonly marked: string;
  readonly column: string;
  readonly up: string;
  readonly down: string;
  readonly yes: string;
  readonly no: string;
  readonly crumb: string;
  readonly dot: string;
  readonly more: string;
  readonly hiddenLeft: string;
  readonly hiddenRight: string;
  readonly chosen: string;
  readonly axis: string;
  readonly loss: string;
  readonly gain: string;
  readonly spark: readonly string[];
};

export const richMarks: Marks = {
  rule: '─',
  cursor: '▌',
  marked: '◆',
  column: '▸',
  up: '▲',
  down: '▼',
  yes: '✓',
  no: '✗',
  crumb: '›',
  dot: '·',
  more: '…',
  hiddenLeft: '‹',
  hiddenRight: '›',
  chosen: '◀',
  axis: '│',
  loss: '█',
  gain: '▓',
  spark: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

export const asciiMarks: Marks = {
  rule: '-',
  cursor: '>',
  marked: '*',
  column: '>',
  up: '^',
  down: 'v',
  yes: '+',
  no: 'x',
  crumb: '>',
  dot: '-',
  more: '...',
  hiddenLeft: '<',
  hiddenRight: '>',
  chosen: '<',
  axis: '|',
  loss: '#',
  gain: '=',
  spark: ['_', '.', '-', '~', '=', '+', '*', '#'],
};

const ambiguous: Readonly<Record<string, string>> = {
  '·': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '×': 'x',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '↑': 'Up',
  '↓': 'Down',
  '↵': 'Enter',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '∈': 'in',
  '∉': 'not in',
  Σ: 'sum',
};

/** Text that people and other modules wrote, without the characters whose width terminals disagree on. */
export const toAscii = (text: string): string => text.replace(/[·–—−…×÷≤≥≠≈→←↑↓↵“”‘’∈∉Σ]/g, mark => ambiguous[mark] ?? mark);

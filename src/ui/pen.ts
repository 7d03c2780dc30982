/** How text is put into columns of the terminal: measured, cut, padded, and in plain ASCII marks where the terminal draws others too wide. */
import type { Language } from '../language.ts';
import { cut, pad, widthOf } from '../report/cell-width.ts';
import { asciiMarks, type Marks, richMarks, toAscii } from './marks.ts';

export type Pen = {
  readonly language: Language;
  readonly ascii: boolean;
  readonly marks: Marks;
  width(text: string): number;
  /** The text as it is drawn, in exactly `width` columns. */
  fit(text: string, width: number, align?: 'left' | 'right'): string;
  /** The text in at most `width` columns. */
  cut(text: string, width: number): string;
  /** The text in lines of at most `width` columns. */
  wrap(text: string, width: number): readonly string[];
};

/** Words of dictionaries come again and again; measuring a Chinese word costs more than remembering it. */
const REMEMBERED = 20_000;

export function makePen(language: Language, ascii: boolean): Pen {
  const remembered = new Map<string, string>();
  const marks = ascii ? asciiMarks : richMarks;
  const spell = ascii ? toAscii : (text: string) => text;
  const cutTo = (text: string, width: number) => (width <= 0 ? '' : cut(spell(text), width, width > 3 ? marks.more : ''));

  function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
    const key = `${width}${align[0]}${text}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const fitted = pad(cutTo(text, width), Math.max(0, width), align);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(key, fitted);
    return fitted;
  }

  return {
    language,
    ascii,
    marks,
    width: text => widthOf(spell(text)),
    fit,
    cut: cutTo,
    wrap: (text, width) => wrapped(spell(text), width),
  };
}

/** Breaks between Chinese characters and at blanks, never inside a number or a Latin word that fits on a line. */
function wrapped(text: string, width: number): string[] {
  const pieces = text.match(/ +|[^\u2e80-\uffff ]+[，。；：、）」]*|[（「]?[\u2e80-\uffff][，。；：、）」]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (widthOf(line + piece.trimEnd()) > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * A line as Ink would put it on the screen: its width in cells and its bytes. Text between two styles is one run, which gives the same
 * bytes as Ink's run of one cell after the other, because between cells of the same style nothing is written.
 */
import { plainWidth, widthOf } from '../../report/cell-width.ts';
import { remembered } from './remembered.ts';

export type Style = { readonly type: 'ansi'; readonly code: string; readonly endCode: string };
export type Run = { readonly type: 'char'; readonly value: string; readonly fullWidth: boolean };
export type StyledRun = Run & { readonly styles: readonly Style[] };
/** What Ink itself takes lines apart and together with (@alcalzone/ansi-tokenize). */
export type StyledText = {
  tokenize(text: string): readonly (Style | Run)[];
  styledCharsFromTokens(tokens: readonly (Style | Run)[]): readonly StyledRun[];
  styledCharsToString(runs: readonly StyledRun[]): string;
};

export type Strip = {
  readonly width: number;
  readonly text: string;
  readonly runs: readonly StyledRun[];
  /** Whether the first and the last cell have a style. */
  readonly opens: boolean;
  readonly closes: boolean;
};

/** Lines of the last frames: one has about as many as the terminal has rows. */
const LINES = 500;
const STYLES = 500;

export function lineReader({ tokenize, styledCharsFromTokens, styledCharsToString }: StyledText): (line: string) => Strip {
  const styleOf = remembered(STYLES, tokenize);

  function plainTokens(line: string): (Style | Run)[] | undefined {
    const tokens: (Style | Run)[] = [];
    for (const [i, piece] of line.split(/(\x1b\[[\d;]*m)/).entries()) {
      if (i % 2 === 1) tokens.push(...styleOf(piece));
      else if (plainWidth(piece) === undefined) return undefined;
      else if (piece !== '') tokens.push({ type: 'char', value: piece, fullWidth: false });
    }
    return tokens;
  }

  return remembered(LINES, line => {
    const runs = styledCharsFromTokens(plainTokens(line) ?? tokenize(line));
    return {
      width: runs.reduce((width, { value }) => width + cellsOf(value), 0),
      text: styledCharsToString(runs),
      runs,
      opens: (runs[0]?.styles.length ?? 0) > 0,
      closes: (runs.at(-1)?.styles.length ?? 0) > 0,
    };
  });
}

/** A mark that takes no column still takes a cell of Ink. */
const cellsOf = (value: string): number => Math.max(1, widthOf(value));

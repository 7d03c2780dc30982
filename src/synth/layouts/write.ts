/** A synthetic hospital in one of the layouts, in pieces of text. Every layout tells of the same stays, settlements and persons. */
import { papersFrom } from '../papers.ts';
import { ROWS_PER_PIECE, type Synthesis } from '../synthesise.ts';
import { hqmsText } from './hqms.ts';
import type { LayoutName, LayoutText } from './layout.ts';
import { openDrgText } from './opendrg.ts';
import { setlText } from './setl.ts';
import { list4101aText, list4101Text } from './settlement-list.ts';

export const layoutLines = (synthesis: Synthesis, layout: LayoutName): Iterable<string> =>
  layout === 'casemix' ? synthesis.lines : inPieces(() => linesOf(synthesis, textOf(layout, synthesis.nameOf)));

/** Lines as pieces of some hundreds, every time from the start. */
export function inPieces(lines: () => Iterable<string>): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let piece: string[] = [];
      for (const line of lines()) {
        piece.push(line);
        if (piece.length < ROWS_PER_PIECE) continue;
        yield piece.join('');
        piece = [];
      }
      if (piece.length > 0) yield piece.join('');
    },
  };
}

function* linesOf({ stays, seed }: Synthesis, { header, row }: LayoutText): Generator<string> {
  const papersOf = papersFrom(seed);
  let at = 0;
  yield header;
  for (const stay of stays) yield row(papersOf(stay, at++));
}

function textOf(layout: Exclude<LayoutName, 'casemix'>, nameOf: (code: string) => string): LayoutText {
  switch (layout) {
    case 'hqms':
      return hqmsText(nameOf);
    case 'opendrg':
      return openDrgText;
    case 'setl':
      return setlText;
    case '4101':
      return list4101Text(nameOf);
    case '4101a':
      return list4101aText(nameOf);
  }
}

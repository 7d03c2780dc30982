/** The filter text being typed, with the real cursor after it: input methods open their candidates there. */
import { useCursor } from 'ink';
import { frameHeight } from '../layout.ts';
import { penOf, sayOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Line } from './Line.tsx';

export function FilterField({ state, text }: { readonly state: WorkbenchState; readonly text: string }) {
  const { setCursorPosition } = useCursor();
  const pen = penOf(state);
  const prompt = ` ${sayOf(state)('filterPrompt')}`;
  const shown = tail(text, state.size.columns - pen.width(prompt) - 2, pen.width);
  setCursorPosition({ x: pen.width(prompt + shown), y: frameHeight(state.size) - 1 });
  return <Line spans={[{ text: prompt, tone: 'accent' }, { text: shown }]} />;
}

/** The end of a text too long for the line: where one types. */
function tail(text: string, room: number, width: (text: string) => number): string {
  const letters = [...text];
  while (width(letters.join('')) > room) letters.shift();
  return letters.join('');
}

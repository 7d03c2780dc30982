/** The text being typed, with the real cursor in it: input methods open their candidates there. */
import { useCursor } from 'ink';
import { frameHeight } from '../layout.ts';
import { inSight } from '../palette/text-field.ts';
import { fieldOf } from '../palette/typing.ts';
import { penOf, sayOf } from '../sheets/sheets.ts';
import type { Typing } from '../store/table-slice.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Line } from './Line.tsx';

export function TypingField({ state, typing }: { readonly state: WorkbenchState; readonly typing: Typing }) {
  const { setCursorPosition } = useCursor();
  const pen = penOf(state);
  const prompt = ` ${typing.purpose === 'filter' ? sayOf(state)('filterPrompt') : ':'}`;
  const { text, column } = inSight(fieldOf(typing), state.size.columns - pen.width(prompt) - 1, pen.width);
  setCursorPosition({ x: pen.width(prompt) + column, y: frameHeight(state.size) - 1 });
  return <Line spans={[{ text: prompt, tone: 'accent' }, { text }]} />;
}

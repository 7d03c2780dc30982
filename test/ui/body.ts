/** A frame without the lines of the frame itself: what stands between its two rules. */
import { type Drawing, frameOf, open } from './frame.tsx';

export const bodyOf = (drawing: Drawing): readonly string[] => frameOf(open(drawing)).slice(2, -2);

/** The body as one text, between line breaks, as inline snapshots show it. */
export const body = (drawing: Drawing): string => `\n${bodyOf(drawing).join('\n')}\n`;

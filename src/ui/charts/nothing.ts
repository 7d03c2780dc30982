/** What a chart without one known number shows: a dash, so that an empty place is not taken for a chart of nothing. */
import type { Lines } from '../lines.ts';
import { type Drawing, graphOf } from './drawing.ts';
import { strokesOf } from './strokes.ts';

export const nothing = (drawing: Drawing): Lines =>
  drawing.width < 1 || drawing.height < 1 ? [] : [[{ text: strokesOf(graphOf(drawing)).missing, tone: 'quiet' }]];

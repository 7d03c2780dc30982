/** Draws the lines of a chart through Ink and gives the frame without colours, between line breaks. */
import { stripVTControlCharacters } from 'node:util';
import { cleanup, render } from 'ink-testing-library';
import { Chart } from '../../../src/ui/charts/Chart.tsx';
import type { Lines } from '../../../src/ui/lines.ts';

export function frame(lines: Lines): string {
  const { lastFrame } = render(<Chart lines={lines} />);
  const shown = stripVTControlCharacters(lastFrame() ?? '');
  cleanup();
  return `\n${shown}\n`;
}

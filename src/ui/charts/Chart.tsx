/** Draws the lines of a chart, one Text each. */
import { Box } from 'ink';
import type { Lines } from '../lines.ts';
import { Line } from '../views/Line.tsx';

export const Chart = ({ lines }: { readonly lines: Lines }) => (
  <Box flexDirection="column">
    {lines.map((spans, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place of a line is what it is
      <Line key={row} spans={spans} />
    ))}
  </Box>
);

/** Lines over the lower part of the screen (suggestions for a command, a long message): what is under them stays where it is. */
import { Box } from 'ink';
import { contentHeight } from '../layout.ts';
import type { Lines } from '../lines.ts';
import type { Size } from '../terminal.ts';
import { Line } from './Line.tsx';

/** Title and rule. */
const ABOVE = 2;

export function Overlay({ lines, size }: { readonly lines: Lines; readonly size: Size }) {
  if (lines.length === 0) return null;
  return (
    <Box position="absolute" flexDirection="column" width={size.columns} marginTop={ABOVE + contentHeight(size) - lines.length}>
      {lines.map((spans, i) => (
        // The place is what a line is.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <Line key={i} spans={spans} />
      ))}
    </Box>
  );
}

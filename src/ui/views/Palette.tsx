/** Suggestions for the command being typed, over the lower part of the screen: what is under them stays where it is. */
import { Box } from 'ink';
import { contentHeight } from '../layout.ts';
import { paletteLines } from '../palette/palette-lines.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Line } from './Line.tsx';

/** Title and rule. */
const ABOVE = 2;

export function Palette({ state }: { readonly state: WorkbenchState }) {
  const lines = paletteLines(state);
  if (lines.length === 0) return null;
  return (
    <Box position="absolute" flexDirection="column" width={state.size.columns} marginTop={ABOVE + contentHeight(state.size) - lines.length}>
      {lines.map((spans, i) => (
        // The place is what a line is.
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <Line key={i} spans={spans} />
      ))}
    </Box>
  );
}

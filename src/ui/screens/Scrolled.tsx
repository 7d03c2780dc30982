/** Text that may be longer than the screen: the part in sight. */
import { Box } from 'ink';
import { contentHeight } from '../layout.ts';
import { scrolledLines } from '../scrolled.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Line } from '../views/Line.tsx';

export function Scrolled({ state }: { readonly state: WorkbenchState }) {
  const height = contentHeight(state.size);
  const lines = scrolledLines(state);
  const first = Math.max(0, Math.min(state.scroll, lines.length - height));
  return (
    <Box flexDirection="column">
      {lines.slice(first, first + height).map((spans, i) => (
        // Lines of a text have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Line key={first + i} spans={spans} />
      ))}
    </Box>
  );
}

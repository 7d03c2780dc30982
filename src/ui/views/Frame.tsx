/**
 * The frame around every screen: where you are and where you can go above, what you can press below.
 * What stands inside is made to fit; letting Ink clip it would cut every line once more
 * (66 ms of CPU a frame of 160 x 50 without clipping, 96 ms with it, on a shared machine).
 */
import { Box } from 'ink';
import type { ReactNode } from 'react';
import { hintSpans, titleSpans } from '../frame-lines.ts';
import { contentHeight, frameHeight } from '../layout.ts';
import { penOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { FilterField } from './FilterField.tsx';
import { Line } from './Line.tsx';

export function Frame({ state, children }: { readonly state: WorkbenchState; readonly children: ReactNode }) {
  const { size, typing } = state;
  const rule = [{ text: penOf(state).marks.rule.repeat(size.columns), tone: 'quiet' as const }];
  return (
    <Box flexDirection="column" width={size.columns} height={frameHeight(size)}>
      <Line spans={titleSpans(state)} />
      <Line spans={rule} />
      <Box flexDirection="column" height={contentHeight(size)}>
        {children}
      </Box>
      <Line spans={rule} />
      {typing ? <FilterField state={state} text={typing.text} /> : <Line spans={hintSpans(state)} />}
    </Box>
  );
}

/**
 * The frame around every screen: what lies there and where you can go above, what was said and what you can press below.
 * What stands inside is made to fit; letting Ink clip it would cut every line once more
 * (66 ms of CPU a frame of 160 x 50 without clipping, 96 ms with it, on a shared machine).
 */
import { Box } from 'ink';
import type { ReactNode } from 'react';
import { hintSpans, messageLines, messageRule, titleSpans, wayRule } from '../frame-lines.ts';
import { contentHeight, frameHeight } from '../layout.ts';
import { paletteLines } from '../palette/palette-lines.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { styles } from '../theme.ts';
import { Line, Theme } from './Line.tsx';
import { Overlay } from './Overlay.tsx';
import { TypingField } from './TypingField.tsx';

export function Frame({ state, children }: { readonly state: WorkbenchState; readonly children: ReactNode }) {
  const { size, typing, theme } = state;
  const said = messageLines(state);
  return (
    <Theme.Provider value={styles[theme]}>
      <Box flexDirection="column" width={size.columns} height={frameHeight(size)}>
        <Line spans={titleSpans(state)} />
        <Line spans={wayRule(state)} />
        <Box flexDirection="column" height={contentHeight(size)}>
          {children}
        </Box>
        <Line spans={messageRule(state)} />
        {typing ? <TypingField state={state} typing={typing} /> : <Line spans={hintSpans(state)} />}
        <Overlay lines={said.length > 0 ? said : paletteLines(state)} size={size} />
      </Box>
    </Theme.Provider>
  );
}

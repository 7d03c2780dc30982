/** The whole screen: one place inside the frame; a line in the middle when the terminal is too small; progress while loading. */
import { Box } from 'ink';
import { useStore } from 'zustand';
import { frameHeight, tooSmall } from '../layout.ts';
import { placeOf } from '../place.ts';
import { penOf, sayOf } from '../sheets/sheets.ts';
import type { Workbench as Store, WorkbenchState } from '../store/workbench.ts';
import { Frame } from '../views/Frame.tsx';
import { Line } from '../views/Line.tsx';
import { AnsweredTable } from './AnsweredTable.tsx';
import { Overview } from './Overview.tsx';
import { Scenarios } from './Scenarios.tsx';
import { Scrolled } from './Scrolled.tsx';

export function Workbench({ store }: { readonly store: Store }) {
  const state = useStore(store);
  if (tooSmall(state.size)) return <TooSmall state={state} />;
  return (
    <Frame state={state}>
      <Screen state={state} />
    </Frame>
  );
}

function Screen({ state }: { readonly state: WorkbenchState }) {
  if (state.help) return <Scrolled state={state} />;
  if (!state.desk)
    return <Line spans={[{ text: `  ${penOf(state).cut(state.errand?.text || sayOf(state)('loading'), state.size.columns - 2)}` }]} />;
  const place = placeOf(state.path);
  switch (place.screen) {
    case 'overview':
      return <Overview state={state} />;
    case 'stay':
      return <Scrolled state={state} />;
    case 'scenarios':
      return <Scenarios state={state} />;
    default:
      return <AnsweredTable state={state} />;
  }
}

/** The state is kept: make the window larger and go on. */
function TooSmall({ state }: { readonly state: WorkbenchState }) {
  const { size } = state;
  const pen = penOf(state);
  const text = pen.cut(sayOf(state)('tooSmall', { columns: size.columns, rows: size.rows }), size.columns);
  const above = Math.max(0, Math.floor((frameHeight(size) - 1) / 2));
  const left = Math.max(0, Math.floor((size.columns - pen.width(text)) / 2));
  return (
    <Box flexDirection="column" width={size.columns} height={Math.max(1, frameHeight(size))} paddingTop={above} paddingLeft={left}>
      <Line spans={text} />
    </Box>
  );
}

/** The text on the screen that may be longer than the screen: the help, or one stay. */
import { helpLines } from './help-lines.ts';
import type { Lines } from './lines.ts';
import { stayLines } from './screens/stay-lines.ts';
import type { WorkbenchState } from './store/workbench.ts';

export const scrolledLines = (state: WorkbenchState): Lines => (state.help ? helpLines(state) : stayLines(state));

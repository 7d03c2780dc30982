/** 病例, 病组, 科室, the parts of a row, the parameters: the answer, then the table it is read from, with its picture. */
import { Box } from 'ink';
import { tableLayout } from '../layout.ts';
import { placeOf } from '../place.ts';
import { penOf, sheetOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Answer } from '../views/Answer.tsx';
import { Line } from '../views/Line.tsx';
import { PicturedTable } from '../views/PicturedTable.tsx';

export function AnsweredTable({ state }: { readonly state: WorkbenchState }) {
  const layout = tableLayout(state);
  const pen = penOf(state);
  return (
    <Box flexDirection="column">
      <Answer answer={layout.answer} air={layout.air} />
      {hasTable(state) ? <PicturedTable state={state} layout={layout} /> : null}
      {layout.remarks.map(remark => (
        <Line key={remark} spans={[{ text: `  ${pen.cut(remark, state.size.columns - 2)}`, tone: 'quiet' }]} />
      ))}
    </Box>
  );
}

/** Where there is none, the answer says why. */
function hasTable(state: WorkbenchState): boolean {
  switch (placeOf(state.path).screen) {
    case 'groups':
      return state.desk?.runs[state.scenario]?.grouping !== undefined;
    case 'data':
    case 'columns':
      return sheetOf(state).count > 0;
    default:
      return true;
  }
}

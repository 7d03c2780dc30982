/** 情景: scenarios as columns side by side with the change from the baseline, and beneath them one dimension row by row. */
import { Box } from 'ink';
import { scenariosLayout } from '../layout.ts';
import { penOf, sayOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Answer } from '../views/Answer.tsx';
import { Line } from '../views/Line.tsx';
import { PicturedTable } from '../views/PicturedTable.tsx';
import { ScenarioTotals } from '../views/ScenarioTotals.tsx';

export function Scenarios({ state }: { readonly state: WorkbenchState }) {
  const layout = scenariosLayout(state);
  const { answer, air, totals, notes } = layout;
  const pen = penOf(state);
  const say = sayOf(state);
  const { columns } = state.size;
  const result = state.desk?.runs[state.scenario]?.result;
  return (
    <Box flexDirection="column">
      <Answer answer={answer} air={air} />
      {state.desk ? (
        <ScenarioTotals comparison={state.desk.comparison} scenario={state.scenario} width={columns} height={totals} pen={pen} say={say} />
      ) : null}
      {result?.notes.slice(0, notes).map(note => (
        <Line
          key={note[state.language]}
          spans={[
            { text: `  ${say('notes')}  `, tone: 'quiet' },
            { text: pen.cut(note[state.language], columns - 10), tone: 'warning' },
          ]}
        />
      ))}
      {air ? <Line spans="" /> : null}
      <PicturedTable state={state} layout={layout} />
    </Box>
  );
}

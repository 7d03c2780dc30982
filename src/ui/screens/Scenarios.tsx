/** 情景: scenarios as columns side by side with the change from the baseline, and beneath them one dimension row by row. */
import { Box } from 'ink';
import { scenariosLayout } from '../layout.ts';
import { titledByScenario } from '../scenario-title.ts';
import { penOf, sayOf, sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Line } from '../views/Line.tsx';
import { ScenarioTotals } from '../views/ScenarioTotals.tsx';
import { Table } from '../views/Table.tsx';

export function Scenarios({ state }: { readonly state: WorkbenchState }) {
  const { answer, air, totals, notes, table } = scenariosLayout(state);
  const pen = penOf(state);
  const say = sayOf(state);
  const { columns } = state.size;
  const result = state.desk?.runs[state.scenario]?.result;
  const dimension = say('by', { dimension: say(state.dimension) });
  return (
    <Box flexDirection="column">
      {answer.map(line => (
        <Line key={line} spans={[{ text: `  ${line}`, tone: 'strong' }]} />
      ))}
      {air ? <Line spans="" /> : null}
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
      <Table
        sheet={sheetOf(state)}
        view={viewOf(state)}
        width={columns}
        height={table}
        title={titledByScenario(`${dimension} ${pen.marks.dot} ${say('figure')}`, state)}
        pen={pen}
        say={say}
      />
    </Box>
  );
}

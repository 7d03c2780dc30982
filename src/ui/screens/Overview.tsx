/** 总览: the answer in words, the key figures, who gains and loses, and what needs a look. */
import { Box } from 'ink';
import { leadingOf } from '../../compare/leading-figure.ts';
import { keyFigures } from '../key-figures.ts';
import { overviewLayout } from '../layout.ts';
import { lookSpans, monthLine } from '../overview-lines.ts';
import { titledByScenario } from '../scenario-title.ts';
import { penOf, sayOf, sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Figures } from '../views/Figures.tsx';
import { Line } from '../views/Line.tsx';
import { Months } from '../views/Months.tsx';
import { Table } from '../views/Table.tsx';

const MONTHS_WIDTH = 48;

export function Overview({ state }: { readonly state: WorkbenchState }) {
  const { answer, air, figuresPerRow, figureRows, table, monthsBeside } = overviewLayout(state);
  const pen = penOf(state);
  const say = sayOf(state);
  const { columns } = state.size;
  const result = state.desk?.runs[state.scenario]?.result;
  const months = result?.by.month ?? [];
  const figure = state.desk ? leadingOf(state.desk.comparison) : 'margin';
  const width = monthsBeside ? columns - MONTHS_WIDTH : columns;
  return (
    <Box flexDirection="column">
      {answer.map(line => (
        <Line key={line} spans={[{ text: `  ${line}`, tone: 'strong' }]} />
      ))}
      {air ? <Line spans="" /> : null}
      <Figures figures={keyFigures(state).slice(0, figureRows * figuresPerRow)} perRow={figuresPerRow} pen={pen} />
      {air ? <Line spans="" /> : null}
      <Box>
        <Table
          sheet={sheetOf(state)}
          view={viewOf(state)}
          width={width}
          height={table}
          title={titledByScenario(say(figure === 'margin' ? 'departmentMargin' : 'departmentGroupResult'), state)}
          pen={pen}
          say={say}
        />
        {monthsBeside ? (
          <Months
            months={months}
            width={MONTHS_WIDTH}
            height={table}
            title={say(figure === 'margin' ? 'monthMargin' : 'monthGroupResult')}
            figure={figure}
            pen={pen}
          />
        ) : null}
      </Box>
      {monthsBeside ? <Line spans="" /> : <Line spans={monthLine(months, columns, { pen, say, figure })} />}
      <Line spans={lookSpans(state, columns)} />
    </Box>
  );
}

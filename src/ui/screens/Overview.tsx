/** 总览: the answer in words, the key figures, who gains and loses, the months, and what needs a look. */
import { Box } from 'ink';
import { leadingOf } from '../../compare/leading-figure.ts';
import { viewTitle } from '../answers.ts';
import { Chart } from '../charts/Chart.tsx';
import { keyFigures } from '../key-figures.ts';
import { overviewLayout } from '../layout.ts';
import { lookSpans, monthLine } from '../overview-lines.ts';
import { penOf, sayOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Answer } from '../views/Answer.tsx';
import { Figures } from '../views/Figures.tsx';
import { Line } from '../views/Line.tsx';
import { Table } from '../views/Table.tsx';
import { pictureOf } from './pictures.ts';

export function Overview({ state }: { readonly state: WorkbenchState }) {
  const { answer, air, figuresPerRow, figureRows, table, gap, months } = overviewLayout(state);
  const pen = penOf(state);
  const say = sayOf(state);
  const { columns } = state.size;
  const result = state.desk?.runs[state.scenario]?.result;
  const figure = state.desk ? leadingOf(state.desk.comparison) : 'margin';
  const beside = months.place === 'beside';
  const curve = months.place === 'line' ? [] : pictureOf(state, months);
  return (
    <Box flexDirection="column">
      <Answer answer={answer} air={air} />
      <Figures figures={keyFigures(state).slice(0, figureRows * figuresPerRow)} perRow={figuresPerRow} pen={pen} />
      {air ? <Line spans="" /> : null}
      <Box>
        <Table
          view={viewOf(state)}
          width={beside ? columns - months.columns - 4 : columns}
          height={table}
          title={viewTitle(state)}
          pen={pen}
          say={say}
        />
        {beside ? (
          <Box flexDirection="column" marginLeft={2} width={months.columns}>
            <Chart lines={curve} />
          </Box>
        ) : null}
      </Box>
      {gap ? <Line spans="" /> : null}
      {months.place === 'below' ? (
        <Box flexDirection="column" marginLeft={2} height={months.rows}>
          <Chart lines={curve} />
        </Box>
      ) : (
        <Line spans={beside ? '' : monthLine(result?.by.month ?? [], columns, { pen, say, figure })} />
      )}
      <Line spans={lookSpans(state, columns)} />
    </Box>
  );
}

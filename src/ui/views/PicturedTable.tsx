/** The table of a place, with its picture beside it, below it, in one line, or without one. */
import { Box } from 'ink';
import { viewTitle } from '../answers.ts';
import { Chart } from '../charts/Chart.tsx';
import type { TableLayout } from '../layout.ts';
import { pictureOf } from '../screens/pictures.ts';
import { penOf, sayOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Table } from './Table.tsx';

type Props = { readonly state: WorkbenchState; readonly layout: Pick<TableLayout, 'table' | 'tableColumns' | 'picture'> };

export function PicturedTable({ state, layout: { table, tableColumns, picture } }: Props) {
  const lines = picture.place === 'none' ? [] : pictureOf(state, picture);
  return (
    <Box flexDirection={picture.place === 'beside' ? 'row' : 'column'}>
      <Table view={viewOf(state)} width={tableColumns} height={table} title={viewTitle(state)} pen={penOf(state)} say={sayOf(state)} />
      {lines.length > 0 ? (
        <Box flexDirection="column" marginLeft={2} width={picture.columns} height={picture.rows}>
          <Chart lines={lines} />
        </Box>
      ) : null}
    </Box>
  );
}

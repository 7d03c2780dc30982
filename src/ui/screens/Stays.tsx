/** 病例: every stay of the load, or of one part of it, priced by the scenario looked at. */
import { count } from '../../report/format.ts';
import { contentHeight } from '../layout.ts';
import { titledByScenario } from '../scenario-title.ts';
import { penOf, sayOf, sheetOf, viewOf } from '../sheets/sheets.ts';
import type { WorkbenchState } from '../store/workbench.ts';
import { Table } from '../views/Table.tsx';

export function Stays({ state }: { readonly state: WorkbenchState }) {
  const say = sayOf(state);
  const view = viewOf(state);
  const title = titledByScenario(say('stayCount', { n: count(view.ordered.length) }), state);
  return (
    <Table
      sheet={sheetOf(state)}
      view={view}
      width={state.size.columns}
      height={contentHeight(state.size)}
      title={title}
      pen={penOf(state)}
      say={say}
    />
  );
}

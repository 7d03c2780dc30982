/** What is in a workspace file at a glance: its loads, its months and which of them are closed. */
import type { WorkspaceView } from '../report/workspace-text.ts';
import { monthText } from '../stay/day-text.ts';
import { findingLog } from '../stay/finding-log.ts';
import { NO_DATE, type StayTable } from '../stay/stay-table.ts';
import { staysOfRows } from '../stay/stays-of-rows.ts';
import { holdsIdentifiers } from '../store/saved/holds-identifiers.ts';
import type { SavedLoads } from './saved-loads.ts';

export function shownWorkspace(file: string, saved: SavedLoads, encrypted: boolean): WorkspaceView {
  const { table: stays } = staysOfRows(saved.table, saved.rules, findingLog(0));
  const months = monthsOf(stays, saved);
  return {
    file,
    rows: saved.table.count,
    stays: stays.count,
    total: months.reduce((sum, { total }) => sum + total, 0),
    loads: saved.loads.map(({ load, at, state, files, rows, lines }) => ({
      ...{ load, at, state },
      files: files.map(({ name, read, loaded, refused }) => ({ name, read, loaded, refused })),
      ...{ rows, lines },
    })),
    months,
    closed: saved.closed.map(({ month }) => month),
    encrypted,
    // an undone load is still in the file
    identifiers: saved.loads.some(holdsIdentifiers),
    waiting: saved.table.waiting?.lines.count ?? 0,
  };
}

function monthsOf({ count, discharged, money }: StayTable, { closed }: SavedLoads): WorkspaceView['months'] {
  const found = new Map<string, { stays: number; total: number }>();
  for (const { month } of closed) found.set(month, { stays: 0, total: 0 });
  const monthOf = new Map<number, string>();
  for (let row = 0; row < count; row++) {
    const day = discharged?.[row] ?? NO_DATE;
    const month = monthOf.get(day) ?? monthOfDay(day);
    monthOf.set(day, month);
    const own = found.get(month) ?? { stays: 0, total: 0 };
    own.stays++;
    own.total += money.total?.[row] || 0;
    found.set(month, own);
  }
  const closedAt = new Map(closed.map(({ month, at }) => [month, at]));
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { stays, total }]) => ({ month, stays, total, closed: closedAt.get(month) }));
}

const monthOfDay = (day: number): string => (day === NO_DATE ? '' : monthText(day));

/** Verbs that hand the view on: a file of exactly what is shown, a copy for the clipboard, the command that prints it again. */
import { extname } from 'node:path';
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { count } from '../../report/format.ts';
import { beingArranged } from '../arrange.ts';
import { CLIPBOARD_BYTES } from '../export/clipboard.ts';
import { commandOf } from '../export/command.ts';
import { exactCell, exportedOf } from '../export/exported.ts';
import { type Format, printed } from '../export/printed.ts';
import { sayOf, viewOf } from '../sheets/sheets.ts';
import type { Workbench, WorkbenchState } from '../store/workbench.ts';
import { columnAt, columnsOf } from '../table/table-view.ts';
import { badValue } from './mistakes.ts';
import type { Verb } from './verb.ts';

const files = { zh: '文件名，.csv .md .json .txt', en: 'file name, .csv .md .json .txt' };

export const writing: readonly Verb[] = [
  {
    verb: 'export',
    title: { zh: '导出当前视图', en: 'export this view' },
    takes: files,
    perform: (workbench, value) => exportTo(workbench, value, false),
  },
  {
    verb: 'overwrite',
    title: { zh: '导出并覆盖', en: 'export, replacing a file' },
    takes: files,
    perform: (workbench, value) => exportTo(workbench, value, true),
  },
  {
    verb: 'copy',
    title: { zh: '复制', en: 'copy' },
    takes: { zh: '单元格 cell、行 row、视图 view、命令 command', en: 'cell, row, view, command' },
    complete: () => ['cell', 'row', 'view', 'command'],
    perform: copy,
  },
];

const formatOf: Readonly<Record<string, Format>> = { '.csv': 'csv', '.md': 'md', '.json': 'json', '.txt': 'text' };

function exportTo(workbench: Workbench, path: string, force: boolean): Promise<void> {
  const format = formatOf[extname(path).toLowerCase()];
  if (!format) throw badValue(force ? 'overwrite' : 'export', path, files);
  return written(workbench, { path, format, force });
}

type Target = { readonly path: string; readonly format: Format; readonly force: boolean };

async function written(workbench: Workbench, { path, format, force }: Target): Promise<void> {
  // rows still being arranged are waited for: what is written is what was asked for
  await beingArranged(workbench);
  const state = workbench.getState();
  await state.office.write(path, printed(state, format, { mark: true }), { force, inputs: inputsOf(state) });
  const n = count(exportedOf(state)?.rows.length ?? 0);
  workbench.getState().say({ text: sayOf(state)('exported', { n, path }), tone: 'accent' });
}

/** What lies on the desk was read from these. */
export const inputsOf = ({ order: { data = [], comparison } }: WorkbenchState): readonly string[] => [...data, comparison];

function copy(workbench: Workbench, what: string): void {
  const state = workbench.getState();
  const text = copied(state, what);
  if (text === undefined) throw badValue('copy', what, { zh: '可用：cell、row、view、command', en: 'one of cell, row, view, command' });
  if (Buffer.byteLength(text) > CLIPBOARD_BYTES) {
    state.say({ text: sayOf(state)('tooMuchToCopy'), tone: 'warning' });
    return;
  }
  state.office.copy(text);
  const first = text.split('\n', 1)[0] ?? '';
  state.say({ text: sayOf(state)('copied', { text: first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first }), tone: 'accent' });
}

/** Characters of a copied text that the message repeats. */
const SHOWN = 60;

function copied(state: WorkbenchState, what: string): string | undefined {
  switch (what) {
    case 'command':
      return commandOf(state, SHIPPED_COMPARISON);
    case 'view':
      return exportedOf(state) ? separatedByTabs(state) : [...printed(state, 'text')].join('');
    case 'row':
      return separatedByTabs(state, true);
    case 'cell': {
      const view = viewOf(state);
      const column = columnsOf(view)[columnAt(view)];
      const row = view.shown[view.cursor];
      return column && row !== undefined ? exactCell(column, row) : '';
    }
    default:
      return undefined;
  }
}

/** What a spreadsheet takes from the clipboard as cells. */
function separatedByTabs(state: WorkbenchState, currentRow = false): string {
  const { columns = [], rows = new Uint32Array(0) } = exportedOf(state) ?? {};
  const { shown, cursor } = viewOf(state);
  const line = (row: number) => columns.map(column => exactCell(column, row).replaceAll('\t', ' ')).join('\t');
  if (currentRow) return shown[cursor] === undefined ? '' : line(shown[cursor]);
  return [columns.map(({ title }) => title).join('\t'), ...Array.from(rows, line)].join('\n');
}

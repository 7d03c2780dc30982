/** Verbs about what was done: taking it back, doing it again, writing it down. */
import { arrange } from '../arrange.ts';
import { openOrder } from '../errands.ts';
import { sayOf } from '../sheets/sheets.ts';
import type { Change } from '../store/history-slice.ts';
import type { Workbench } from '../store/workbench.ts';
import type { Verb } from './verb.ts';

export const history: readonly Verb[] = [
  {
    verb: 'undo',
    title: { zh: '撤销', en: 'undo' },
    offered: ({ done }) => done.length > 0,
    perform: workbench => {
      const change = workbench.getState().done.at(-1);
      if (!change) return nothing(workbench);
      workbench.getState().stepBack();
      return carryOut(workbench, change, 'before');
    },
  },
  {
    verb: 'redo',
    title: { zh: '重做', en: 'redo' },
    offered: ({ undone }) => undone.length > 0,
    perform: workbench => {
      const change = workbench.getState().undone.at(-1);
      if (!change) return nothing(workbench);
      workbench.getState().stepForward();
      return carryOut(workbench, change, 'after');
    },
  },
  {
    verb: 'log',
    title: { zh: '保存操作日志', en: 'save the action log' },
    takes: { zh: '文件名 .yaml', en: 'file name .yaml' },
    async perform(workbench, path) {
      const { writtenLog } = await import('../log/written-log.ts');
      const state = workbench.getState();
      await state.office.write(path, [writtenLog(state)], { force: false });
      workbench.getState().say({ text: sayOf(state)('logSaved', { n: state.log.length, path }), tone: 'accent' });
    },
  },
];

function nothing(workbench: Workbench): undefined {
  const { say } = workbench.getState();
  say({ text: sayOf(workbench.getState())('nothingToUndo'), tone: 'quiet' });
}

/** A table is gone to before it is arranged, so that nobody changes what he does not see. */
function carryOut(workbench: Workbench, change: Change, to: 'before' | 'after'): Promise<void> {
  const state = workbench.getState();
  switch (change.of) {
    case 'table':
      state.walk(change.path);
      return arrange(workbench, () => change[to], { undoable: false });
    case 'edits':
      return openOrder(workbench, { ...state.order, edits: change[to] }, state.desk);
  }
}

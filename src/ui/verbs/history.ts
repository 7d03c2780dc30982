/** Verbs about what was done: taking it back, doing it again, writing it down. */
import { arrange } from '../arrange.ts';
import { inTurn, isChanging, openOrder } from '../errands.ts';
import { sayOf } from '../sheets/sheets.ts';
import type { Change } from '../store/history-slice.ts';
import type { Workbench } from '../store/workbench.ts';
import type { Verb } from './verb.ts';

export const history: readonly Verb[] = [
  {
    verb: 'undo',
    title: { zh: '撤销', en: 'undo' },
    offered: ({ done }) => done.length > 0,
    perform: workbench => go(workbench, 'before'),
  },
  {
    verb: 'redo',
    title: { zh: '重做', en: 'redo' },
    offered: ({ undone }) => undone.length > 0,
    perform: workbench => go(workbench, 'after'),
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

type Side = 'before' | 'after';

/** What is still being settled is waited for: it is the last change. */
function go(workbench: Workbench, to: Side): Promise<boolean> {
  const change = lastOf(workbench, to);
  if (isChanging(workbench) || change?.of === 'edits') return inTurn(workbench, 'change', () => carryOut(workbench, to));
  return carryOut(workbench, to);
}

const lastOf = ({ getState }: Workbench, to: Side): Change | undefined => (to === 'before' ? getState().done : getState().undone).at(-1);

/** A change passes to the other list only if it is carried out. */
async function carryOut(workbench: Workbench, to: Side): Promise<boolean> {
  const change = lastOf(workbench, to);
  switch (change?.of) {
    case undefined: {
      const state = workbench.getState();
      state.say({ text: sayOf(state)('nothingToUndo'), tone: 'quiet' });
      return false;
    }
    case 'table':
      return arrangeAs(workbench, change, to);
    case 'edits': {
      const { order, desk } = workbench.getState();
      const laid = await openOrder(workbench, { ...order, edits: change[to] }, desk);
      if (laid) move(workbench, change, to);
      return laid;
    }
  }
}

/** A table is gone to before it is arranged, so that nobody changes what he does not see. */
async function arrangeAs(workbench: Workbench, change: Extract<Change, { readonly of: 'table' }>, to: Side): Promise<boolean> {
  const state = workbench.getState();
  let carriedOut = true;
  // Passed on at once, so that the next key finds the change before it; and back when the arranging is given up.
  move(workbench, change, to);
  const more = Array.from({ length: (change.steps ?? 1) - 1 }, () => ({ verb: to === 'before' ? 'undo' : 'redo', value: '' }));
  more.forEach(state.note);
  state.walk(change.path);
  const givenUp = () => {
    carriedOut = false;
    more.forEach(state.forget);
    move(workbench, change, to === 'before' ? 'after' : 'before');
  };
  await arrange(workbench, () => change[to], { undoable: false, givenUp });
  return carriedOut;
}

const move = ({ getState }: Workbench, change: Change, to: Side): void =>
  to === 'before' ? getState().stepBack(change) : getState().stepForward(change);

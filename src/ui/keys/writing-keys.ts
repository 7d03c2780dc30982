/** Keys that hand the view on, and those that take back. */
import { placeOf } from '../place.ts';
import { step } from '../step.ts';
import type { WorkbenchState } from '../store/state.ts';
import { type Binding, screens } from './binding.ts';

export const writingKeys: readonly Binding[] = [
  {
    keys: ['u'],
    step: () => step('undo'),
    where: screens,
    does: { zh: '撤销筛选、排序、改参数', en: 'undo' },
    hint: { zh: '撤销', en: 'undo' },
  },
  { keys: ['ctrl-r'], step: () => step('redo'), where: screens, does: { zh: '重做', en: 'redo' } },
  {
    keys: ['e'],
    step: state => step('prompt', `export ${fileName(state)}`),
    where: screens,
    does: { zh: '导出当前视图', en: 'export this view' },
    hint: { zh: '导出', en: 'export' },
  },
  {
    keys: ['y'],
    step: () => step('copy', 'command'),
    where: screens,
    does: { zh: '复制为命令', en: 'copy as command' },
    hint: { zh: '复制为命令', en: 'copy command' },
  },
  { keys: ['c'], step: () => step('copy', 'cell'), where: screens, does: { zh: '复制单元格', en: 'copy the cell' } },
  { keys: ['C'], step: () => step('copy', 'view'), where: screens, does: { zh: '复制整个视图', en: 'copy the view' } },
];

/** A name to begin with; one stay is text. */
const fileName = ({ path }: WorkbenchState): string => (placeOf(path).screen === 'stay' ? 'stay.md' : `${placeOf(path).screen}.csv`);

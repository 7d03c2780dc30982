/** The help of the place a person is in, printed from the key map. */
import { keyMap, keyName } from './key-map.ts';
import type { Lines } from './lines.ts';
import { placeOf, whereOf } from './place.ts';
import { penOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';

const KEYS = 14;
const TWO_COLUMNS = 80;

export function helpLines(state: WorkbenchState): Lines {
  const pen = penOf(state);
  const { columns } = state.size;
  const here = whereOf(placeOf(state.path));
  const cells = keyMap
    .filter(({ where }) => where.includes(here) || where.includes('typing'))
    .filter(({ action, where }) => action !== 'interrupt' || where.includes(here))
    .map(({ keys, does, where }) => ({
      keys: (where.includes(here) ? '' : '/ ') + keys.map(keyName).join(' '),
      does: does[state.language],
    }));
  const perLine = columns >= TWO_COLUMNS ? 2 : 1;
  const width = Math.floor((columns - 2) / perLine);
  const lines = Math.ceil(cells.length / perLine);
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length: perLine }, (_, column) => cells[line + column * lines]).flatMap(cell => [
      { text: `  ${pen.fit(cell?.keys ?? '', KEYS)}`, tone: 'accent' as const },
      { text: pen.fit(cell?.does ?? '', width - KEYS - 2) },
    ]),
  );
}

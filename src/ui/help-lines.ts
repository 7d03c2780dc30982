/** The help of the place a person is in, printed from the key map and the list of verbs. */
import { keyMap, keyName } from './key-map.ts';
import { type Action, type Binding, typed, type Where } from './keys/binding.ts';
import { deriveKeys } from './keys/derive-keys.ts';
import { tableKeys } from './keys/table-keys.ts';
import type { Lines, Span } from './lines.ts';
import { placeOf, whereOf } from './place.ts';
import { penOf, sayOf } from './sheets/sheets.ts';
import type { WorkbenchState } from './store/workbench.ts';
import { verbs } from './verbs/index.ts';
import type { Word } from './words.ts';

/** At most so many columns of keys. */
const KEYS = 15;
const GAP = 2;

export function helpLines(state: WorkbenchState): Lines {
  const here = state.desk ? whereOf(placeOf(state.path)) : 'loading';
  const bindings = keyMap.filter(({ where }) => where.includes(here) || where.some(isTyped));
  const keys = groups.flatMap(({ title, holds }) => {
    const cells = bindings.filter(binding => holds(binding, here)).map(binding => keyCell(binding, state));
    return cells.length === 0 ? [] : [...heading(title, state), ...inColumns(cells, state)];
  });
  return [...keys, ...heading('commands', state), ...verbLines(state)].slice(1);
}

type Group = { readonly title: Word; readonly holds: (binding: Binding, here: Where) => boolean };

const isTyped = (where: Where): boolean => typed.includes(where);
const isHere = ({ where }: Binding, here: Where): boolean => where.includes(here);

const moves: readonly (Action | undefined)[] = [
  ...(['down', 'up', 'left', 'right', 'pageDown', 'pageUp', 'halfDown', 'halfUp', 'first', 'last'] as const),
];
const arrangements: readonly (Action | undefined)[] = ['filter', 'sort', 'alsoSort'];
const screenActions: readonly (Action | undefined)[] = [
  ...(['open', 'back', 'before', 'nextScenario', 'previousScenario', 'nextDimension', 'previousDimension', 'nextScreen'] as const),
  ...(['overview', 'stays', 'groups', 'departments', 'scenarios', 'data'] as const),
];

const kindOf = (binding: Binding): Word => {
  if (moves.includes(binding.action)) return 'keysMove';
  if (arrangements.includes(binding.action) || [...tableKeys, ...deriveKeys].includes(binding)) return 'keysTable';
  return screenActions.includes(binding.action) ? 'keysScreens' : 'keysShell';
};

/** What does the same here and while typing (Ctrl-C) is told once. */
const groups: readonly Group[] = [
  ...(['keysMove', 'keysTable', 'keysScreens', 'keysShell'] as const).map(
    (title): Group => ({ title, holds: (binding, here) => isHere(binding, here) && kindOf(binding) === title }),
  ),
  { title: 'keysTyping', holds: (binding, here) => !isHere(binding, here) },
];

/** A blank line above every heading but the first. */
const heading = (title: Word, state: WorkbenchState): Lines => [
  [],
  [{ text: ` ${penOf(state).cut(sayOf(state)(title), 76)}`, tone: 'strong' }],
];

type Cell = { readonly keys: string; readonly does: string };

const keyCell = ({ keys, does }: Binding, { language }: WorkbenchState): Cell => ({
  keys: keys.map(keyName).join(' '),
  does: does[language],
});

/** Down the first column, then down the second; one column where a text would be cut in half of the line. */
function inColumns(cells: readonly Cell[], state: WorkbenchState): Lines {
  const pen = penOf(state);
  const room = state.size.columns - 2;
  const keys = Math.min(KEYS, Math.max(...cells.map(cell => pen.width(cell.keys))));
  const text = Math.max(...cells.map(cell => pen.width(cell.does)));
  const perLine = keys + text + 2 * GAP <= Math.floor(room / 2) ? 2 : 1;
  const width = Math.floor(room / perLine);
  const lines = Math.ceil(cells.length / perLine);
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length: perLine }, (_, column) => cells[line + column * lines]).flatMap((cell): Span[] => [
      { text: ' '.repeat(GAP) + pen.fit(cell?.keys ?? '', keys), tone: 'accent' },
      { text: pen.fit(`${' '.repeat(GAP)}${cell?.does ?? ''}`, width - keys - GAP) },
    ]),
  );
}

function verbLines(state: WorkbenchState): Lines {
  const pen = penOf(state);
  const { language, size } = state;
  return verbs
    .filter(({ verb }) => verb !== 'prompt')
    .map(({ verb, title, takes }): readonly Span[] => [
      { text: `  ${pen.fit(verb, KEYS)} `, tone: 'accent' },
      { text: pen.fit(title[language], 20) },
      { text: pen.fit(`  ${takes?.[language] ?? ''}`, size.columns - KEYS - 24), tone: 'quiet' },
    ]);
}

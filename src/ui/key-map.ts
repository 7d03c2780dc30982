/** The key map: the one place that says which key does what where. The hint line and the help screen are printed from it. */
import type { Binding, Where } from './keys/binding.ts';
import { deriveKeys } from './keys/derive-keys.ts';
import { screenKeys } from './keys/screen-keys.ts';
import { shellKeys } from './keys/shell-keys.ts';
import { tableKeys } from './keys/table-keys.ts';
import { writingKeys } from './keys/writing-keys.ts';

export const keyMap: readonly Binding[] = [...screenKeys, ...tableKeys, ...deriveKeys, ...writingKeys, ...shellKeys];

export const bindingOf = (key: string, where: Where): Binding | undefined =>
  keyMap.find(binding => binding.keys.includes(key) && binding.where.includes(where));

const keyNames: Readonly<Record<string, string>> = {
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  enter: '↵',
  esc: 'Esc',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  backspace: 'Backspace',
  delete: 'Del',
  'shift-tab': 'Shift-Tab',
  'ctrl-left': '^←',
  'ctrl-right': '^→',
  ' ': 'Space',
};

/** `ctrl-d` -> `^D`, as people write it. */
export const keyName = (key: string): string => keyNames[key] ?? (key.startsWith('ctrl-') ? `^${key.slice(5).toUpperCase()}` : key);

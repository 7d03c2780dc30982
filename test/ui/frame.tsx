/** Draws the workbench of the fixture at a size, after some keys, and gives the frame as lines without colours. */
import { stripVTControlCharacters } from 'node:util';
import { cleanup, render } from 'ink-testing-library';
import type { Desk } from '../../src/app/desk.ts';
import type { Language } from '../../src/language.ts';
import { keyReader } from '../../src/ui/key-reader.ts';
import type { Office } from '../../src/ui/office.ts';
import { press } from '../../src/ui/press.ts';
import { Workbench } from '../../src/ui/screens/Workbench.tsx';
import { createWorkbench, type Workbench as Store } from '../../src/ui/store/workbench.ts';
import { desk as fixture } from './desk-fixture.ts';

export type Drawing = {
  readonly size?: string;
  readonly keys?: string;
  readonly language?: Language;
  readonly ascii?: boolean;
  readonly desk?: Desk | undefined;
  readonly progress?: string;
};

export function open({ size = '80x24', language = 'zh', ascii = false, ...rest }: Drawing): Store {
  const [columns = 80, rows = 24] = size.split('x').map(Number);
  const store = createWorkbench({
    language,
    ascii,
    graph: 'block',
    theme: 'dark',
    size: { columns, rows },
    office: closedOffice,
    unhurried: true,
  });
  const desk = 'desk' in rest ? rest.desk : fixture;
  if (desk) store.getState().lay(desk);
  if (rest.progress) store.getState().send({ text: rest.progress, share: undefined, cancel: () => {} });
  type(store, rest.keys ?? '');
  return store;
}

/** Nobody answers: what is asked of it fails the test. */
export const closedOffice: Office = {
  program: 'casemix test',
  open: () => {
    throw new Error('the test opens nothing');
  },
  ask: () => {
    throw new Error('the test asks nothing');
  },
  write: () => Promise.reject(new Error('the test writes nothing')),
  copy: () => {
    throw new Error('the test copies nothing');
  },
};

/** Keys as the terminal would send them; a lone Esc at the end is flushed. */
export function type(store: Store, keys: string): void {
  const reader = keyReader();
  for (const key of [...reader.read(keys), ...reader.flush()]) press(store, key);
}

export function frameOf(store: Store): readonly string[] {
  const { lastFrame } = render(<Workbench store={store} />);
  const frame = stripVTControlCharacters(lastFrame() ?? '');
  cleanup();
  return frame.split('\n').map(line => line.trimEnd());
}

/** The frame as one text, between line breaks, as inline snapshots show it. */
export const frame = (drawing: Drawing): string => `\n${frameOf(open(drawing)).join('\n')}\n`;

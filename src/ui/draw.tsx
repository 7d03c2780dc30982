/** Puts the workbench on a terminal and stays until the person leaves. Only this file and what it draws with know Ink. */
import { render } from 'ink';
import { exitStatus, UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { press } from './act.ts';
import { Workbench as Screen } from './screens/Workbench.tsx';
import type { StartOptions } from './start.tsx';
import { createWorkbench, type Workbench } from './store/workbench.ts';
import { openTerminal } from './terminal.ts';

export async function drawWorkbench({ language, ascii, stdin, stdout, ...source }: StartOptions): Promise<number> {
  const terminal = openTerminal(stdin, stdout);
  const workbench = createWorkbench({ language, ascii, size: terminal.size() });
  if (source.desk) workbench.getState().lay(source.desk);
  const screen = render(<Screen store={workbench} />, { stdin, stdout, exitOnCtrlC: false, patchConsole: false });
  terminal.beforeLeaving(() => screen.unmount());
  terminal.onResize(size => workbench.getState().resize(size));
  terminal.onKey(key => press(workbench, key));

  const left = new Promise<number>(resolve => {
    workbench.subscribe(({ leaving }) => {
      if (leaving !== undefined) resolve(leaving);
    });
  });
  const loaded = source.load ? laidBy(source.load, workbench) : left;
  try {
    // Drawing fails with the error of the component; loading fails with what is wrong with the files.
    return await Promise.race([left, screen.waitUntilExit().then(() => left), loaded.then(() => left)]);
  } catch (error) {
    terminal.leave();
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(told(error, language));
    return exitStatus[error.code];
  } finally {
    terminal.leave();
  }
}

/** The frame is on the screen before the work begins. */
async function laidBy(load: NonNullable<StartOptions['load']>, workbench: Workbench): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 0));
  workbench.getState().lay(await load(text => workbench.getState().report(text)));
}

/** In the words of the command line: what, what to do, and the public code. */
export const told = ({ at, text, hint, code }: UserError, language: Language): string =>
  `${at ? `${at}: ` : ''}${text[language]}\n${language === 'zh' ? '怎么办：' : 'hint: '}${hint[language]}  [${code}]\n`;

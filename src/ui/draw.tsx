/** Puts the workbench on a terminal and stays until the person leaves. Only this file and what it draws with know Ink. */
import { render } from 'ink';
import { exitStatus, UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { openOrder } from './errands.ts';
import { keepLog } from './log/keep-log.ts';
import { press } from './press.ts';
import { Workbench as Screen } from './screens/Workbench.tsx';
import type { StartOptions } from './start.tsx';
import { createWorkbench } from './store/workbench.ts';
import { openTerminal } from './terminal.ts';

/**
 * Frames a second. Ink's own 30 hold every key that comes within 34 ms of a frame back for as long, which is the whole of a held key
 * (30 presses a second) and more than the 33 ms a frame may take. At 120 a key waits 9 ms at most, and a burst of keys cut into
 * many pieces still draws no more frames than a terminal can show.
 */
const MOST_FRAMES = 120;

export async function drawWorkbench({ stdin, stdout, order, desk, log, ...start }: StartOptions): Promise<number> {
  const terminal = openTerminal(stdin, stdout);
  const workbench = createWorkbench({ ...start, size: terminal.size(), unhurried: false });
  if (desk) workbench.getState().lay(desk, order);
  const screen = render(<Screen store={workbench} />, { stdin, stdout, exitOnCtrlC: false, patchConsole: false, maxFps: MOST_FRAMES });
  terminal.beforeLeaving(() => screen.unmount());
  terminal.onResize(size => workbench.getState().resize(size));
  terminal.onKey(key => press(workbench, key));

  const left = new Promise<number>(resolve => {
    workbench.subscribe(({ leaving }) => {
      if (leaving !== undefined) resolve(leaving);
    });
  });
  const loaded = desk ? left : openOrder(workbench, order);
  try {
    // Drawing fails with the error of the component; loading fails with what is wrong with the files.
    const status = await Promise.race([left, screen.waitUntilExit().then(() => left), loaded.then(() => left)]);
    await keepLog(workbench, log);
    return status;
  } catch (error) {
    terminal.leave();
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(told(error, start.language));
    return exitStatus[error.code];
  } finally {
    terminal.leave();
    // a thread at work would keep the program alive after the person has gone
    workbench.getState().errand?.cancel();
  }
}

/** In the words of the command line: what, what to do, and the public code. */
export const told = ({ at, text, hint, code }: UserError, language: Language): string =>
  `${at ? `${at}: ` : ''}${text[language]}\n${language === 'zh' ? '怎么办：' : 'hint: '}${hint[language]}  [${code}]\n`;

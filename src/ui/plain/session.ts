/**
 * The workbench line by line, without a single escape sequence: the same steps as on the screen, typed after a prompt or read from a script.
 * What cannot be done is told and the next line is read, as on the screen; only a first load that fails or a bug ends it with another status.
 */
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { UserError } from '../../errors.ts';
import { openOrder } from '../errands.ts';
import { helpLines } from '../help-lines.ts';
import { keepLog } from '../log/keep-log.ts';
import { mistakeText } from '../mistake-text.ts';
import { perform } from '../perform.ts';
import { sayOf, viewOf } from '../sheets/sheets.ts';
import type { StartOptions } from '../start.tsx';
import { readStep } from '../step.ts';
import { createWorkbench, type Workbench } from '../store/workbench.ts';
import { plainRows, plainView, ROWS, spelled, textOf } from './plain-view.ts';

export type PlainOptions = Pick<StartOptions, 'office' | 'order' | 'desk' | 'language' | 'ascii' | 'log'> & {
  readonly input: Readable;
  /** A person types: a prompt stands before each line. */
  readonly prompts: boolean;
  out(text: string): Promise<void> | void;
  err(text: string): void;
};

/** What is laid out in columns (why a stay was grouped so) stands in one: it is read from above to below. */
const size = { columns: 80, rows: 24 };

export async function plainSession({ input, prompts, out, err, order, desk, log, ...start }: PlainOptions): Promise<number> {
  const workbench = createWorkbench({ ...start, graph: 'ascii', theme: 'dark', size, unhurried: true });
  const print = (lines: readonly string[]) => out(lines.map(line => `${line}\n`).join(''));
  const prompt = async () => {
    if (prompts) await out('casemix> ');
  };
  // Lines typed while files are read wait their turn.
  const reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = reader[Symbol.asyncIterator]();
  try {
    if (desk) workbench.getState().lay(desk, order);
    else await openOrder(workbench, order);
    await print([...plainView(workbench.getState()), sayOf(workbench.getState())('plainHelp')]);
    for (let from = 0; ; ) {
      await prompt();
      const { value, done } = await lines.next();
      if (done) {
        await keepLog(workbench, log);
        return 0;
      }
      const line = value.trim();
      from = line === 'more' ? from + ROWS : 0;
      await print(line === 'more' ? plainRows(workbench.getState(), from) : await answered(workbench, line, err));
      const { leaving } = workbench.getState();
      if (leaving !== undefined) {
        await keepLog(workbench, log);
        return leaving;
      }
    }
  } finally {
    // A terminal that is still read keeps the program alive.
    reader.close();
  }
}

/** What a line changed: the view where it is another now, and what was said. */
async function answered(workbench: Workbench, line: string, err: (text: string) => void): Promise<readonly string[]> {
  if (line === '' || line.startsWith('#')) return [];
  const before = shownBy(workbench);
  try {
    await perform(workbench, readStep(line));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { language } = workbench.getState();
    const mistake = `! ${mistakeText(error, language)}`;
    err(`${spelled([mistake], workbench.getState())[0]}\n`);
  }
  const state = workbench.getState();
  if (state.leaving !== undefined) return [];
  if (state.help) {
    state.showHelp(false);
    return spelled(textOf(helpLines(state)), state);
  }
  const said = state.message ? spelled([state.message.text], state) : [];
  state.say(undefined);
  return shownBy(workbench).some((part, i) => part !== before[i]) ? [...said, ...plainView(state)] : said;
}

function shownBy({ getState }: Workbench): readonly unknown[] {
  const state = getState();
  return [state.desk, state.language, state.scenario, state.dimension, state.path, viewOf(state)];
}

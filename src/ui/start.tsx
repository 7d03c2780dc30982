/**
 * The door of the workbench. Ink and React are imported only here and only when somebody sits at a terminal,
 * because they read the environment while they are imported and cost a quarter of a second.
 */
import type { ReadStream, WriteStream } from 'node:tty';
import type { Desk } from '../app/desk.ts';
import type { Language } from '../language.ts';
import type { Graph } from './graph.ts';
import type { Office, Order } from './office.ts';
import type { ThemeName } from './theme.ts';

export type StartOptions = {
  readonly office: Office;
  /** What to lay on the desk first; the frame appears at once and shows how far that is. */
  readonly order: Order;
  /** A desk that is there already: nothing is opened. */
  readonly desk?: Desk;
  readonly language: Language;
  readonly color: boolean;
  readonly theme: ThemeName;
  readonly graph: Graph;
  /** Only ASCII marks: for terminals that draw ambiguous characters two columns wide. */
  readonly ascii: boolean;
  /** Where the action log goes when the person leaves; undefined: nowhere. */
  readonly log?: string | undefined;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
};

/** Resolves with the exit status when the person leaves: 0 after `q`, 130 after Ctrl-C, that of the error when the first load failed. */
export async function startWorkbench(options: StartOptions): Promise<number> {
  prepareEnvironment(process.env, options.color);
  const { drawWorkbench } = await import('./draw.tsx');
  return drawWorkbench(options);
}

/** Ink draws nothing where CI is set, and its colours ignore NO_COLOR; both are decided when it is imported. */
export function prepareEnvironment(environment: NodeJS.ProcessEnv, color: boolean): void {
  delete environment.CI;
  delete environment.CONTINUOUS_INTEGRATION;
  if (color && !environment.NO_COLOR) return;
  environment.FORCE_COLOR = '0';
  // Node warns when both are set, in the middle of the screen.
  delete environment.NO_COLOR;
}

/** Does a step: finds its verb, logs it, carries it out, and says in the message line what was wrong with it. */
import { UserError } from '../errors.ts';
import { settle } from './arrange.ts';
import { mistakeText } from './mistake-text.ts';
import type { Step } from './step.ts';
import type { LoggedStep } from './store/history-slice.ts';
import type { Workbench } from './store/workbench.ts';
import { verbs } from './verbs/index.ts';
import { unknownVerb } from './verbs/mistakes.ts';
import type { Verb } from './verbs/verb.ts';

/** Resolves when whatever the step started has arrived. @throws UserError when it is not understood or cannot be done. */
export async function perform(workbench: Workbench, step: Step): Promise<void> {
  await begin(workbench, step);
}

/** The same, except that a step that is not understood is refused at once, before any other key is heard. */
export function begin(workbench: Workbench, step: Step): Promise<void> {
  const verb = verbOf(step.verb);
  if (!verb) throw unknownVerb(step.verb);
  const { logged } = verb;
  const noted = { verb: verb.verb, value: logged ? logged(workbench.getState(), step.value) : step.value };
  const done = verb.perform(workbench, step.value);
  workbench.getState().note(noted);
  return finished(workbench, noted, done);
}

/** What failed or was cancelled on the way was not done: a log that held it would lead elsewhere. */
async function finished(workbench: Workbench, noted: LoggedStep, done: ReturnType<Verb['perform']>): Promise<void> {
  try {
    if ((await done) === false) workbench.getState().forget(noted);
  } catch (error) {
    workbench.getState().forget(noted);
    throw error;
  }
  await settle(workbench);
}

/** For keys: what the person did wrong goes to the message line, a bug goes its way. */
export function attempt(workbench: Workbench, step: Step): void {
  tried(workbench, step, error => {
    const { language, say } = workbench.getState();
    say({ text: mistakeText(error, language), tone: 'warning' });
  });
}

/** Whatever is wrong is told to `refused`, at once if it is known at once. */
export function tried(workbench: Workbench, step: Step, refused: (error: UserError) => void): void {
  const tell = (error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    refused(error);
  };
  try {
    begin(workbench, step).catch(tell);
  } catch (error) {
    tell(error);
  }
}

export const verbOf = (word: string): Verb | undefined => verbs.find(({ verb, alias }) => verb === word || alias?.includes(word));

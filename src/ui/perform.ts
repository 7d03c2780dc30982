/** Does a step: finds its verb, logs it, carries it out, and says in the message line what was wrong with it. */
import { UserError } from '../errors.ts';
import { settle } from './arrange.ts';
import { mistakeText } from './mistake-text.ts';
import type { Step } from './step.ts';
import type { Workbench } from './store/workbench.ts';
import { verbs } from './verbs/index.ts';
import { unknownVerb } from './verbs/mistakes.ts';
import type { Verb } from './verbs/verb.ts';

/** @throws UserError when the step is not understood or cannot be done; on the screen `attempt` tells it instead. */
export async function perform(workbench: Workbench, step: Step): Promise<void> {
  const verb = verbOf(step.verb);
  if (!verb) throw unknownVerb(step.verb);
  const value = verb.logged ? verb.logged(workbench.getState(), step.value) : step.value;
  const done = verb.perform(workbench, step.value);
  workbench.getState().note({ verb: verb.verb, value });
  await done;
  await settle(workbench);
}

/** The same for keys: what the person did wrong goes to the message line, a bug goes its way. */
export function attempt(workbench: Workbench, step: Step): void {
  perform(workbench, step).catch((error: unknown) => {
    const { language, say } = workbench.getState();
    if (!(error instanceof UserError)) throw error;
    say({ text: mistakeText(error, language), tone: 'warning' });
  });
}

export const verbOf = (word: string): Verb | undefined => verbs.find(({ verb, alias }) => verb === word || alias?.includes(word));

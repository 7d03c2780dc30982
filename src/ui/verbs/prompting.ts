/** Opens the command line with words already in it, for what needs a name or a value from the person. */
import type { Verb } from './verb.ts';

export const prompting: readonly Verb[] = [
  {
    verb: 'prompt',
    title: { zh: '命令', en: 'command' },
    takes: { zh: '命令的开头', en: 'beginning of a command' },
    offered: () => false,
    perform: ({ getState }, text) => getState().type({ purpose: 'command', text, chosen: 0 }),
  },
];

/** All verbs of the workbench, in the order the palette shows them. */
import { arranging } from './arranging.ts';
import { looking } from './looking.ts';
import { shell } from './shell.ts';
import type { Verb } from './verb.ts';
import { walking } from './walking.ts';

export const verbs: readonly Verb[] = [...walking, ...looking, ...arranging, ...shell];

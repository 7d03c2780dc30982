/** All verbs of the workbench, in the order the palette shows them. */
import { arranging } from './arranging.ts';
import { columns } from './columns.ts';
import { deriving } from './deriving.ts';
import { footers } from './footers.ts';
import { history } from './history.ts';
import { loading } from './loading.ts';
import { looking } from './looking.ts';
import { marks } from './marks.ts';
import { parameters } from './parameters.ts';
import { prompting } from './prompting.ts';
import { shell } from './shell.ts';
import type { Verb } from './verb.ts';
import { walking } from './walking.ts';
import { writing } from './writing.ts';

export const verbs: readonly Verb[] = [
  ...walking,
  ...looking,
  parameters,
  ...arranging,
  ...columns,
  ...footers,
  ...marks,
  ...deriving,
  ...writing,
  ...history,
  ...loading,
  ...shell,
  ...prompting,
];

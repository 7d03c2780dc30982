/** A scenario or comparison file that says something it cannot say, with its line; the files that ship show how it is written. */
import type { Text, UserError } from '../errors.ts';
import type { Place } from '../policy/leaf.ts';
import { both, mistake } from '../policy/mistakes.ts';

export const invalid = (at: Place, text: Text, hint: Text = seeFormat): UserError => mistake('SCENARIO_INVALID', at, text, hint);

const seeFormat = both(
  '写法可参照 scenarios/ 中的文件，格式见 data/schema/ 中的 scenario 和 comparison。',
  'The files in scenarios/ show how it is written; data/schema/ has the format of a scenario and of a comparison.',
);

/** A code as a finding may show it. In a row whose cells have moved a name or a number of a person stands where a code should: only its letters are counted. */
import { isCode } from '../shown-forms.ts';

export const shownCode = (word: string): string => (isCode(word) || isMasked.test(word) ? word : `***(${[...word].length})`);

/** What stood there was no code, and was not kept. */
const isMasked = /^\*\*\*\(\d+\)$/;

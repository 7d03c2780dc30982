/**
 * A step: what a person did, as a verb and its value in words. Keys, the command line of the workbench (`:`), `casemix view`, the action
 * log and its replay all speak steps, so that whatever can be done at the keyboard can be written down and done again.
 */
export type Step = { readonly verb: string; readonly value: string };

export const step = (verb: string, value = ''): Step => ({ verb, value });

/** `sort=-margin`, `back`. */
export const writtenStep = ({ verb, value }: Step): string => (value === '' ? verb : `${verb}=${value}`);

/** `sort=-margin` and, as people type it, `sort -margin`; also with the `:` that opens the command line. */
export function readStep(text: string): Step {
  const [, verb = '', value = ''] = /^\s*:?\s*([^\s=]+)(?:\s*=|\s+|$)([\s\S]*)$/.exec(text) ?? [];
  return { verb, value: value.trim() };
}

/** What is wrong with a policy or a scenario parameter, in both languages and with the line where it is written. */
import { type ErrorCode, type Text, UserError } from '../errors.ts';
import { type Place, placeText } from './leaf.ts';

export const both = (zh: string, en: string): Text => ({ zh, en });

export const mistake = (code: ErrorCode, at: Place | undefined, text: Text, hint: Text): UserError =>
  new UserError(code, text, { at: at && placeText(at), hint });

/** A parameter that has a value it cannot have: `outliers.low.threshold has no source`. */
export const wrong = (path: string, at: Place, what: Text, hint: Text): UserError =>
  mistake('PARAMETER_INVALID', at, both(`${path} ${what.zh}`, `${path} ${what.en}`), hint);

/** Where an insurance that the policy does not know must be named. */
export const listFirst = both('先在 insurance_map 里列出这个险种。', 'List it in insurance_map first.');

export const didYouMean = (near: string): Text => both(`是不是“${near}”？`, `Did you mean "${near}"?`);

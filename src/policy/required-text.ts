/** A text that a file must have, named by its whole path (`effective.from`); what is missing is reported where it should stand. */
import type { ErrorCode } from '../errors.ts';
import type { Place } from './leaf.ts';
import { both, mistake } from './mistakes.ts';
import type { Written } from './written.ts';

export type Missing = { readonly above: Place; readonly code: ErrorCode };

export function requiredText(written: Written | undefined, name: string, { above, code }: Missing): string {
  const value = written?.kind === 'word' ? written.value : undefined;
  if (typeof value === 'string' && value !== '') return value;
  const text = written ? both(`${name} 不是文字`, `${name} is not a text`) : both(`缺少 ${name}`, `${name} is missing`);
  throw mistake(code, written?.at ?? above, text, both(`请写上 ${name}，内容是文字。`, `Write ${name} as a text.`));
}

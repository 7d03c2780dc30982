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

/** What a file is called by, in tables, file names and on screens: letters and digits of any script, `_`, `.` and `-`, nothing that moves a cursor. */
export function requiredId(written: Written | undefined, missing: Missing): string {
  const id = requiredText(written, 'id', missing);
  if (/^[\p{L}\p{N}_.-]+$/u.test(id)) return id;
  throw mistake(
    missing.code,
    written?.at ?? missing.above,
    both('id 里有字母、数字和 _ . - 以外的字符', 'the id has characters that are no letters, digits, _ . or -'),
    both('写成 wuhan-2025 或 武汉-2025。', 'Write it like wuhan-2025.'),
  );
}

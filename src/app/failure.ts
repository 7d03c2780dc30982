/** What went wrong in another thread, told so that it arrives as what it was: a mistake the user can repair, or a bug with its stack. */
import { type ErrorCode, type Text, UserError } from '../errors.ts';

export type Failure =
  | { readonly kind: 'mistake'; readonly code: ErrorCode; readonly text: Text; readonly hint: Text; readonly at: string | undefined }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined };

export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { kind: 'mistake', code: error.code, text: error.text, hint: error.hint, at: error.at };
  if (error instanceof Error) return { kind: 'bug', message: error.message, stack: error.stack };
  return { kind: 'bug', message: String(error), stack: undefined };
}

export function errorOf(failure: Failure): Error {
  if (failure.kind === 'mistake') return new UserError(failure.code, failure.text, { hint: failure.hint, at: failure.at });
  const bug = new Error(failure.message);
  if (failure.stack !== undefined) bug.stack = failure.stack;
  return bug;
}

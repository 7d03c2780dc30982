/** What a command is given besides its words: where the installation lies, whom it talks to and in which language. */
import type { Installation } from '../files/installation.ts';
import type { Language } from '../language.ts';

export type Face = {
  readonly installation: Installation;
  readonly version: string;
  readonly language: Language;
  /** Both ends are a terminal: a person looks. */
  readonly interactive: boolean;
  /** `--debug`: the stack of a user error is shown too. */
  readonly debug: boolean;
  /** Results. */
  out(text: string): Promise<void>;
  /** Errors; always said. */
  err(text: string): void;
  /** Counts and notes on standard error; silent with --quiet. */
  note(text: string): void;
  /** One line that replaces itself, on a terminal only; '' clears it. */
  progress(text: string): void;
};

/** A command of the line: its words, its options, and what it does with them. It returns the exit status. */
import type { Argv } from 'yargs';
import type { Text } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Face } from './face.ts';

/** Words as yargs hands them over; each command reads its own. */
export type Words = Readonly<Record<string, unknown>>;

export type Command = {
  /** yargs form: `group <file>`. */
  readonly usage: string;
  readonly about: Text;
  readonly options: (yargs: Argv, language: Language) => Argv;
  readonly run: (words: Words, face: Face) => Promise<number>;
};

/** yargs drops a lone `-` from positional words, so the program hands it over under this name; here it becomes `-` again. */
export const DASH = '<->';
const given = (value: unknown): string => (value === DASH ? '-' : String(value));

/** The last word counts when an option is given twice. */
export const text = (words: Words, name: string): string | undefined => {
  const value = words[name];
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === undefined ? undefined : given(last);
};
export const flag = (words: Words, name: string): boolean => words[name] === true;
export const list = (words: Words, name: string): readonly string[] => {
  const value = words[name];
  return value === undefined ? [] : Array.isArray(value) ? value.map(given) : [given(value)];
};

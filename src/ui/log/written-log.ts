/**
 * The action log: what was on the desk, known by its hash, and every step in order. It holds no row of the data; a filter text that may
 * name a person is left out and said to be.
 */
import { stringify } from 'yaml';
import type { WorkbenchState } from '../store/state.ts';

export const LOG_SCHEMA = 'log/1';
/** Stands in a step for a value that was not written down. */
export const LEFT_OUT = { left_out: 'identifier' } as const;

export function writtenLog({ office, language, order, desk, log }: WorkbenchState): string {
  return stringify(
    {
      schema: LOG_SCHEMA,
      program: office.program,
      language,
      comparison: order.comparison,
      data: order.data ?? null,
      files: (desk?.stays.files ?? []).map(({ name, sha256, read, loaded, refused }) => ({ name, sha256, read, loaded, refused })),
      steps: log
        .filter(({ verb }) => !unlogged.includes(verb))
        .map(({ verb, value }) => ({ [verb]: value === undefined ? LEFT_OUT : value === '' ? null : value })),
    },
    { lineWidth: 0 },
  );
}

/** Steps that hand something on, to a file or the clipboard: a replay that did them again would write by surprise. */
export const handingOn: readonly string[] = ['export', 'overwrite', 'copy', 'log'];
/** Neither these nor steps that leave nothing behind are written down. */
const unlogged = [...handingOn, 'help', 'quit', 'prompt'];

/** Reads an action log back: what was on the desk, and the steps; a step without its value says so. */
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { LOG_SCHEMA } from './written-log.ts';

const shape = z.strictObject({
  schema: z.literal(LOG_SCHEMA),
  program: z.string(),
  language: z.enum(['zh', 'en']),
  comparison: z.string(),
  data: z.array(z.string()).nullable(),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string(), read: z.int(), loaded: z.int(), refused: z.int() })),
  steps: z.array(z.record(z.string(), z.union([z.string(), z.null(), z.strictObject({ left_out: z.literal('identifier') })]))),
});

export type ReadLog = Omit<z.infer<typeof shape>, 'steps'> & {
  /** `value` is undefined where it was left out. */
  readonly steps: readonly { readonly verb: string; readonly value: string | undefined }[];
};

/** @throws UserError LOG_INVALID with the place of the first thing that is wrong */
export function readLog(text: string, file: string): ReadLog {
  const { steps, ...log } = checked(text, file);
  return {
    ...log,
    steps: steps.map((step, i) => {
      const entries = Object.entries(step);
      const [verb, value] = entries[0] ?? ['', null];
      if (entries.length !== 1) throw invalid(file, `steps[${i}]`);
      return { verb, value: typeof value === 'string' ? value : value === null ? '' : undefined };
    }),
  };
}

function checked(text: string, file: string): z.infer<typeof shape> {
  let written: unknown;
  try {
    written = parse(text, { schema: 'core' });
  } catch (error) {
    throw invalid(file, error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '');
  }
  const read = shape.safeParse(written);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw invalid(file, `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
}

const invalid = (at: string, what: string): UserError =>
  new UserError(
    'LOG_INVALID',
    { zh: `不是可以重放的操作日志：${what}`, en: `not an action log that can be replayed: ${what}` },
    { at, hint: { zh: '操作日志由工作台的 :log 文件名 写出。', en: 'The workbench writes action logs: `:log FILE`.' } },
  );

/** Runs the built program as a script would: arguments in; status, output and messages out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Ran = { readonly status: number | null; readonly out: string; readonly err: string; readonly code: string | undefined };

export type RunOptions = {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** Folder of the person's own data; a new one for every run when not given. */
  readonly home?: string;
};

export function casemix(
  words: readonly string[],
  { input, cwd, home = mkdtempSync(join(tmpdir(), 'casemix-home-')) }: RunOptions = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'dist', 'casemix.mjs'), ...words], {
    input: input ?? '',
    cwd: cwd ?? process.cwd(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, XDG_DATA_HOME: home, CI: '' },
  });
  return { status, out: stdout, err: stderr, code: /\[([A-Z_]+)\]\n?$/.exec(stderr)?.[1] };
}

/** Runs a command in this process, as `casemix` in program.ts does in one of its own: where starting a process is not what is tested. */
import { runProgram } from '../../src/cli/program.ts';
import { spokenFace } from '../../src/cli/spoken-face.ts';
import { findInstallation } from '../../src/files/installation.ts';
import type { Ran } from './program.ts';

const installation = findInstallation(process.cwd());

/** `home`: folder of the person's own data. */
export async function inProcess(words: readonly string[], { home }: { readonly home: string }): Promise<Ran> {
  const [said, told]: [string[], string[]] = [[], []];
  const face = spokenFace(
    {
      installation,
      version: 'source',
      language: words[words.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh',
      interactive: false,
      debug: false,
    },
    { out: async text => void said.push(text), err: text => void told.push(text), quiet: words.includes('--quiet'), hasTerminal: false },
  );
  const own = process.env.XDG_DATA_HOME;
  process.env.XDG_DATA_HOME = home;
  try {
    const status = await runProgram(words, face);
    const err = told.join('');
    return { status, out: said.join(''), err, code: /\[([A-Z_]+)\]\n?$/.exec(err)?.[1] };
  } finally {
    if (own === undefined) delete process.env.XDG_DATA_HOME;
    else process.env.XDG_DATA_HOME = own;
  }
}

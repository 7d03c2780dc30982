#!/usr/bin/env node
/** Composition: finds the installation, looks who is there, starts a face. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spokenFace } from './cli/spoken-face.ts';
import { findInstallation } from './files/installation.ts';
import { failed } from './files/write-output.ts';

declare const CASEMIX_VERSION: string | undefined;

const words = process.argv.slice(2);
const interactive = Boolean(process.stdin.isTTY && process.stdout.isTTY);

const face = spokenFace(
  {
    installation: findInstallation(dirname(fileURLToPath(import.meta.url))),
    version: typeof CASEMIX_VERSION === 'string' ? CASEMIX_VERSION : 'source',
    language: languageOf(words),
    interactive,
    debug: words.includes('--debug'),
  },
  {
    out: text => written(process.stdout, text),
    err: text => void process.stderr.write(text),
    quiet: words.includes('--quiet'),
    hasTerminal: Boolean(process.stderr.isTTY),
  },
);

const { isCommand, report, runProgram } = await import('./cli/program.ts');

// A reader that went away (`| head`) is not a failure; a full disk behind `> file` is one, and is explained.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : report(failed('-', error), face));
});

/** Options whose value is the next word, not a command or a file. */
const valued = ['--lang', '--theme', '--graph', '--comparison', '--profile', '--encoding', '--same-day'];

process.exitCode = await runProgram(withCommand(words), face);

/** `casemix`, `casemix stays.csv` and `casemix --lang en` open the workbench, or print the demo; anything else is as it was written. */
function withCommand(given: readonly string[]): readonly string[] {
  if (given.some(word => word === '--help' || word === '-h' || word === '--version')) return given;
  const first = given.find((word, i) => !word.startsWith('-') && !valued.includes(given[i - 1] ?? ''));
  const named = first !== undefined && (isCommand(first) || !existsSync(first));
  return named ? given : [interactive || given.includes('--plain') ? 'open' : 'demo', ...given];
}

function languageOf(given: readonly string[]) {
  const at = given.findLastIndex(word => word === '--lang' || word.startsWith('--lang='));
  const value = given[at] === '--lang' ? given[at + 1] : given[at]?.slice('--lang='.length);
  return value === 'en' ? 'en' : 'zh';
}

function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise(resolve => {
    if (stream.write(text)) resolve();
    else stream.once('drain', () => resolve());
  });
}

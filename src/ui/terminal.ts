/**
 * The one place that talks to the terminal behind Ink's back: alternate screen, bracketed paste, raw keys, size, and the way out.
 * However the program ends (quit, crash, signal), the screen of the person is put back first and only then anything is printed.
 */
import { constants } from 'node:os';
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream, WriteStream } from 'node:tty';
import { BUG } from '../errors.ts';
import { keyReader, type Press } from './key-reader.ts';

export type Size = { readonly columns: number; readonly rows: number };

export type Terminal = {
  size(): Size;
  onResize(listen: (size: Size) => void): void;
  onKey(listen: (press: Press) => void): void;
  /** Runs before the screen is given back: the place to stop drawing. */
  beforeLeaving(stop: () => void): void;
  /** Gives the screen back; safe to call twice. */
  leave(): void;
};

const ENTER = '\x1b[?1049h\x1b[?2004h\x1b[H\x1b[?25l';
const LEAVE = '\x1b[?2004l\x1b[?25h\x1b[?1049l';
/** A sequence split by a slow line arrives within this time; a lone Esc is the Esc key after it. */
const ESCAPE_WAIT_MS = 40;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export function openTerminal(stdin: ReadStream, stdout: WriteStream): Terminal {
  const stops: (() => void)[] = [];
  const undo: (() => void)[] = [];
  let open = true;

  function leave(): void {
    if (!open) return;
    open = false;
    try {
      for (const stop of stops) stop();
    } finally {
      for (const step of undo.reverse()) step();
      stdout.write(LEAVE);
    }
  }

  stdout.write(ENTER);
  undo.push(guard(leave));
  const keys = listenToKeys(stdin);
  undo.push(keys.stop);

  return {
    size: () => sizeOf(stdout),
    onResize(listen) {
      const resized = () => listen(sizeOf(stdout));
      stdout.on('resize', resized);
      undo.push(() => stdout.off('resize', resized));
    },
    onKey: keys.onKey,
    beforeLeaving: stop => stops.push(stop),
    leave,
  };
}

const sizeOf = (stdout: WriteStream): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });

/** Every other way to end: restore, say why on stderr, exit 70 for a bug and 128 + n for a signal. */
function guard(leave: () => void): () => void {
  const crash = (error: unknown) => {
    leave();
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(BUG);
  };
  const interrupted = (signal: NodeJS.Signals) => {
    leave();
    process.exit(128 + constants.signals[signal]);
  };
  process.on('exit', leave);
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  for (const signal of signals) process.on(signal, interrupted);
  return () => {
    process.off('exit', leave);
    process.off('uncaughtException', crash);
    process.off('unhandledRejection', crash);
    for (const signal of signals) process.off(signal, interrupted);
  };
}

function listenToKeys(stdin: ReadStream) {
  const decoder = new StringDecoder('utf8');
  const reader = keyReader();
  let listen: (press: Press) => void = () => {};
  let wait: NodeJS.Timeout | undefined;

  const tell = (presses: readonly Press[]) => {
    for (const press of presses) listen(press);
  };
  const arrived = (chunk: Buffer | string) => {
    clearTimeout(wait);
    tell(reader.read(typeof chunk === 'string' ? chunk : decoder.write(chunk)));
    if (reader.waiting()) wait = setTimeout(() => tell(reader.flush()), ESCAPE_WAIT_MS);
  };
  // The terminal is gone: nobody can press a key any more.
  const hungUp = () => listen({ key: 'ctrl-c', text: '' });

  stdin.setRawMode?.(true);
  stdin.on('data', arrived);
  stdin.on('end', hungUp);
  stdin.ref();
  stdin.resume();
  return {
    onKey(heard: (press: Press) => void) {
      listen = heard;
    },
    stop() {
      clearTimeout(wait);
      stdin.off('data', arrived);
      stdin.off('end', hungUp);
      stdin.setRawMode?.(false);
      stdin.pause();
      // Nobody listens any more: it must not keep the program alive.
      stdin.unref();
    },
  };
}

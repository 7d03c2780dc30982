/**
 * The one place that talks to the terminal behind Ink's back: alternate screen, bracketed paste, raw keys, size, and the way out.
 * However the program ends (quit, crash, signal), the screen of the person is put back first and only then anything is printed;
 * the same when it is suspended (Ctrl-Z), and it is drawn anew when it goes on.
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
const ESCAPE_WAIT_MS = 20;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** More than a frame: a size told for so long is drawn. */
const FRAME_MS = 50;

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
  const keys = listenToKeys(stdin, stop);
  undo.push(keys.stop);
  process.on('SIGTSTP', stop);
  undo.push(() => process.off('SIGTSTP', stop));
  const resizes: ((size: Size) => void)[] = [];
  const resized = () => tellSize(sizeOf(stdout));
  stdout.on('resize', resized);
  undo.push(() => stdout.off('resize', resized));

  function tellSize(size: Size): void {
    for (const listen of resizes) listen(size);
  }

  /** Ctrl-Z in raw mode is only a key, so the whole group of the job is stopped here, as the terminal would have done. */
  function stop(signal?: NodeJS.Signals): void {
    if (!open) return;
    keys.stop();
    stdout.write(LEAVE);
    process.off('SIGTSTP', stop);
    process.once('SIGCONT', goOn);
    // With nobody to wake it (no job control) the system does not stop the program, and it goes on at once.
    const awake = setTimeout(goOn, FRAME_MS);
    process.kill(signal === undefined ? 0 : process.pid, 'SIGTSTP');

    function goOn(): void {
      process.off('SIGCONT', goOn);
      clearTimeout(awake);
      if (!open) return;
      process.on('SIGTSTP', stop);
      stdout.write(ENTER);
      keys.start();
      // What was drawn is gone. Ink draws only what is another frame than before: one of another size, and then the right one.
      const { columns, rows } = sizeOf(stdout);
      tellSize({ columns, rows: rows - 1 });
      setTimeout(() => tellSize(sizeOf(stdout)), FRAME_MS);
    }
  }

  return {
    size: () => sizeOf(stdout),
    onResize: listen => resizes.push(listen),
    onKey: keys.onKey,
    beforeLeaving: stopDrawing => stops.push(stopDrawing),
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

/** Ctrl-Z never reaches the listener: `suspend` gets it. */
function listenToKeys(stdin: ReadStream, suspend: () => void) {
  const decoder = new StringDecoder('utf8');
  const reader = keyReader();
  let listen: (press: Press) => void = () => {};
  let wait: NodeJS.Timeout | undefined;

  const tell = (presses: readonly Press[]) => {
    for (const press of presses) {
      if (press.key === 'ctrl-z') suspend();
      else listen(press);
    }
  };
  const arrived = (chunk: Buffer | string) => {
    clearTimeout(wait);
    tell(reader.read(typeof chunk === 'string' ? chunk : decoder.write(chunk)));
    if (reader.waiting()) wait = setTimeout(() => tell(reader.flush()), ESCAPE_WAIT_MS);
  };
  // The terminal is gone: nobody can press a key any more.
  const hungUp = () => listen({ key: 'ctrl-c', text: '' });

  function start(): void {
    stdin.setRawMode?.(true);
    stdin.on('data', arrived);
    stdin.on('end', hungUp);
    stdin.ref();
    stdin.resume();
  }

  start();
  return {
    onKey(heard: (press: Press) => void) {
      listen = heard;
    },
    start,
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

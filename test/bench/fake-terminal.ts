/** A terminal that only keeps time: keys go in as a person's would, and every write of the program is noted with its moment. */
import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';

export type Size = { readonly columns: number; readonly rows: number };
/** Milliseconds from the press to the first frame after it, and to the last one before the screen stood still. */
export type Answered = { readonly first: number; readonly last: number };

export type FakeTerminal = {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** Waits for the frame, and for `quiet` ms without another one; undefined when nothing was drawn. */
  press(key: string, quiet?: number): Promise<Answered | undefined>;
  /** Presses without waiting for the frame. */
  type(key: string): void;
  resize(size: Size): void;
  /** Resolves once a write holds this text. */
  shows(text: string): Promise<void>;
};

/** A press that draws nothing within this time changed nothing on the screen; the stage counts them. Work on every stay may take longer. */
const PATIENCE_MS = { move: 1_000, work: 20_000 };

export function fakeTerminal({ columns, rows }: Size): FakeTerminal {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin, ref: () => stdin, unref: () => stdin });
  let wrote: (text: string) => void = () => {};
  const stdout = Object.assign(new PassThrough(), {
    isTTY: true,
    columns,
    rows,
    write(chunk: string | Uint8Array) {
      wrote(String(chunk));
      return true;
    },
  });

  function press(key: string, quiet = 0): Promise<Answered | undefined> {
    return new Promise(resolve => {
      const start = performance.now();
      let first: number | undefined;
      let last = 0;
      const done = () => {
        wrote = () => {};
        resolve(first === undefined ? undefined : { first, last });
      };
      let end = setTimeout(done, quiet === 0 ? PATIENCE_MS.move : PATIENCE_MS.work);
      wrote = () => {
        last = performance.now() - start;
        first ??= last;
        clearTimeout(end);
        if (quiet === 0) done();
        else end = setTimeout(done, quiet);
      };
      stdin.write(key);
    });
  }

  function resize(size: Size): void {
    Object.assign(stdout, size);
    stdout.emit('resize');
  }

  const shows = (text: string) =>
    new Promise<void>(resolve => {
      wrote = shown => {
        if (!shown.includes(text)) return;
        wrote = () => {};
        resolve();
      };
    });

  return {
    stdin: stdin as unknown as ReadStream,
    stdout: stdout as unknown as WriteStream,
    press,
    type: key => stdin.write(key),
    resize,
    shows,
  };
}

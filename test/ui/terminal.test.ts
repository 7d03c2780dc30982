import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareEnvironment } from '../../src/ui/start.tsx';

const child = fileURLToPath(new URL('./terminal-child.ts', import.meta.url));
const ENTER = '\u001b[?1049h\u001b[?2004h\u001b[H\u001b[?25l';
const LEAVE = '\u001b[?2004l\u001b[?25h\u001b[?1049l';
const ENTERED = `${ENTER}<open>`;
const LEFT = `<stopped>${LEAVE}`;

/** Ends an open terminal by a key or a signal: what it wrote, the first line of its errors, and its exit status. */
async function ended(by: { readonly key?: string; readonly signal?: NodeJS.Signals }) {
  const running = spawn(process.execPath, ['--import', 'tsx', child], { stdio: 'pipe' });
  let out = '';
  let err = '';
  running.stderr.on('data', chunk => {
    err += String(chunk);
  });
  running.stdout.on('data', chunk => {
    out += String(chunk);
    if (!out.endsWith('<open>')) return;
    if (by.signal) running.kill(by.signal);
    if (by.key) running.stdin.write(by.key);
  });
  const [status] = await once(running, 'close');
  return { out, error: err.split('\n')[0], hasStack: /^ {4}at .*\.ts:\d+/m.test(err), status };
}

describe('however it ends, the screen is given back', () => {
  it.each([
    ['quitting', { key: 'q' }, { error: '', hasStack: false, status: 5 }],
    ['process.exit somewhere', { key: 'e' }, { error: '', hasStack: false, status: 3 }],
    ['an exception in a key', { key: 'x' }, { error: 'Error: a bug in a key', hasStack: true, status: 70 }],
    ['an exception in a verb', { key: 'v' }, { error: 'Error: a bug in a verb', hasStack: true, status: 70 }],
    ['a rejection nobody handles', { key: 'r' }, { error: 'Error: a bug nobody waits for', hasStack: true, status: 70 }],
    ['SIGINT', { signal: 'SIGINT' }, { error: '', hasStack: false, status: 130 }],
    ['SIGTERM', { signal: 'SIGTERM' }, { error: '', hasStack: false, status: 143 }],
    ['SIGHUP', { signal: 'SIGHUP' }, { error: '', hasStack: false, status: 129 }],
  ] as const)('%s', async (_, by, wanted) => {
    expect(await ended(by)).toEqual({ out: ENTERED + LEFT, ...wanted });
  });
});

describe('suspended with Ctrl-Z', () => {
  it('gives the screen back, and on SIGCONT takes it again, tells the size anew and listens', async () => {
    // a group of its own: Ctrl-Z stops the whole group
    const running = spawn(process.execPath, ['--import', 'tsx', child], { stdio: 'pipe', detached: true });
    let out = '';
    const wrote = (what: string) =>
      new Promise<void>(resolve => {
        const look = () => (out.endsWith(what) ? resolve() : setTimeout(look, 5));
        look();
      });
    running.stdout.on('data', chunk => {
      out += String(chunk);
    });
    await wrote('<open>');
    running.stdin.write('\u001a');
    await wrote(LEAVE);
    process.kill(running.pid!, 'SIGCONT');
    await wrote('<80x24>');
    running.stdin.write('k');
    await wrote('<key>');
    running.stdin.write('q');
    const [status] = await once(running, 'close');
    expect([out, status]).toEqual([`${ENTERED}${LEAVE}${ENTER}<80x23><80x24><key>${LEFT}`, 5]);
  });
});

describe('the environment Ink reads when it is imported', () => {
  const prepared = (environment: NodeJS.ProcessEnv, color: boolean) => {
    prepareEnvironment(environment, color);
    return environment;
  };
  it('never says CI, where Ink would draw nothing', () => {
    expect(prepared({ CI: 'true', CONTINUOUS_INTEGRATION: '1', TERM: 'xterm' }, true)).toEqual({ TERM: 'xterm' });
  });
  it('switches colours off when asked, and when NO_COLOR is not empty', () => {
    expect([
      prepared({}, false),
      prepared({ NO_COLOR: '1' }, true),
      prepared({ NO_COLOR: '' }, true),
      prepared({ FORCE_COLOR: '1' }, true),
    ]).toEqual([{ FORCE_COLOR: '0' }, { FORCE_COLOR: '0' }, { NO_COLOR: '' }, { FORCE_COLOR: '1' }]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Face } from '../../src/cli/face.ts';
import { passphraseFor } from '../../src/cli/passphrase.ts';
import { report } from '../../src/cli/program.ts';

/** Standard input as a terminal that remembers whether it shows what is typed. */
const { stdin } = process;
let raw: boolean[] = [];
const own = stdin.setRawMode;
beforeEach(() => {
  raw = [];
  vi.stubEnv('CASEMIX_PASSPHRASE', '');
  stdin.setRawMode = mode => {
    raw.push(mode);
    return stdin;
  };
  vi.spyOn(stdin, 'setEncoding').mockReturnValue(stdin);
  vi.spyOn(stdin, 'resume').mockReturnValue(stdin);
  vi.spyOn(stdin, 'pause').mockReturnValue(stdin);
});
afterEach(() => {
  stdin.setRawMode = own;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const said: string[] = [];
const face = { language: 'zh', interactive: true, err: (text: string) => void said.push(text) } as unknown as Face;
const hooks = () => process.listeners('exit').length;

it('a passphrase is typed key by key and is not shown', async () => {
  const before = hooks();
  const typed = passphraseFor({}, face);
  stdin.emit('data', '口x');
  stdin.emit('data', '\u007f令\r');
  expect([await typed, raw, said.join(''), hooks()]).toEqual(['口令', [true, false], '口令：\n', before]);
});

it('Ctrl+C at the prompt ends with status 130 and a terminal that shows what is typed', async () => {
  const typed = passphraseFor({}, face);
  stdin.emit('data', 'x\u0003');
  const error = await typed.catch((reason: unknown) => reason);
  expect([report(error, face), raw]).toEqual([130, [true, false]]);
});

it('a program that ends while it asks leaves a terminal that shows what is typed', async () => {
  const known = new Set(process.listeners('exit'));
  const typed = passphraseFor({}, face);
  for (const hook of process.listeners('exit')) if (!known.has(hook)) hook.call(process, 143);
  expect(raw).toEqual([true, false]);
  stdin.emit('data', '\r');
  await typed;
});

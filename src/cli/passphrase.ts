/**
 * The passphrase of an encrypted workspace: from CASEMIX_PASSPHRASE, from a file that only its owner may read, or typed at a terminal without
 * showing it. Never from the command line, where every user of the machine could read it.
 */
import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { text, type Words } from './command.ts';
import type { Face } from './face.ts';

/** Undefined where nobody gave one and nobody can be asked. */
export async function passphraseFor(words: Words, face: Face): Promise<string | undefined> {
  const file = text(words, 'passphrase-file');
  if (file !== undefined) return fromFile(file);
  if (process.env.CASEMIX_PASSPHRASE) return process.env.CASEMIX_PASSPHRASE;
  return face.interactive ? typed(face, { zh: '口令：', en: 'passphrase: ' }) : undefined;
}

/** For a file that is about to be written; typed twice when it is a new one. */
export async function newPassphrase(words: Words, face: Face, { again }: { readonly again: boolean }): Promise<string> {
  const given = await passphraseFor(words, face);
  if (!given) throw missing();
  const isTyped = text(words, 'passphrase-file') === undefined && !process.env.CASEMIX_PASSPHRASE;
  if (isTyped && again && (await typed(face, { zh: '再输一次：', en: 'once more: ' })) !== given) throw differ();
  return given;
}

function fromFile(path: string): string {
  try {
    // others could read it: then it protects nothing
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw open(path);
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      'FILE_UNREADABLE',
      { zh: '口令文件读不出来', en: 'the passphrase file cannot be read' },
      { at: path, hint: { zh: '请检查路径和权限。', en: 'Check the path and the permissions.' } },
    );
  }
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const INTERRUPT = '\u0003';
const ERASE = new Set(['\u007f', '\b']);

/** Ctrl+C at the prompt: the program ends as if the terminal had sent the signal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Key by key, with the echo of the terminal off. */
function typed({ language, err }: Face, prompt: { readonly zh: string; readonly en: string }): Promise<string> {
  const { stdin } = process;
  err(prompt[language]);
  stdin.setRawMode(true).setEncoding('utf8').resume();
  // whatever ends the program, its terminal shows again what is typed
  const restore = () => void stdin.setRawMode(false);
  process.once('exit', restore);
  return new Promise((resolve, reject) => {
    let letters: string[] = [];
    const end = (settle: () => void): void => {
      process.off('exit', restore);
      restore();
      stdin.off('data', read).pause();
      err('\n');
      settle();
    };
    const read = (keys: string): void => {
      for (const key of keys) {
        if (key === INTERRUPT) end(() => reject(new Interrupted()));
        else if (ENTER.has(key)) end(() => resolve(letters.join('')));
        else letters = ERASE.has(key) ? letters.slice(0, -1) : [...letters, key];
        if (key === INTERRUPT || ENTER.has(key)) break;
      }
    };
    stdin.on('data', read);
  });
}

const ways = {
  zh: '在终端里输入，或用环境变量 CASEMIX_PASSPHRASE、--passphrase-file FILE 给出。',
  en: 'Type it at a terminal, or give it by CASEMIX_PASSPHRASE or --passphrase-file FILE.',
};

const missing = () => new UserError('PASSPHRASE_MISSING', { zh: '没有给出口令', en: 'no passphrase was given' }, { hint: ways });

const differ = () =>
  new UserError(
    'PASSPHRASE_WRONG',
    { zh: '两次输入的口令不同', en: 'the two passphrases differ' },
    { hint: { zh: '请重来一次。', en: 'Try again.' } },
  );

const open = (at: string) =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: '别人也能读这个口令文件', en: 'others can read the passphrase file' },
    { at, hint: { zh: '先 chmod 600 再用。', en: 'chmod 600 it first.' } },
  );

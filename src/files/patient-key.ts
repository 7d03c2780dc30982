/**
 * Keyed digests of patient numbers: the same person has the same digest in every load of this user, and the digest alone tells nothing.
 * The key is random, made on first use, kept in the user's own data folder and never in a workspace.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const HEX_DIGITS = 16;

export function patientKeys(folder: string = dataFolder()): (number: string) => string {
  const key = readOrMakeKey(folder);
  return number => createHmac('sha256', key).update(number, 'utf8').digest('hex').slice(0, HEX_DIGITS);
}

/** The folder of this program's own data of the user: XDG on Unix, LOCALAPPDATA on Windows. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = environment;
  if (XDG_DATA_HOME) return join(XDG_DATA_HOME, 'casemix');
  return LOCALAPPDATA ? join(LOCALAPPDATA, 'casemix') : join(homedir(), '.local', 'share', 'casemix');
}

function readOrMakeKey(folder: string): Uint8Array {
  const path = join(folder, 'patient.key');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // 'wx': of two programs that start at once, one makes the key and both read it.
    try {
      writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(path);
}

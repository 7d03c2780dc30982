/**
 * The key under which patients' numbers become digests: random, in the user's own data folder, readable by nobody else.
 * The same number gives the same digest in every load on this machine, so re-admissions are found; without the key a digest tells nothing.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const KEY_BYTES = 32;
const DIGEST_LETTERS = 16;

/** Where the user's own data lie. */
export function dataFolder(environment: Environment = process.env, platform: string = process.platform): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (platform === 'win32') return join(local || join(homedir(), 'AppData', 'Local'), 'casemix');
  return join(xdg || join(homedir(), '.local', 'share'), 'casemix');
}

/** HMAC-SHA256 of a patient's number under the key of `folder`, made there on first use; the first sixteen hexadecimal letters. */
export function patientKeys(folder: string = dataFolder()): (text: string) => string {
  const key = readKey(join(folder, 'patient.key'), folder);
  return text => createHmac('sha256', key).update(text).digest('hex').slice(0, DIGEST_LETTERS);
}

function readKey(path: string, folder: string): Uint8Array {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // fails when the file is there, also when another process has made it this moment
    writeFileSync(path, randomBytes(KEY_BYTES), { flag: 'wx', mode: 0o600 });
    chmodSync(folder, 0o700);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw noKey(path, cause as NodeJS.ErrnoException);
  }
  const key = readFileSync(path);
  if (key.length === KEY_BYTES) return key;
  throw noKey(path, { name: 'Error', message: `${key.length} bytes`, code: `${key.length} bytes` });
}

function noKey(path: string, { code, message }: NodeJS.ErrnoException): UserError {
  return new UserError(
    'FILE_UNREADABLE',
    { zh: `患者标识密钥无法使用（${code ?? message}）`, en: `the key for patient numbers cannot be used (${code ?? message})` },
    {
      at: path,
      hint: {
        zh: '请检查数据文件夹的权限；删除该文件会生成新密钥，但与以前载入的患者对不上。',
        en: 'Check the permissions of the data folder; without the file a new key is made, but patients of earlier loads no longer match.',
      },
    },
  );
}

/**
 * A file under a passphrase: AES-256-GCM, its key worked out by scrypt (N = 2^15, r = 8, p = 1). The head with version, parameters, salt and
 * nonce is authenticated with the contents, so that a changed byte anywhere and a wrong passphrase look the same: nothing is opened.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { UserError } from '../errors.ts';

/** Head: magic 16, version 1, log2 N 1, r 1, p 1, salt 16, nonce 12; then the contents; then the tag 16. */
export const SEALED_MAGIC = 'casemix sealed\r\n';
const VERSION = 1;
const SALT_AT = 20;
const NONCE_AT = 36;
const HEAD = 48;
const TAG = 16;

type Cost = { readonly logN: number; readonly r: number; readonly p: number };
const cost: Cost = { logN: 15, r: 8, p: 1 };
/** What a head from elsewhere may ask of this machine: 1 GB. */
const mostMemory = 2 ** 30;

export const isSealed = (bytes: Uint8Array): boolean =>
  bytes.length >= SEALED_MAGIC.length &&
  Buffer.from(bytes.buffer, bytes.byteOffset, SEALED_MAGIC.length).toString('latin1') === SEALED_MAGIC;

export function seal(contents: Uint8Array, passphrase: string): Uint8Array {
  const head = Buffer.alloc(HEAD);
  head.write(SEALED_MAGIC, 'latin1');
  head.set([VERSION, cost.logN, cost.r, cost.p], SEALED_MAGIC.length);
  head.set(randomBytes(NONCE_AT - SALT_AT), SALT_AT);
  head.set(randomBytes(HEAD - NONCE_AT), NONCE_AT);
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, head, cost), head.subarray(NONCE_AT)).setAAD(head);
  const sealed = new Uint8Array(HEAD + contents.length + TAG);
  sealed.set(head);
  let at = HEAD;
  for (const part of partsOf(contents)) {
    sealed.set(cipher.update(part), at);
    at += part.length;
  }
  cipher.final();
  sealed.set(cipher.getAuthTag(), at);
  return sealed;
}

/** @throws UserError PASSPHRASE_WRONG; `at` is the file a message speaks of. */
export function unseal(sealed: Uint8Array, { passphrase, at }: { readonly passphrase: string; readonly at: string }): Uint8Array {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const [version, logN, r, p] = bytes.subarray(SEALED_MAGIC.length, SALT_AT);
  if (bytes.length < HEAD + TAG) throw notOpened(at);
  if (version !== VERSION) throw newer(version ?? 0, at);
  const asked: Cost = { logN: logN!, r: r!, p: p! };
  if (asked.logN < 1 || asked.r < 1 || asked.p < 1 || asked.p > 16 || 128 * 2 ** asked.logN * asked.r > mostMemory) throw notOpened(at);
  const head = bytes.subarray(0, HEAD);
  const body = bytes.subarray(HEAD, -TAG);
  const contents = new Uint8Array(body.length);
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, head, asked), head.subarray(NONCE_AT))
      .setAAD(head)
      .setAuthTag(bytes.subarray(-TAG));
    let place = 0;
    for (const part of partsOf(body)) {
      contents.set(cipher.update(part), place);
      place += part.length;
    }
    cipher.final();
  } catch {
    throw notOpened(at);
  }
  return contents;
}

/** A passphrase is a text, not bytes: é typed in two ways is the same. */
const keyOf = (passphrase: string, head: Uint8Array, { logN, r, p }: Cost): Uint8Array =>
  scryptSync(passphrase.normalize('NFC'), head.subarray(SALT_AT, NONCE_AT), 32, { N: 2 ** logN, r, p, maxmem: 2 * mostMemory });

/** The cipher takes at most 2 GB at a time. */
function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  const most = 2 ** 26;
  for (let from = 0; from < bytes.length; from += most) yield bytes.subarray(from, from + most);
}

const notOpened = (at: string) =>
  new UserError(
    'PASSPHRASE_WRONG',
    { zh: '无法解密：口令不对，或文件被改动', en: 'cannot be decrypted: the passphrase is wrong or the file was changed' },
    { at, hint: { zh: '请核对口令；没有口令无法找回内容。', en: 'Check the passphrase; without it the contents are lost.' } },
  );

const newer = (version: number, at: string) =>
  new UserError(
    'FILE_UNREADABLE',
    { zh: `加密格式版本 ${version}，本程序读版本 ${VERSION}`, en: `encrypted in format ${version}, this program reads format ${VERSION}` },
    { at, hint: { zh: '请用写它的程序版本打开。', en: 'Open it with the version of the program that wrote it.' } },
  );

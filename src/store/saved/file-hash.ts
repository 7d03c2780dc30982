/** The hash of a whole file inside that file: worked out with zeros in its own place. Any byte that changes afterwards shows. */
import { createHash } from 'node:crypto';
import { PAGE } from '../image/pages.ts';

/** Key of the table `workspace` under which the hash stands. */
export const HASH_KEY = 'sha256';
export const NO_HASH = '0'.repeat(64);

/** `root` is the page of the table `workspace`; undefined when the file keeps no hash of itself. */
export function fileHash(
  bytes: Uint8Array,
  root: number,
): { readonly written: string; readonly found: string; readonly at: number } | undefined {
  const start = (root - 1) * PAGE;
  const page = latin1.decode(bytes.subarray(start, start + PAGE));
  const [text, written] = /sha256([0-9a-f]{64})/.exec(page) ?? [];
  if (text === undefined || written === undefined) return undefined;
  const at = start + page.indexOf(text) + HASH_KEY.length;
  const found = createHash('sha256')
    .update(bytes.subarray(0, at))
    .update(NO_HASH)
    .update(bytes.subarray(at + NO_HASH.length))
    .digest('hex');
  return { written, found, at };
}

/** Writes the hash into the bytes, in the place kept for it. */
export function stampHash(bytes: Uint8Array, root: number): void {
  const hash = fileHash(bytes, root);
  if (!hash) throw new Error('no place was kept for the hash of the file');
  new TextEncoder().encodeInto(hash.found, bytes.subarray(hash.at));
}

const latin1 = new TextDecoder('latin1');

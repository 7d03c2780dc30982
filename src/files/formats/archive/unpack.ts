/** Packed bytes made whole again, never more than they may become: the limit is set before the first byte, whatever the file says of its size. */
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { UserError } from '../../../errors.ts';
import { type Budget, damaged, mostFrom, tooLarge } from '../limits.ts';

type Packed = { readonly packed: Uint8Array; readonly at: string; readonly budget: Budget };

/** An entry of an archive; `size` is what the archive says, which saves memory when it is true and nothing else. */
export function inflate({ packed, at, budget, size }: Packed & { readonly size: number }): Uint8Array {
  const most = mostNow(packed, budget);
  const bytes = within(() => inflateRawSync(packed, { maxOutputLength: most, chunkSize: chunkFor(size, packed, most) }), at);
  if (bytes === undefined) throw damaged(at, '压缩包不完整或已损坏', 'the archive is cut off or damaged');
  budget.bytes -= bytes.length;
  return bytes;
}

/** A gzip file says its size in its last four bytes. */
export function gunzip({ packed, at, budget }: Packed): Uint8Array {
  const most = mostNow(packed, budget);
  const size = packed.length < 18 ? 0 : new DataView(packed.buffer, packed.byteOffset + packed.length - 4, 4).getUint32(0, true);
  const bytes = within(() => gunzipSync(packed, { maxOutputLength: most, chunkSize: chunkFor(size, packed, most) }), at);
  if (bytes === undefined) {
    throw new UserError(
      'FILE_TRUNCATED',
      { zh: 'gzip 文件不完整或已损坏', en: 'the gzip file is cut off or damaged' },
      { at, hint: { zh: '请重新复制或下载。', en: 'Copy or download it again.' } },
    );
  }
  budget.bytes -= bytes.length;
  return bytes;
}

const mostNow = (packed: Uint8Array, budget: Budget): number => Math.max(1, Math.min(mostFrom(packed.length), budget.bytes));

/** In one piece when the size is true, in small ones when it lies; deflate never shrinks more than 1,032 times. */
const chunkFor = (size: number, packed: Uint8Array, most: number): number =>
  Math.max(SMALL_CHUNK, Math.min(size + 1, most + 1, packed.length * DEFLATE_BEST));

const DEFLATE_BEST = 1032;
const SMALL_CHUNK = 1 << 16;

/** Undefined: damaged. */
function within(unpack: () => Uint8Array, at: string): Uint8Array | undefined {
  try {
    return unpack();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw tooLarge(at, '解压后过大（可能是压缩炸弹）', 'it unpacks to too much (perhaps a zip bomb)');
  }
}

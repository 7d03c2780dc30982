/**
 * The table of contents of a ZIP archive (APPNOTE 6.3: end record, central directory, zip64 fields) and the bytes of one entry.
 * Names without the UTF-8 flag come from Windows in Chinese: strict UTF-8 (macOS forgets the flag), else GB18030.
 */
import { crc32 } from 'node:zlib';
import { UserError } from '../../../errors.ts';
import { withoutControls } from '../../plain-text.ts';
import { type Budget, damaged, MOST_NAMED, spend, tooLarge } from '../limits.ts';
import { inflate } from './unpack.ts';

export type Entry = {
  readonly name: string;
  readonly locked: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** As the archive says; never believed. */
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
};

export function zipEntries(bytes: Uint8Array, at: string): Entry[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) throw cut(at);
  if (end.entries > MOST_NAMED) throw tooLarge(at, '压缩包里的文件过多', 'the archive holds too many files');
  const entries: Entry[] = [];
  let place = end.offset;
  for (let i = 0; i < end.entries; i++) {
    if (place + 46 > view.length || view.readUInt32LE(place) !== CENTRAL) throw cut(at);
    const nameLength = view.readUInt16LE(place + 28);
    const extraLength = view.readUInt16LE(place + 30);
    const next = place + 46 + nameLength + extraLength + view.readUInt16LE(place + 32);
    if (next > view.length) throw cut(at);
    const flags = view.readUInt16LE(place + 8);
    const extra = view.subarray(place + 46 + nameLength, place + 46 + nameLength + extraLength);
    entries.push({
      name: entryName(view.subarray(place + 46, place + 46 + nameLength), (flags & 0x800) !== 0),
      locked: (flags & 1) !== 0,
      method: view.readUInt16LE(place + 10),
      crc: view.readUInt32LE(place + 16),
      ...sizes(view.subarray(place, place + 46), extra),
    });
    place = next;
  }
  return entries;
}

/** @throws UserError when it is locked, damaged, packed in a rare way or too large. */
export function entryBytes(
  archive: Uint8Array,
  entry: Entry,
  { at, budget }: { readonly at: string; readonly budget: Budget },
): Uint8Array {
  if (entry.locked) throw locked(at);
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const { offset, packedSize } = entry;
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL) throw cut(at);
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  if (start + packedSize > view.length) throw cut(at);
  const packed = archive.subarray(start, start + packedSize);
  const bytes = unpacked(packed, entry, { at, budget });
  if (crc32(bytes) !== entry.crc) throw cut(at);
  return bytes;
}

function unpacked(
  packed: Uint8Array,
  { method, size }: Entry,
  { at, budget }: { readonly at: string; readonly budget: Budget },
): Uint8Array {
  if (method === 0) {
    spend(budget, packed.length, at);
    return packed;
  }
  if (method === 8) return inflate({ packed, at, budget, size });
  throw new UserError(
    'FILE_UNREADABLE',
    { zh: `压缩方式 ${method} 不支持`, en: `packed in a way that is not read here (method ${method})` },
    { at, hint: { zh: '请重新压缩为普通 ZIP（Deflate）。', en: 'Pack it again as an ordinary ZIP (deflate).' } },
  );
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const NO_32 = 0xffffffff;
const NO_16 = 0xffff;

/** It stands at the end, before a comment of at most 65,535 bytes. */
function endRecord(view: Buffer): { readonly entries: number; readonly offset: number } | undefined {
  const lowest = Math.max(0, view.length - 22 - 0xffff);
  for (let at = view.length - 22; at >= lowest; at--) {
    if (view[at] !== 0x50 || view.readUInt32LE(at) !== END) continue;
    const entries = view.readUInt16LE(at + 10);
    const offset = view.readUInt32LE(at + 16);
    return entries === NO_16 || offset === NO_32 ? endRecord64(view, at - 20) : { entries, offset };
  }
  return undefined;
}

function endRecord64(view: Buffer, locator: number) {
  if (locator < 0 || view.readUInt32LE(locator) !== LOCATOR_64) return undefined;
  const at = Number(view.readBigUInt64LE(locator + 8));
  if (at + 56 > view.length || view.readUInt32LE(at) !== END_64) return undefined;
  return { entries: Number(view.readBigUInt64LE(at + 32)), offset: Number(view.readBigUInt64LE(at + 48)) };
}

/** A number that does not fit 32 bits stands in the zip64 field (id 1), in this order; some writers always do so. */
function sizes(header: Buffer, extra: Buffer): { size: number; packedSize: number; offset: number } {
  const wide = extraField(extra, 1);
  let used = 0;
  const value = (place: number): number => {
    const narrow = header.readUInt32LE(place);
    if (narrow !== NO_32 || !wide || used + 8 > wide.length) return narrow;
    used += 8;
    return Number(wide.readBigUInt64LE(used - 8));
  };
  const size = value(24);
  return { size, packedSize: value(20), offset: value(42) };
}

function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  const encodings = isUtf8 ? (['utf-8'] as const) : (['utf-8', 'gb18030'] as const);
  for (const encoding of encodings) {
    try {
      return withoutControls(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {}
  }
  return withoutControls(new TextDecoder('latin1').decode(bytes));
}

const cut = (at: string): UserError => damaged(at, '压缩包不完整或已损坏', 'the archive is cut off or damaged');

const locked = (at: string): UserError =>
  new UserError(
    'FILE_ENCRYPTED',
    { zh: '压缩包设有密码', en: 'the archive has a password' },
    { at, hint: { zh: '请解压后给出里面的文件。', en: 'Unpack it and give the files that are in it.' } },
  );

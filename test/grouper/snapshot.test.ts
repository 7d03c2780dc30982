/** A snapshot is the compiled catalogue again: same groups, same traces; other bytes are refused. */
import { describe, expect, it } from 'vitest';
import {
  type Case,
  columnsOf,
  compileCatalogue,
  decodeSnapshot,
  encodeSnapshot,
  groupCase,
  groupColumns,
  SnapshotError,
  traceCase,
} from '../../grouper/index.ts';
import { shippedCatalogue, written } from './shipped.ts';
import { smallCatalogue } from './small.ts';

const compiled = compileCatalogue(shippedCatalogue('chs-drg-2.0'));
const bytes = encodeSnapshot(compiled);

const cases: readonly Case[] = [
  { dx: 'I50.900 J96.000' },
  { dx: 'J18.900 P07.999', age: 0, days: 28 },
  { dx: 'I20.000', px: '35.0101 00.6601' },
  { dx: 'S06.000 S22.300', px: '37.2200' },
  { dx: 'N40.x00', sex: 2 as const },
  { dx: 'X99.999' },
].map(written);

describe('a snapshot', () => {
  const again = decodeSnapshot(bytes);

  it('groups and traces as the catalogue it was made of', () => {
    expect(groupColumns(again, columnsOf(cases))).toEqual(groupColumns(compiled, columnsOf(cases)));
    expect(cases.map(one => traceCase(again, one))).toEqual(cases.map(one => traceCase(compiled, one)));
  });

  it('has the same contents: it gives the same bytes again', () => {
    expect(Buffer.compare(encodeSnapshot(again), bytes)).toBe(0);
  });

  it('may lie anywhere in a larger buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(groupCase(decodeSnapshot(shifted), cases[0]!)).toEqual(groupCase(compiled, cases[0]!));
  });

  it('keeps a list whose bits are unused, and a catalogue without prefixes', () => {
    const tiny = smallCatalogue({ mdc: ['MDCA: true'], adrg: ['MDCA AR1: true'], drg: ['MDCA AR1 AR19: true'] });
    expect(groupCase(decodeSnapshot(encodeSnapshot(tiny)), written({})).group.drg).toBe('AR19');
  });
});

describe('refused', () => {
  const altered = (at: number, value: number) => {
    const copy = bytes.slice();
    copy[at] = value;
    return copy;
  };
  it.each([
    ['another mark', altered(0, 0), 'not a snapshot of a catalogue'],
    ['another version', altered(4, 200), 'snapshot version 200 where 1 was expected'],
    ['nothing', new Uint8Array(0), 'too short for a snapshot'],
    ['the head alone', bytes.slice(0, 12), 'the snapshot is cut off'],
    ['without its last bytes', bytes.slice(0, bytes.length - 8), 'the snapshot is cut off'],
  ])('%s', (_, given, message) => {
    expect(() => decodeSnapshot(given)).toThrow(new SnapshotError(message));
  });
});

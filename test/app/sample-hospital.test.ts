import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isSampleHospital, sampleHashes } from '../../src/app/sample-hospital.ts';

it('knows the shipped sample, packed and unpacked, and nothing else', () => {
  const packed = readFileSync('data/samples/hospital-2025.csv.gz');
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(sampleHashes).toEqual([sha256(packed), sha256(gunzipSync(packed))]);
  expect(sampleHashes.map(hash => isSampleHospital([{ sha256: hash }]))).toEqual([true, true]);
  expect([isSampleHospital([]), isSampleHospital([{ sha256: sampleHashes[0] }, { sha256: 'ab'.repeat(32) }])]).toEqual([false, false]);
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder, patientKeys } from '../../src/files/patient-key.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casemix-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key for patient numbers', () => {
  it('gives the same number the same digest in every load, and another one under another key', () => {
    const first = patientKeys(join(folder, 'a'))('10001');
    const again = patientKeys(join(folder, 'a'))('10001');
    const other = patientKeys(join(folder, 'b'))('10001');
    expect([first, /^[0-9a-f]{16}$/.test(first), other === first]).toEqual([again, true, false]);
  });

  it('equals HMAC-SHA256 of RFC 4231, test case 1 (twenty bytes 0x0b, "Hi There"), for a key padded with zeros', () => {
    // HMAC pads a short key with zero bytes, so 20 bytes 0x0b and 12 bytes 0 are the key of the test case
    writeFileSync(
      join(folder, 'patient.key'),
      Uint8Array.from({ length: 32 }, (_, i) => (i < 20 ? 0x0b : 0)),
    );
    expect(patientKeys(folder)('Hi There')).toBe('b0344c61d8db3853');
  });

  it.skipIf(process.platform === 'win32')('is for its owner only', () => {
    patientKeys(join(folder, 'data'))('1');
    const modes = [join(folder, 'data'), join(folder, 'data', 'patient.key')].map(path => statSync(path).mode & 0o777);
    expect([modes, readFileSync(join(folder, 'data', 'patient.key')).length]).toEqual([[0o700, 0o600], 32]);
  });

  it('that is damaged is said to be, not used', () => {
    writeFileSync(join(folder, 'patient.key'), 'short');
    expect(() => patientKeys(folder)).toThrow('cannot be used (5 bytes)');
  });

  it('lies where each system keeps the data of a user', () => {
    expect([
      dataFolder({ XDG_DATA_HOME: '/x' }, 'linux'),
      dataFolder({ LOCALAPPDATA: '/l' }, 'win32'),
      dataFolder({}, 'linux').endsWith(join('.local', 'share', 'casemix')),
    ]).toEqual([join('/x', 'casemix'), join('/l', 'casemix'), true]);
  });
});

/** A policy that names a catalogue nobody has is told by its line, with the nearest that is installed. */
import { expect, it } from 'vitest';
import { partsFor, payable } from '../../src/app/parts.ts';
import { openPolicy } from '../../src/app/policy.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { givenLoad } from '../../src/payment/given-load.ts';
import { givenStay } from '../../src/policy/given-stay.ts';

const installation = findInstallation(process.cwd());

it('names file, line and the nearest catalogue', () => {
  const paying = payable(installation, openPolicy(installation, 'wuhan-2024-illustrative'));
  const catalogueAt = { file: 'own.yaml', line: 5 };
  const own = { ...paying, file: { ...paying.file, catalogueAt }, policy: { ...paying.policy, catalogue: 'chs-drg-2.1' } };
  const given = givenStay({ insurance: '310', weight: '1', cost: '9000.00' }, { file: 'test', line: 1 });
  const { stays } = givenLoad([given], paying.policy);
  expect(() => partsFor(installation, [own], { stays, catalogue: undefined })).toThrow(
    expect.objectContaining({
      code: 'CATALOGUE_UNKNOWN',
      message: expect.stringMatching(/^own\.yaml:5: no catalogue "chs-drg-2\.1"/),
      hint: expect.objectContaining({ en: expect.stringMatching(/^Did you mean "chs-drg-/) }),
    }),
  );
});

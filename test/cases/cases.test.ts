/** The cases that people who know the rules have written: every one is a test of its own. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifiedCases } from '../../src/app/verify-cases.ts';
import { findInstallation } from '../../src/files/installation.ts';

const installation = findInstallation(process.cwd());

for (const name of readdirSync('test/cases').filter(file => file.endsWith('.yaml'))) {
  describe(name, () => {
    for (const { name: said, results } of verifiedCases(installation, `test/cases/${name}`)!) {
      it(said, () => {
        expect(results.map(({ name: result, got }) => `${result} ${got}`)).toEqual(
          results.map(({ name: result, expected }) => `${result} ${expected}`),
        );
      });
    }
  });
}

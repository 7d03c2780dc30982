import { describe, expect, it } from 'vitest';
import type { AdrgStep, Check } from '../../grouper/trace.ts';
import { nearMissesOf } from '../../src/report/near-misses.ts';

const step = (...checks: readonly Check[]): AdrgStep => ({ adrg: 'AA1', name: '心脏移植', kind: 'surgery', line: 2, checks });
const check = (atom: string, holds: boolean, ...facts: readonly string[]): Check => ({ atom, holds, facts });
const lacks = check('px in P1', false);

describe('a group is near', () => {
  it.each([
    ['when a diagnosis speaks for it', [check('pdx in D1', true, 'I50.900'), lacks], 1],
    ['when a procedure of several lists does', [check('(px in P1 or px in P2)', true, '37.5100'), check('age > 17', false, '3')], 1],
    ['not when only the operation is asked for and missing', [lacks], 0],
    ['not for an age', [check('age > 17', true, '60'), lacks], 0],
    ['not for a code that is absent as it must be', [check('not dx in D9', true, 'I50.900'), lacks], 0],
    ['not when two conditions fail', [check('pdx in D1', true, 'I50.900'), lacks, check('age > 17', false, '3')], 0],
  ] as const)('%s', (_why, checks, count) => {
    expect(nearMissesOf({ nearMisses: [step(...checks)] })).toHaveLength(count);
  });
});

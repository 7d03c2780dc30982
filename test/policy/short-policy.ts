/** A policy in few lines, and what is said when it is refused: code, place with message, hint. */
import { UserError } from '../../src/errors.ts';
import { policyFrom } from '../../src/policy/policy.ts';
import { readPolicy } from '../../src/policy/read-policy.ts';

/** Eight lines; what a test adds begins on line 9. */
export const header = `schema: policy/1
id: test
title: a policy of a test
region: nowhere
catalogue: chs-drg-2.0
effective: {from: 2025-01-01}
sources: {shape: {type: assumption, title: "a number of a test"}, notice: {type: official, title: "notice 7", date: 2025-02-01}}
insurance_map: {employee: ["310"], resident: ["390"]}
`;

export const read = (body: string) => readPolicy(header + body, 'p.yaml');

export function policy(body: string) {
  const file = read(body);
  return policyFrom(file, file.leaves);
}

export function refusal(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return [error.code, error.message, error.hint.en];
    throw error;
  }
  return ['accepted'];
}

/** The installed payment policies, one laid open, and whether they reproduce their known answers. */
import type { Installation } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import { type PolicyCheck, verifyPolicy } from '../payment/verify-policy.ts';
import type { PolicyFile } from '../policy/read-policy.ts';
import { payable } from './parts.ts';
import { openPolicy, shippedPolicies } from './policy.ts';

export type CheckedPolicy = { readonly file: PolicyFile; readonly check: PolicyCheck; readonly wrong: number };

export const installedPolicies = (installation: Installation): readonly CheckedPolicy[] =>
  shippedPolicies(installation).map(file => checked(installation, file));

export const shownPolicy = (installation: Installation, idOrFile: string): CheckedPolicy =>
  checked(installation, openPolicy(installation, idOrFile));

/** One policy, or all that are shipped. */
export const checkedPolicies = (installation: Installation, idOrFile: string | undefined): readonly CheckedPolicy[] =>
  idOrFile === undefined ? installedPolicies(installation) : [shownPolicy(installation, idOrFile)];

function checked(installation: Installation, file: PolicyFile): CheckedPolicy {
  const { policy, weights } = payable(installation, file);
  const check = verifyPolicy(policy, weights, projectText(installation));
  return { file, check, wrong: check.answers.filter(answer => !answer.equal).length };
}

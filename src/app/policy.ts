/** Opens a payment policy: a shipped one by its id, any other by its file. */
import { UserError } from '../errors.ts';
import { type Installation, installedNames, installedText } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import { didYouMean } from '../policy/mistakes.ts';
import { nearest } from '../policy/nearest.ts';
import { type PolicyFile, readPolicy } from '../policy/read-policy.ts';
import { withPaths } from './policy-paths.ts';

const folder = 'data/policies';

/** `at`: where the policy is named, for the mistake. */
export function openPolicy(installation: Installation, idOrFile: string, at?: string): PolicyFile {
  if (/\.ya?ml$/.test(idOrFile)) return withPaths(installation, readPolicy(projectText(installation)(idOrFile), idOrFile), 'refuse');
  const ids = installedNames(installation, folder, '.yaml').map(name => name.slice(0, -'.yaml'.length));
  if (ids.includes(idOrFile)) return shipped(installation, idOrFile);
  const near = didYouMean(nearest(idOrFile, ids) ?? '');
  throw new UserError(
    'POLICY_UNKNOWN',
    { zh: `没有支付政策 "${idOrFile}"`, en: `no policy "${idOrFile}"` },
    {
      at,
      hint: {
        zh: `${near.zh}casemix policy list 列出全部；也可以给出一个 YAML 文件。`,
        en: `${near.en} casemix policy list shows all; or give a YAML file.`,
      },
    },
  );
}

export const shippedPolicies = (installation: Installation): readonly PolicyFile[] =>
  installedNames(installation, folder, '.yaml').map(name => shipped(installation, name.slice(0, -'.yaml'.length)));

/** A shipped policy has the name of its file: the others need not be read to find one. */
function shipped(installation: Installation, id: string): PolicyFile {
  const file = `${folder}/${id}.yaml`;
  return withPaths(installation, readPolicy(installedText(installation, file), file), 'refuse');
}

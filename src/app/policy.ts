/** Opens a payment policy: a shipped one by its id, any other by its file. */
import { UserError } from '../errors.ts';
import { type Installation, installedNames, installedText } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import { type PolicyFile, readPolicy } from '../policy/read-policy.ts';

const folder = 'data/policies';

export function openPolicy(installation: Installation, idOrFile: string): PolicyFile {
  if (/\.ya?ml$/.test(idOrFile)) return readPolicy(projectText(installation)(idOrFile), idOrFile);
  const known = shippedPolicies(installation);
  const policy = known.find(({ id }) => id === idOrFile);
  if (policy) return policy;
  const ids = known.map(({ id }) => id).join(', ');
  throw new UserError(
    'POLICY_UNKNOWN',
    { zh: `没有支付政策 "${idOrFile}"`, en: `no policy "${idOrFile}"` },
    { hint: { zh: `已安装：${ids}；也可以给出一个 YAML 文件。`, en: `Installed: ${ids}; or give a YAML file.` } },
  );
}

export const shippedPolicies = (installation: Installation): readonly PolicyFile[] =>
  installedNames(installation, folder, '.yaml').map(name =>
    readPolicy(installedText(installation, `${folder}/${name}`), `${folder}/${name}`),
  );

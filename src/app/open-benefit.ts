/** Opens a benefit file: a shipped one by its id, any other by its path. */
import { UserError } from '../errors.ts';
import { type Installation, installedNames, installedText } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import type { Benefit } from '../payment/benefit/benefit.ts';
import { readBenefit } from '../payment/benefit/read-benefit.ts';

const folder = 'data/policies/benefit';

export function openBenefit(installation: Installation, idOrFile: string): Benefit {
  if (/\.ya?ml$/.test(idOrFile)) return readBenefit(projectText(installation)(idOrFile), idOrFile);
  const known = shippedBenefits(installation);
  const benefit = known.find(({ id }) => id === idOrFile);
  if (benefit) return benefit;
  const ids = known.map(({ id }) => id).join(', ');
  throw new UserError(
    'POLICY_UNKNOWN',
    { zh: `没有待遇文件 "${idOrFile}"`, en: `no benefit file "${idOrFile}"` },
    { hint: { zh: `已安装：${ids}；也可以给出一个 YAML 文件。`, en: `Installed: ${ids}; or give a YAML file.` } },
  );
}

const shippedBenefits = (installation: Installation): readonly Benefit[] =>
  installedNames(installation, folder, '.yaml').map(name =>
    readBenefit(installedText(installation, `${folder}/${name}`), `${folder}/${name}`),
  );

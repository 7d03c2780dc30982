/** `policy list|show|verify`: installed payment policies, every value with its source and line, and whether known answers come out. */
import { UserError } from '../../errors.ts';
import { type Command, text } from '../command.ts';
import type { Face } from '../face.ts';
import { importOptions, importWeights } from '../import-weights.ts';

export const policyCommand: Command = {
  usage: 'policy <action> [id]',
  about: {
    zh: '支付政策：list 列出 · show 内容与出处 · verify 核验 · import-weights 导入公布的权重表',
    en: 'payment policies: list, show, verify, import-weights (a published weight table)',
  },
  options: (yargs, language) =>
    importOptions(yargs, language)
      .positional('action', { choices: ['list', 'show', 'verify', 'import-weights'] as const, demandOption: true })
      .positional('id', {
        type: 'string',
        describe: language === 'zh' ? '政策编号、政策文件；verify 也可给案例文件' : 'policy id or file; verify also takes a file of cases',
      }),
  run: async (words, face) => {
    const { policyListText, policyText, policyChecksText, casesText } = await import('../../report/policy-text.ts');
    const { checkedPolicies, installedPolicies, shownPolicy } = await import('../../app/installed-policies.ts');
    const id = text(words, 'id');
    switch (text(words, 'action')) {
      case 'show':
        await face.out(policyText(shownPolicy(face.installation, id ?? missing()), face.language));
        return 0;
      case 'import-weights':
        return importWeights(id ?? missing(), words, face);
      case 'verify': {
        const cases = id === undefined ? undefined : await casesIn(id, face);
        if (id !== undefined && cases) {
          await face.out(casesText(id, cases, face.language));
          return verified(cases.filter(({ equal }) => !equal).length);
        }
        const checks = checkedPolicies(face.installation, id);
        await face.out(policyChecksText(checks, face.language));
        return verified(checks.reduce((sum, check) => sum + check.wrong, 0));
      }
      default:
        await face.out(policyListText(installedPolicies(face.installation), face.language));
        return 0;
    }
  },
};

/** undefined: the words name a policy, or a file that is no list of cases. */
async function casesIn(idOrFile: string, face: Face) {
  if (!/\.ya?ml$/i.test(idOrFile)) return undefined;
  const { verifiedCases } = await import('../../app/verify-cases.ts');
  return verifiedCases(face.installation, idOrFile);
}

function verified(wrong: number): number {
  if (wrong === 0) return 0;
  throw new UserError(
    'VERIFY_FAILED',
    { zh: `${wrong} 条已知答案不一致`, en: `${wrong} known answers differ` },
    { hint: { zh: '上面列出每条的期望、所得和计算过程。', en: 'Each is listed above with what was expected, what came out and how.' } },
  );
}

function missing(): never {
  throw new UserError(
    'USAGE',
    { zh: '请给出政策编号', en: 'name a policy' },
    { hint: { zh: 'casemix policy list 列出已安装的政策。', en: 'casemix policy list shows what is installed.' } },
  );
}

/** `verify`: whether a saved workspace is as casemix wrote it; exit 4 and the first thing that is wrong. */
import { UserError } from '../../errors.ts';
import { type Command, text } from '../command.ts';
import { passphraseFor } from '../passphrase.ts';

export const verifyCommand: Command = {
  usage: 'verify <file>',
  about: {
    zh: '核验工作区：变更日志的链、每次载入的校验和、表与载入一致',
    en: 'verify a workspace: chain of the log, hashes of the loads, tables against loads',
  },
  options: (yargs, language) => {
    const zh = language === 'zh';
    return yargs
      .positional('file', { type: 'string', demandOption: true, describe: zh ? '工作区文件' : 'workspace file' })
      .option('passphrase-file', { type: 'string', describe: zh ? '口令文件（权限 0600）' : 'file with the passphrase (mode 0600)' })
      .option('format', { choices: ['text', 'json'], default: 'text', describe: zh ? '输出格式' : 'output format' });
  },
  run: async (words, face) => {
    const path = text(words, 'file')!;
    const { verifyWorkspace } = await import('../../app/verify-workspace.ts');
    const { verdictText } = await import('../../report/workspace-text.ts');
    const { verdictJson } = await import('../../report/workspace-json.ts');
    const { isEncrypted } = await import('../../app/saved-loads.ts');
    const passphrase = isEncrypted(path) ? await passphraseFor(words, face) : undefined;
    const verdict = await verifyWorkspace(face.installation, path, { passphrase });
    const json = text(words, 'format') === 'json';
    await face.out(json ? `${JSON.stringify(verdictJson(verdict), null, 2)}\n` : verdictText(verdict, face.language));
    if (verdict.wrong === undefined) return 0;
    throw new UserError('VERIFY_FAILED', verdict.wrong.what, {
      at: path,
      hint: {
        zh: '文件被改动或损坏：用备份，或从原始文件重新载入。',
        en: 'The file is damaged or was changed: use a copy, or load the original files again.',
      },
    });
  },
};

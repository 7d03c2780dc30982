/** `scenario check|show`: read, resolve and judge scenario files; show every value with the file and line it came from. */
import { type Command, flag, list, text } from '../command.ts';

export const scenarioCommand: Command = {
  usage: 'scenario <action> <files..>',
  about: { zh: '情景：check 检查 · show 展开并给出处', en: 'scenarios: check, show' },
  options: (yargs, language) =>
    yargs
      .positional('action', { choices: ['check', 'show'] as const, demandOption: true })
      .positional('files', { type: 'string', array: true, demandOption: true })
      .option('changed', { type: 'boolean', describe: language === 'zh' ? '只显示情景改动的参数' : 'only what the scenarios state' })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text',
        describe: language === 'zh' ? '输出格式' : 'output format',
      }),
  run: async (words, face) => {
    const { checkedFile, shownScenario } = await import('../../app/shown-scenario.ts');
    const { scenarioText } = await import('../../report/scenario-text.ts');
    const zh = face.language === 'zh';
    for (const file of list(words, 'files')) {
      if (text(words, 'action') === 'check') {
        const { id, hashes } = checkedFile(face.installation, file);
        const named = [id, ...hashes.map(hash => hash.slice(0, 12))].join(zh ? '，' : ', ');
        await face.out(zh ? `${file}：正确（${named}）\n` : `${file}: good (${named})\n`);
        continue;
      }
      const shown = shownScenario(face.installation, file);
      if (text(words, 'format') === 'json') {
        await face.out(`${JSON.stringify({ schemaVersion: 1, ...shown }, null, 2)}\n`);
      } else {
        await face.out(scenarioText(shown, { language: face.language, changedOnly: flag(words, 'changed') }));
      }
    }
    return 0;
  },
};

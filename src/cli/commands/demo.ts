/** `demo`: the main job on the sample hospital, printed: load, group, settle, compare. */
import { SHIPPED_COMPARISON } from '../../app/defaults.ts';
import { type Command, list, text } from '../command.ts';
import { loadOptions, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';
import { tellAlarms } from '../tell-alarms.ts';

export const demoCommand: Command = {
  usage: 'demo [files..]',
  about: { zh: '在示范医院上跑完主要流程并打印', en: 'the main job on the sample hospital, printed' },
  options: (yargs, language) =>
    withOptions(yargs, language, loading, {
      format: { choices: ['text', 'json'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' },
    }),
  run: async (words, face) => {
    const { carryOut } = await import('../../app/carry-out.ts');
    const { demoJson, demoText } = await import('../../report/demo.ts');
    const files = list(words, 'files');
    const carried = await carryOut(face.installation, {
      ...(await loadOptions(words, face)),
      comparison: SHIPPED_COMPARISON,
      data: files.length > 0 ? files : undefined,
    });
    tellLoad(carried.load, face);
    const { load, comparison, groupings, alarms } = carried;
    const main = { sample: files.length === 0, load, comparison, groupings: [...groupings.values()] };
    const json = text(words, 'format') === 'json';
    await face.out(json ? `${JSON.stringify(demoJson(main), null, 2)}\n` : demoText(main, face.language));
    return tellAlarms(alarms, face);
  },
};

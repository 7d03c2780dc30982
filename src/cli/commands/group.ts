/** `group`: one row per stay, in the order of the file. */
import { DEFAULT_CATALOGUE } from '../../app/defaults.ts';
import { count, percent } from '../../report/format.ts';
import type { GroupRows } from '../../report/result-rows.ts';
import { type Command, list, text } from '../command.ts';
import { deliver, refuseTarget, withMark } from '../deliver.ts';
import type { Face } from '../face.ts';
import { loadOptions, strictStatus, tellLoad } from '../load-words.ts';
import { loading, withOptions } from '../options.ts';

export const groupCommand: Command = {
  usage: 'group <files..>',
  about: { zh: '分组：每份病例一行', en: 'group: one row per stay' },
  options: (yargs, language) =>
    withOptions(yargs, language, ['catalogue', 'output', 'force', ...loading], {
      format: { choices: ['csv', 'ndjson', 'json'], default: 'csv', describe: language === 'zh' ? '输出格式' : 'output format' },
    }),
  run: async (words, face) => {
    refuseTarget(words);
    const { groupFile } = await import('../../app/group-file.ts');
    const catalogue = text(words, 'catalogue') ?? DEFAULT_CATALOGUE;
    const { load, rows } = await groupFile(face.installation, list(words, 'files'), { ...(await loadOptions(words, face)), catalogue });
    tellLoad(load, face);
    const { groupCsv } = await import('../../report/group-csv.ts');
    const { groupJson, groupNdjson } = await import('../../report/group-json.ts');
    switch (text(words, 'format')) {
      case 'json':
        await deliver(groupJson(rows), words, face);
        break;
      case 'ndjson':
        await deliver(groupNdjson(rows), words, face);
        break;
      default:
        await deliver(groupCsv(rows, { bom: withMark(words) }), words, face);
    }
    tellGroups(rows, face);
    return strictStatus(load, words);
  },
};

function tellGroups({ catalogue, groups, columns }: GroupRows, face: Face): void {
  const by = { grouped: 0, ambiguous: 0, ungrouped: 0 };
  for (const group of columns.group) by[groups[group]!.status]++;
  const { grouped, ambiguous, ungrouped } = by;
  face.note(
    face.language === 'zh'
      ? `${catalogue}：入组 ${count(grouped)}（${percent(grouped, columns.count)}），歧义 ${count(ambiguous)}，未入组 ${count(ungrouped)}\n`
      : `${catalogue}: grouped ${count(grouped)} (${percent(grouped, columns.count)}), ambiguous ${count(ambiguous)}, ungrouped ${count(ungrouped)}\n`,
  );
}

/** `profile list|show|try`: the column profiles there are, one laid open, and how a file would be understood; a mapping that is right is saved. */
import { UserError } from '../../errors.ts';
import type { OwnColumn } from '../../stay/own-layout.ts';
import { type Command, flag, list, text, type Words } from '../command.ts';
import type { Face } from '../face.ts';
import { withOptions } from '../options.ts';

export const profileCommand: Command = {
  usage: 'profile <action> [subject]',
  about: {
    zh: '列映射：list 列出 · show 编号 显示内容 · try 文件 试读表头，看每一列怎样理解',
    en: 'column profiles: list, show ID, try FILE (how its header would be understood)',
  },
  options: (yargs, language) =>
    withOptions(
      yargs.positional('action', { choices: ['list', 'show', 'try'] as const, demandOption: true }).positional('subject', {
        type: 'string',
        describe: language === 'zh' ? '编号、列映射文件或数据文件' : 'id, profile file or data file',
      }),
      language,
      ['profile', 'encoding', 'map', 'save-profile', 'force'],
      { format: { choices: ['text', 'json'], default: 'text', describe: language === 'zh' ? '输出格式' : 'output format' } },
    ),
  run: async (words, face) => {
    switch (text(words, 'action')) {
      case 'show':
        return show(subject(words), words, face);
      case 'try':
        return tryFile(subject(words), words, face);
      default:
        return listAll(words, face);
    }
  },
};

const isJson = (words: Words): boolean => text(words, 'format') === 'json';
const inJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function listAll(words: Words, face: Face): Promise<number> {
  const { profilesFor } = await import('../../app/profiles.ts');
  const { profileListJson, profileListText } = await import('../../report/profile-list.ts');
  const profiles = profilesFor(face.installation, text(words, 'profile'));
  await face.out(isJson(words) ? inJson(profileListJson(profiles)) : profileListText(profiles, face.language));
  return 0;
}

async function show(id: string, words: Words, face: Face): Promise<number> {
  const { profilesFor } = await import('../../app/profiles.ts');
  const { profileNamed } = await import('../../files/layout.ts');
  const { profileJson, profileShown } = await import('../../report/profile-list.ts');
  const { isAmount } = await import('../../files/amount-units.ts');
  const profile = profileNamed(id, profilesFor(face.installation, id));
  await face.out(
    isJson(words) ? inJson(profileJson(profile)) : profileShown(profile, face.language, field => isAmount(field as OwnColumn)),
  );
  return 0;
}

async function tryFile(path: string, words: Words, face: Face): Promise<number> {
  const { layoutToSave, saveProfile, savedProfilePath } = await import('../../app/profiles.ts');
  const { layoutsOf, triedFile } = await import('../../app/tried-file.ts');
  const { triedJson, triedText } = await import('../../report/profile-tried.ts');
  const id = text(words, 'save-profile');
  if (id !== undefined) savedProfilePath(face.installation, id);
  const tried = await triedFile(face.installation, path, {
    profile: text(words, 'profile'),
    encoding: text(words, 'encoding'),
    map: list(words, 'map'),
  });
  await face.out(isJson(words) ? inJson(triedJson(tried)) : triedText(tried, face.language));
  if (id === undefined) return 0;
  const { profileWords } = await import('../../report/profile-words.ts');
  const { filled } = await import('../../report/words.ts');
  const saved = await saveProfile(face.installation, layoutToSave(layoutsOf(tried), path), { id, force: flag(words, 'force') });
  face.note(`${filled(profileWords[face.language].saved, { path: saved })}\n`);
  return 0;
}

function subject(words: Words): string {
  const given = text(words, 'subject');
  if (given !== undefined) return given;
  throw new UserError(
    'USAGE',
    { zh: '请给出列映射编号或数据文件', en: 'name a profile or a data file' },
    {
      hint: {
        zh: 'casemix profile list 列出列映射；casemix profile try 文件 试读。',
        en: 'casemix profile list shows what there is; casemix profile try FILE.',
      },
    },
  );
}

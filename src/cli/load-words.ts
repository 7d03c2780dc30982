/** What loading takes from the line, what a person is told about the rows, and the status that `--strict` makes of it. */
import type { LoadOptions } from '../app/load-stays.ts';
import { seldom } from '../app/progress.ts';
import { exitStatus, UserError } from '../errors.ts';
import { type Mapped, readMap } from '../files/mapping.ts';
import type { Load } from '../files/read-stays.ts';
import { isSavedWorkspace } from '../files/saved-workspace.ts';
import { count } from '../report/format.ts';
import { loneRefunds } from '../report/lone-refunds.ts';
import { progressWords } from '../ui/progress-words.ts';
import { flag, list, text, type Words } from './command.ts';
import type { Face } from './face.ts';

export async function loadOptions(words: Words, face: Face): Promise<LoadOptions & { readonly map: readonly Mapped[] }> {
  refuseReadingAgain(words);
  const inWords = progressWords();
  const told = seldom(progress => face.progress(inWords(progress, face.language)));
  return {
    profile: text(words, 'profile'),
    map: readMap(list(words, 'map')),
    encoding: text(words, 'encoding'),
    codes: text(words, 'codes') as LoadOptions['codes'],
    passphrase: await passphraseOf(words, face),
    sameDay: text(words, 'same-day') === '0' ? 0 : 1,
    keepStaffNames: flag(words, 'keep-staff-names'),
    keepIdentifiers: flag(words, 'keep-identifiers'),
    onProgress: (rows, share) => told({ stage: 'load', rows, share }),
  };
}

/** Said when the files of a workspace were loaded, and kept with its loads: nothing is read again that they could change. */
const ofReading = ['map', 'profile', 'encoding', 'keep-staff-names', 'save-profile', 'rejects'];

/** @throws UserError USAGE for a word about reading files where a workspace is opened. */
export function refuseReadingAgain(words: Words): void {
  const workspace = filesOf(words).find(isSavedWorkspace);
  const asked = ofReading.find(name => words[name] !== undefined && words[name] !== false);
  if (workspace !== undefined && asked !== undefined) throw decided(asked, workspace);
}

const filesOf = (words: Words): readonly string[] => [...list(words, 'files'), text(words, 'file') ?? '', ...list(words, 'data')];

const decided = (name: string, at: string): UserError =>
  new UserError(
    'USAGE',
    { zh: `--${name} 对工作区不起作用`, en: `--${name} can do nothing on a workspace` },
    {
      at,
      hint: {
        zh: '这在载入原始文件时已经确定；要换一种读法，用 casemix load 文件 --save 新工作区 重新载入原始文件。',
        en: 'It was decided when its files were loaded; to read them another way, load them again: casemix load FILE --save NEW.casemix.',
      },
    },
  );

/** Asked for only when one of the files is an encrypted workspace. */
async function passphraseOf(words: Words, face: Face): Promise<string | undefined> {
  const files = filesOf(words).filter(isSavedWorkspace);
  if (files.length === 0) return undefined;
  const { isEncrypted } = await import('../app/saved-loads.ts');
  if (!files.some(isEncrypted)) return undefined;
  const { passphraseFor } = await import('./passphrase.ts');
  return passphraseFor(words, face);
}

/** One line a file on standard error, and one more when rows were refused. */
export function tellLoad({ table: { files, identifiers, settlements }, findings }: Load, face: Face): void {
  face.progress('');
  const zh = face.language === 'zh';
  for (const { name, encoding, profile, read, loaded, refused } of files) {
    const said = zh
      ? `${name}：读取 ${count(read)} = 载入 ${count(loaded)} + 拒收 ${count(refused)}（编码 ${encoding}，布局 ${profile}）`
      : `${name}: read ${count(read)} = loaded ${count(loaded)} + refused ${count(refused)} (encoding ${encoding}, profile ${profile})`;
    // A refused row is never passed over in silence, not even with --quiet.
    if (refused > 0) face.err(`${said}\n`);
    else face.note(`${said}\n`);
  }
  for (const said of settlements ? loneRefunds(settlements, face.language) : []) face.err(`${said}\n`);
  if (identifiers) face.err(zh ? '含标识：按要求保留了姓名或编号\n' : 'with identifiers: names or numbers were kept as asked\n');
  const found = Object.values(findings.counts).reduce((sum, n) => sum + n, 0);
  if (found > 0) face.note(zh ? `提示 ${count(found)} 条，用 casemix load 查看\n` : `${count(found)} findings; casemix load shows them\n`);
}

export function strictStatus({ table: { files } }: Load, words: Words): number {
  return flag(words, 'strict') && files.some(file => file.refused > 0) ? exitStatus.ROWS_REFUSED : 0;
}

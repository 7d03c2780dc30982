/** What loading takes from the line, what a person is told about the rows, and the status that `--strict` makes of it. */
import type { LoadOptions } from '../app/load-stays.ts';
import { seldom } from '../app/progress.ts';
import { exitStatus } from '../errors.ts';
import { type Mapped, readMap } from '../files/mapping.ts';
import type { Load } from '../files/read-stays.ts';
import { count } from '../report/format.ts';
import { progressWords } from '../ui/progress-words.ts';
import { flag, list, text, type Words } from './command.ts';
import type { Face } from './face.ts';

export function loadOptions(words: Words, face: Face): LoadOptions & { readonly map: readonly Mapped[] } {
  const inWords = progressWords();
  const told = seldom(progress => face.progress(inWords(progress, face.language)));
  return {
    profile: text(words, 'profile'),
    map: readMap(list(words, 'map')),
    encoding: text(words, 'encoding'),
    sameDay: text(words, 'same-day') === '0' ? 0 : 1,
    keepStaffNames: flag(words, 'keep-staff-names'),
    onProgress: (rows, share) => told({ stage: 'load', rows, share }),
  };
}

/** One line a file on standard error, and one more when rows were refused. */
export function tellLoad({ table: { files }, findings }: Load, face: Face): void {
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
  const found = Object.values(findings.counts).reduce((sum, n) => sum + n, 0);
  if (found > 0) face.note(zh ? `提示 ${count(found)} 条，用 casemix load 查看\n` : `${count(found)} findings; casemix load shows them\n`);
}

export function strictStatus({ table: { files } }: Load, words: Words): number {
  return flag(words, 'strict') && files.some(file => file.refused > 0) ? exitStatus.ROWS_REFUSED : 0;
}

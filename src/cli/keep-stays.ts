/** What `load` does with the stays afterwards: keeps them in a new workspace, or adds them to one, and says what that changed. */

import type { LoadOptions } from '../app/load-stays.ts';
import type { Done, OpenedFile } from '../app/saved-loads.ts';
import { UserError } from '../errors.ts';
import type { Load } from '../files/read-stays.ts';
import { refuseMissingWorkspace } from '../files/saved-workspace.ts';
import { count } from '../report/format.ts';
import { staysIn } from '../stay/waiting-lines.ts';
import { flag, text, type Words } from './command.ts';
import { refuseTarget, rulesOf } from './deliver.ts';
import type { Face } from './face.ts';
import { newPassphrase } from './passphrase.ts';

type Keeping = { readonly options: LoadOptions; readonly words: Words; readonly face: Face };

/** Asked before anything is read. */
export function refuseKeeping(words: Words): void {
  const [save, into] = [text(words, 'save'), text(words, 'into')];
  if (save !== undefined && into !== undefined) throw oneOf('--save', '--into');
  if (flag(words, 'encrypt') && save === undefined && into === undefined) throw needs('--encrypt', '--save');
}

/** What the load goes into: opened before anything is read, because item lines may be of stays that are in there. */
export type Place = {
  readonly path: string;
  readonly passphrase: string | undefined;
  readonly file: OpenedFile | undefined;
};

/** Undefined where nothing is to be kept. The passphrase of an encrypted workspace is asked for once, that of a new one twice. */
export async function placeToKeep(words: Words, face: Face): Promise<Place | undefined> {
  const [save, into] = [text(words, 'save'), text(words, 'into')];
  const path = into ?? save;
  if (path === undefined) return undefined;
  if (into === undefined) refuseToReplace(words, path);
  else refuseMissingWorkspace(into);
  const { isEncrypted, openFile } = await import('../app/saved-loads.ts');
  const isSealed = into !== undefined && isEncrypted(into);
  const passphrase = isSealed || flag(words, 'encrypt') ? await newPassphrase(words, face, { again: !isSealed }) : undefined;
  return { path, passphrase, file: into === undefined ? undefined : await openFile(into, { passphrase }) };
}

export async function keepStays(load: Load, { path, passphrase, file }: Place, { options, words, face }: Keeping): Promise<void> {
  const { keepLoad } = await import('../app/keep-load.ts');
  const { image, done } = await keepLoad(face.installation, load, {
    ...options,
    at: new Date().toISOString(),
    comparison: text(words, 'comparison')!,
    into: file?.saved,
  });
  const { writeOutput } = await import('../files/write-output.ts');
  const { seal } = await import('../files/sealed.ts');
  const bytes = passphrase === undefined ? image : seal(image, passphrase);
  await writeOutput(path, [bytes], file ? { force: true, opened: file.sha256 } : rulesOf(words));
  face.note(told(done, path, load, face));
}

function told({ load, changes, unchanged }: Done, path: string, { rows: { waiting } }: Load, { language }: Face): string {
  const { added, corrected } = changes;
  const zh = language === 'zh';
  const own = zh
    ? `工作区已保存：${path}（第 ${load} 次载入：新增 ${count(added)} 行，更正 ${count(corrected)} 行，原有相同 ${count(unchanged)} 行）\n`
    : `workspace saved: ${path} (load ${load}: ${count(added)} rows added, ${count(corrected)} corrected, ${count(unchanged)} there already)\n`;
  if (!waiting) return own;
  const lines = count(waiting.lines.count);
  const stays = count(staysIn(waiting));
  return `${own}${zh ? `${lines} 行明细归入已有的 ${stays} 例\n` : `${lines} item lines belong to ${stays} stays that were there\n`}`;
}

function refuseToReplace(words: Words, path: string): void {
  try {
    refuseTarget(words, path);
  } catch (error) {
    throw error instanceof UserError && error.code === 'OUTPUT_EXISTS' ? isThere(path) : error;
  }
}

const isThere = (at: string) =>
  new UserError(
    'OUTPUT_EXISTS',
    { zh: '工作区已存在，没有覆盖', en: 'the workspace exists and was not replaced' },
    {
      at,
      hint: {
        zh: '加进这个工作区用 --into；换一个文件名，或加 --force 整个覆盖。',
        en: 'To add to it use --into; choose another name, or add --force to replace all of it.',
      },
    },
  );

const oneOf = (a: string, b: string) =>
  new UserError(
    'USAGE',
    { zh: `${a} 和 ${b} 只能用一个`, en: `${a} and ${b} exclude each other` },
    { hint: { zh: '--save 新建工作区，--into 加进已有的工作区。', en: '--save makes a workspace, --into adds to one.' } },
  );

const needs = (a: string, b: string) =>
  new UserError(
    'USAGE',
    { zh: `${a} 要和 ${b} 一起用`, en: `${a} goes with ${b}` },
    { hint: { zh: `例如 ${b} W.casemix ${a}`, en: `For example ${b} W.casemix ${a}` } },
  );

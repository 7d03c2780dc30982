/** What `load` does with the stays afterwards: keeps them in a new workspace, or adds them to one, and says what that changed. */

import type { LoadOptions } from '../app/load-stays.ts';
import type { Done } from '../app/saved-loads.ts';
import { UserError } from '../errors.ts';
import type { Load } from '../files/read-stays.ts';
import { count } from '../report/format.ts';
import { flag, text, type Words } from './command.ts';
import { rulesOf } from './deliver.ts';
import type { Face } from './face.ts';
import { newPassphrase } from './passphrase.ts';

type Keeping = { readonly options: LoadOptions; readonly words: Words; readonly face: Face };

/** Asked before anything is read. */
export function refuseKeeping(words: Words): void {
  const [save, into] = [text(words, 'save'), text(words, 'into')];
  if (save !== undefined && into !== undefined) throw oneOf('--save', '--into');
  if (flag(words, 'encrypt') && save === undefined && into === undefined) throw needs('--encrypt', '--save');
}

export async function keepStays(load: Load, { options, words, face }: Keeping): Promise<void> {
  const { installation } = face;
  const into = text(words, 'into');
  const path = into ?? text(words, 'save')!;
  const { keepLoad } = await import('../app/keep-load.ts');
  const { isEncrypted, openSaved } = await import('../app/saved-loads.ts');
  const seals = flag(words, 'encrypt') || (into !== undefined && isEncrypted(into));
  const passphrase = seals ? await newPassphrase(words, face, { again: into === undefined }) : undefined;
  const { image, done } = await keepLoad(installation, load, {
    ...options,
    at: new Date().toISOString(),
    comparison: text(words, 'comparison')!,
    into: into === undefined ? undefined : await openSaved(into, { passphrase }),
  });
  const { writeOutput } = await import('../files/write-output.ts');
  const { seal } = await import('../files/sealed.ts');
  const bytes = passphrase === undefined ? image : seal(image, passphrase);
  await writeOutput(path, [bytes], into === undefined ? rulesOf(words) : { force: true });
  face.note(told(done, path, face));
}

function told({ load, changes, unchanged }: Done, path: string, { language }: Face): string {
  const { added, corrected } = changes;
  return language === 'zh'
    ? `工作区已保存：${path}（第 ${load} 次载入：新增 ${count(added)} 行，更正 ${count(corrected)} 行，原有相同 ${count(unchanged)} 行）\n`
    : `workspace saved: ${path} (load ${load}: ${count(added)} rows added, ${count(corrected)} corrected, ${count(unchanged)} there already)\n`;
}

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

/**
 * Which entries of an archive are files to read: not folders, not what macOS and Windows leave behind. A name that would
 * leave its folder is refused, though nothing is ever written: such an archive was made to do harm.
 */
import { UserError } from '../../../errors.ts';
import { type Budget, countEntries } from '../limits.ts';
import type { Entry } from './zip-entries.ts';

export function archiveFiles(
  entries: readonly Entry[],
  { at, budget }: { readonly at: string; readonly budget: Budget },
): readonly Entry[] {
  countEntries(budget, entries.length, at);
  const unsafe = entries.find(({ name }) => escapes(name));
  if (unsafe) throw leadsOut(`${at} › ${unsafe.name}`);
  return entries.filter(({ name }) => !name.endsWith('/') && !leftBehind.test(name));
}

const escapes = (name: string): boolean =>
  name.startsWith('/') || name.includes('\\') || /^[a-z]:/i.test(name) || name.split('/').includes('..');

const leftBehind = /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$)/i;

const leadsOut = (at: string): UserError =>
  new UserError(
    'FILE_UNSAFE',
    { zh: '压缩包里的文件名指向压缩包之外', en: 'the archive holds a name that leads out of it' },
    {
      at,
      hint: {
        zh: '请确认来源可信；解压后给出里面的文件。',
        en: 'Make sure where it comes from; unpack it and give the files that are in it.',
      },
    },
  );

/** The files of the load, one row a file or sheet: what each is, how it was read, and that its rows are all accounted for. */
import type { Desk } from '../../app/desk.ts';
import { count } from '../../report/format.ts';
import type { SourceFile } from '../../stay/stay-table.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { countColumns, textColumns } from './text-columns.ts';

export function filesSheet({ stays: { files } }: Desk, say: Say): Sheet {
  const text = textColumns(files);
  const number = countColumns(files, count);
  return {
    ...keyed(files.map(({ name }, i) => (files.findIndex(file => file.name === name) === i ? name : `${name} #${i + 1}`))),
    columns: [
      text('file', say('file'), { of: ({ name }) => name, most: 30, fixed: 'left' }),
      { ...number('read', say('rowsRead'), ({ read }) => read), footer: 'sum' },
      { ...number('loaded', say('rowsLoaded'), ({ loaded }) => loaded), footer: 'sum' },
      { ...number('refused', say('rowsRefused'), ({ refused }) => refused), footer: 'sum' },
      text('document', say('document'), { of: ({ reading }) => (reading ? say(`document_${reading.document}`) : ''), most: 12 }),
      text('format', say('format'), { of: ({ reading }) => reading?.format ?? '', most: 6 }),
      text('encoding', say('encoding'), { of: ({ encoding }) => encoding, most: 10 }),
      text('profile', say('profile'), { of: profileText(say), most: 24 }),
      number('header', say('headerRow'), ({ reading }) => reading?.headerRow),
      text('sha256', 'sha256', { of: ({ sha256 }) => sha256.slice(0, 12), most: 12 }),
    ],
  };
}

/** `hqms 98%` and, unless the layout is official, 未核对. */
const profileText =
  (say: Say) =>
  ({ profile, reading }: SourceFile): string =>
    [
      profile,
      ...(reading ? [`${Math.floor(reading.score * 100)}%`] : []),
      ...(reading && reading.basis !== 'official' ? [say('unverified')] : []),
    ].join(' ');

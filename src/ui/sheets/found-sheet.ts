/** What one check found, row by row: in which file and row, in which column, what stood there as it may be shown, and the stay it became. */
import type { Desk } from '../../app/desk.ts';
import { count } from '../../report/format.ts';
import type { FindingRule } from '../../stay/finding.ts';
import { staysAt } from '../../stay/source-place.ts';
import { stayId } from '../../stay/stay-table.ts';
import { keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { countColumns, textColumns } from './text-columns.ts';

export function foundSheet({ findings, stays }: Desk, rule: FindingRule, say: Say): Sheet {
  const listed = findings.list.filter(finding => finding.rule === rule);
  const became = staysAt(stays, listed);
  const found = listed.map((finding, i) => ({ ...finding, stay: became[i] }));
  const text = textColumns(found);
  const number = countColumns(found, count);
  return {
    ...keyed(found.map(({ file, row }, i) => `${file}:${row}:${i + 1}`)),
    identifiers: true,
    keysOf: findings,
    stayOf: row => found[row]?.stay,
    columns: [
      { ...number('row', say('rowOfFile'), ({ row }) => row), fixed: 'left' },
      text('file', say('file'), { of: ({ file }) => file, most: 28 }),
      text('column', say('columnChecked'), { of: ({ column }) => column, most: 20 }),
      text('value', say('valueFound'), { of: ({ value }) => value, most: 24 }),
      text('effect', say('effect'), { of: ({ effect }) => say(`effect_${effect}`), most: 10 }),
      { ...text('stay', say('stay'), { of: ({ stay }) => (stay === undefined ? '' : stayId(stay)), most: 9 }), identifier: true },
    ],
  };
}

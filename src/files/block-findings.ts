/** Findings of one block of rows, put in file order before they are logged; what stood in the cell is read only for those that are listed. */
import type { Finding, FindingRule } from '../stay/finding.ts';
import type { FindingLog } from '../stay/finding-log.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import type { Block, Misfit } from './csv-block.ts';
import { masked } from './identifiers.ts';
import type { Layout } from './layout.ts';
import { plainText } from './plain-text.ts';

type Seen = {
  readonly record: number;
  readonly column: number;
  readonly rule: FindingRule;
  readonly effect: 'refused' | 'noted';
  readonly value: () => string;
};

export type BlockFindings = {
  readonly note: Note;
  readonly misfit: Misfit;
  /** 1 where a row of the block is refused. */
  readonly refused: Uint8Array;
  /** Rows that never entered the block, of the whole file so far. */
  misfits(): number;
  flush(): void;
};

const MOST_LETTERS = 40;

type Setting = {
  readonly file: string;
  readonly block: Block;
  readonly layout: Layout;
  readonly log: FindingLog;
  decode(bytes: Uint8Array): string;
};

export function blockFindings({ file, block, layout, log, decode }: Setting): BlockFindings {
  const refused = new Uint8Array(block.capacity);
  let seen: Seen[] = [];
  let misfits = 0;

  return {
    refused,
    misfits: () => misfits,
    note(row, field, rule, effect) {
      if (effect === 'refused') refused[row] = 1;
      const column = columnOf(layout, field);
      seen.push({ record: block.records[row]!, column, rule, effect, value: () => cellText(row, column, isIdentifier(field)) });
    },
    misfit(record, rule, cells) {
      misfits++;
      const value = rule === 'quote_open' ? '' : `${cells} / ${block.columns}`;
      seen.push({ record, column: -1, rule, effect: 'refused', value: () => value });
    },
    flush() {
      seen.sort((a, b) => a.record - b.record || a.column - b.column);
      for (const finding of seen) log.add(finding.rule, () => described(finding));
      seen = [];
    },
  };

  function described({ record, column, rule, effect, value }: Seen): Finding {
    return { file, row: record, column: layout.header[column] ?? '', value: value(), rule, effect };
  }

  function cellText(row: number, column: number, secret: boolean): string {
    const cell = row * block.columns + column;
    const text = plainText(decode(block.bytes.subarray(block.starts[cell], block.ends[cell])));
    return secret ? masked(text) : [...text].slice(0, MOST_LETTERS).join('');
  }
}

/** Column of the file that a finding about a field points at. */
function columnOf({ columns, lists }: Layout, field: OwnColumn): number {
  if (field === 'dx' || field === 'px') return lists[field][0] ?? -1;
  return columns.get(field) ?? -1;
}

const isIdentifier = (field: OwnColumn): boolean => field === 'stay_id' || field === 'patient_key' || field === 'doctor';

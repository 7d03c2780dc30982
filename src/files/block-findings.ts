/** Findings of one block of rows, put in file order before they are logged; what stood in the cell is read only for those that are listed. */
import type { Finding, FindingRule } from '../stay/finding.ts';
import type { FindingLog } from '../stay/finding-log.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Note } from '../stay/stay-length.ts';
import type { Block, Misfit } from './csv-block.ts';
import type { Layout } from './layout.ts';
import { plainText } from './plain-text.ts';
import { shownValue } from './shown-value.ts';

type Seen = {
  /** -1 for a row that never entered the block. */
  readonly row: number;
  readonly record: number;
  readonly column: number;
  readonly rule: FindingRule;
  readonly effect: 'refused' | 'noted';
  readonly value: () => string;
};

export type BlockFindings = {
  readonly note: Note;
  /** The row is none at all: refused for this alone, whatever else was found in it. */
  refuseWhole(row: number, why: Pick<Seen, 'column' | 'rule'> & { readonly shown: string }): void;
  /** Refused among its other findings, with words of ours for what stands in the cell. */
  refuseShown(row: number, why: Pick<Seen, 'column' | 'rule'> & { readonly shown: string }): void;
  readonly misfit: Misfit;
  /** 1 where a row of the block is refused. */
  readonly refused: Uint8Array;
  /** Rows that never entered the block, of the whole file so far. */
  misfits(): number;
  /** Every refused row of the file so far, with all that was found in it. */
  refusedRows(): readonly RefusedRow[];
  flush(): void;
};

export type RefusedRow = { readonly record: number; readonly rules: readonly FindingRule[] };

type Setting = {
  readonly file: string;
  readonly block: Block;
  readonly layout: Layout;
  readonly log: FindingLog;
  decode(bytes: Uint8Array): string;
};

export function blockFindings({ file, block, layout, log, decode }: Setting): BlockFindings {
  const refused = new Uint8Array(block.capacity);
  const whole = new Map<number, Seen>();
  let seen: Seen[] = [];
  let misfits = 0;
  const rejected: RefusedRow[] = [];

  return {
    refused,
    misfits: () => misfits,
    refusedRows: () => rejected,
    note(row, field, rule, effect) {
      if (effect === 'refused') refused[row] = 1;
      const column = columnOf(layout, field);
      seen.push({ row, record: block.records[row]!, column, rule, effect, value: () => cellText(row, column, field) });
    },
    refuseWhole(row, { column, rule, shown }) {
      refused[row] = 1;
      whole.set(row, { row, record: block.records[row]!, column, rule, effect: 'refused', value: () => shown });
    },
    refuseShown(row, { column, rule, shown }) {
      refused[row] = 1;
      seen.push({ row, record: block.records[row]!, column, rule, effect: 'refused', value: () => shown });
    },
    misfit(record, rule, cells) {
      misfits++;
      const value = rule === 'quote_open' ? '' : `${cells} / ${block.columns}`;
      seen.push({ row: -1, record, column: -1, rule, effect: 'refused', value: () => value });
    },
    flush() {
      if (whole.size > 0) seen = [...seen.filter(({ row }) => !whole.has(row)), ...whole.values()];
      whole.clear();
      seen.sort((a, b) => a.record - b.record || a.column - b.column);
      for (const finding of seen) log.add(finding.rule, () => described(finding));
      for (const row of refusedOf(seen)) rejected.push(row);
      seen = [];
    },
  };

  function described({ record, column, rule, effect, value }: Seen): Finding {
    return { file, row: record, column: layout.header[column] ?? '', value: value(), rule, effect };
  }

  function cellText(row: number, column: number, field: OwnColumn): string {
    const cell = row * block.columns + column;
    return shownValue(plainText(decode(block.bytes.subarray(block.starts[cell], block.ends[cell]))), field);
  }
}

/** Column of the file that a finding about a field points at. */
function columnOf({ columns, lists }: Layout, field: OwnColumn): number {
  if (field === 'dx' || field === 'px') return lists[field][0] ?? -1;
  return columns.get(field) ?? -1;
}

/** The refused rows among findings in the order of rows, each with its reasons in the order of the columns; one pass, a whole file may be refused. */
function* refusedOf(seen: readonly Seen[]): Generator<RefusedRow> {
  let rules = new Set<FindingRule>();
  for (const [i, { record, rule, effect }] of seen.entries()) {
    if (effect === 'refused') rules.add(rule);
    if (seen[i + 1]?.record === record || rules.size === 0) continue;
    yield { record, rules: [...rules] };
    rules = new Set();
  }
}

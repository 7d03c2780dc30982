/**
 * The item lines of one table (费用明细) into the columns of the load, a block at a time, after all stays are read: a line belongs to a stay
 * or is refused and counted; rows read are always lines loaded plus lines refused.
 */
import type { FindingLog } from '../stay/finding-log.ts';
import type { SourceFile } from '../stay/stay-table.ts';
import { type BlockFindings, blockFindings } from './block-findings.ts';
import { dateReader, type Reader, wordReader } from './cell-readers.ts';
import { CATEGORY_UNKNOWN, categoryMeaning } from './charge-category.ts';
import type { ChargeBlock, ChargeColumns } from './charge-columns.ts';
import { amountReader, priceReader, quantityReader, shareReader } from './charge-readers.ts';
import { type StayPlaces, stayReader } from './charge-stays.ts';
import { type Block, newBlock, nextBlock, scanFrom } from './csv-block.ts';
import { footerMark } from './footer-row.ts';
import { refuseMasked } from './masked-cells.ts';
import { wordMeaning } from './meanings.ts';
import type { OpenTable } from './open-tables.ts';
import type { TableRead } from './read-table.ts';
import { readingOf } from './reading.ts';
import { wordTable } from './word-table.ts';

export type ChargeWork = {
  readonly log: FindingLog;
  readonly stays: StayPlaces;
  /** Shared by all tables of item lines of a load. */
  readonly lines: ChargeColumns;
};

export type ChargePlace = {
  /** Index of the file among those of the load. */
  readonly index: number;
  /** Told after every block: rows read so far of this table, and the part of its text that held them. */
  onPart(rows: number, part: number): void;
};

export function readCharges(table: OpenTable, { log, stays, lines }: ChargeWork, { index, onPart }: ChargePlace): TableRead {
  const { sheet, head, layout } = table;
  const { text } = head;
  const block = newBlock(text.bytes, head.names.length);
  const scan = scanFrom(text.bytes, head.end, head.record, head.separator);
  const columns = columnsOf(table, { rows: block.capacity, lines });
  const staysOf = stayReader({ layout, decode: text.decode, stays });
  const findings = blockFindings({ file: sheet.name, block, layout, log, decode: text.decode });
  const loadedBefore = lines.count();
  let rows = 0;
  for (let more = true; more; ) {
    more = nextBlock(block, scan, findings.misfit);
    rows += block.rows;
    findings.refused.fill(0);
    for (const read of columns.readers) read(block, findings.note);
    staysOf(block, columns.values.stay, (row, field, why) => {
      const mark = footerMark(block, row, { words: layout.profile.dropRows, decode: text.decode });
      if (mark) findings.refuseWhole(row, { column: mark.column, rule: 'footer_row', shown: mark.word });
      else findings.note(row, field, why === 'scientific' ? 'id_scientific' : 'charge_without_stay', 'refused');
    });
    refuseMasked(block, layout, findings);
    keepBlock({ block, findings, columns, lines, index });
    onPart(rows + findings.misfits(), more ? scan.at / scan.size : 1);
  }
  const read = rows + findings.misfits();
  const loaded = lines.count() - loadedBefore;
  const file: SourceFile = {
    name: sheet.name,
    sha256: sheet.sha256,
    encoding: sheet.encoding ?? text.encoding,
    profile: layout.profile.id,
    ...{ read, loaded, refused: read - loaded },
    reading: readingOf(table),
  };
  return { table, file, bytes: block.bytes, refused: findings.refusedRows() };
}

type Columns = {
  readonly values: ChargeBlock;
  readonly readers: readonly ((block: Block, note: BlockFindings['note']) => void)[];
};

function keepBlock({ block, findings, columns, lines, index }: Keeping): void {
  findings.flush();
  const { rows, records } = block;
  lines.keep(columns.values, { index, records }, { rows, refused: findings.refused });
}

type Keeping = {
  readonly block: Block;
  readonly findings: BlockFindings;
  readonly columns: Columns;
  readonly lines: ChargeColumns;
  readonly index: number;
};

/** The columns that the file has, each with its reader. */
function columnsOf({ head, layout }: OpenTable, { rows, lines }: { readonly rows: number; readonly lines: ChargeColumns }): Columns {
  const { decode } = head.text;
  const { columns: mapped, dictionary } = layout.profile;
  const readers: Columns['readers'][number][] = [];
  const amounts = (field: 'amount' | 'price', column: number) => ({ column, decode, unit: head.unit ?? mapped[field]?.unit ?? 'yuan' });

  return {
    values: {
      stay: new Uint32Array(rows),
      amount: column('amount', new Float64Array(rows), at => amountReader(amounts('amount', at))) ?? noAmounts(),
      category: column('charge_category', new Uint32Array(rows), categoryReader),
      item: column('item_code', new Uint32Array(rows), at => words('item_code', at, lines.words.item)),
      name: column('item_name', new Uint32Array(rows), at => words('item_name', at, lines.words.name)),
      quantity: column('quantity', new Float64Array(rows), at => quantityReader({ column: at, decode })),
      price: column('price', new Float64Array(rows), at => priceReader(amounts('price', at))),
      charged: column('charged', new Int32Array(rows), at => dateReader('charged', { column: at, decode })),
      selfpayShare: column('selfpay_share', new Float64Array(rows), at => shareReader({ column: at, decode })),
    },
    readers,
  };

  function column<A>(field: Parameters<typeof layout.columns.get>[0], values: A, reader: (at: number) => Reader<A>): A | undefined {
    const at = layout.columns.get(field);
    if (at === undefined) return undefined;
    const read = reader(at);
    readers.push((block, note) => read(block, values, note));
    return values;
  }

  /** A layout without amounts holds no item lines. */
  function noAmounts(): Float64Array {
    readers.push((block, note) => {
      for (let row = 0; row < block.rows; row++) note(row, 'amount', 'amount_invalid', 'refused');
    });
    return new Float64Array(rows).fill(Number.NaN);
  }

  function words(field: 'item_code' | 'item_name', at: number, list: ChargeColumns['words']['item']): Reader<Uint32Array> {
    return wordReader(field, at, wordTable(wordMeaning({ decode, dictionary: dictionary[field], list })));
  }

  function categoryReader(at: number): Reader<Uint32Array> {
    const read = wordReader('charge_category', at, wordTable(categoryMeaning({ decode, dictionary: dictionary.charge_category })));
    return (block, values, note) => {
      read(block, values, note);
      for (let row = 0; row < block.rows; row++) {
        if (values[row] !== CATEGORY_UNKNOWN) continue;
        values[row] = 0;
        note(row, 'charge_category', 'charge_category_unknown', 'noted');
      }
    };
  }
}

/**
 * Whether the columns of a load make a table: whoever can write a file can write its hashes too, and an offset or a code that points nowhere
 * would end in a stack somewhere behind. Lengths, offsets, codes, days and money are looked at once, before anything is worked out of them.
 */
import { chargeCategories, moneyFields, NO_DATE } from '../../stay/stay-table.ts';
import { type FlatTable, lineShapes, rowShapes, type TableColumn, type TableColumns } from '../../stay/table-columns.ts';
import { Misfit } from '../image/read-image.ts';

/** @throws Misfit with the name of the first column that cannot be. */
export function refuseUnsound({ count, columns, files, lines, waiting }: FlatTable): void {
  isWhole(count, 'rows');
  const inFiles = files.length;
  shaped(columns, { shapes: rowShapes, count, files: inFiles, always: everyRow });
  if (lines) ofStays(lines, { stays: count, files: inFiles });
  if (!waiting) return;
  const { named } = waiting;
  const names = named.get('settlement_key');
  const stays = names?.kind === 'words' ? names.codes.length : 0;
  shaped(named, { shapes: rowShapes, count: stays, files: inFiles, always: ['settlement_key', 'visit_id'] });
  ofStays(waiting.lines, { stays, files: inFiles });
}

const everyRow = ['sex', 'age', 'age_days', 'birth_weight_g', 'dx', 'px', 'days', 'source_file', 'source_row'];
const days = new Set(['admitted', 'discharged', 'settled', 'charged']);
const money = new Set<string>([...moneyFields, 'insurer_payment', 'amount']);
/** 0000-01-01 and 9999-12-31, as days since 1970. */
const [FIRST_DAY, LAST_DAY] = [-719_528, 2_932_896];

type Expected = {
  readonly shapes: typeof rowShapes;
  readonly count: number;
  readonly files: number;
  readonly always: readonly string[];
};

function ofStays(
  { count, columns }: NonNullable<FlatTable['lines']>,
  { stays, files }: { readonly stays: number; readonly files: number },
) {
  isWhole(count, 'lines');
  shaped(columns, { shapes: lineShapes, count, files, always: Object.keys(lineShapes) });
  const stay = valuesOf(columns.get('stay'));
  below(stay, stays, 'stay');
  for (let line = 1; line < stay.length; line++) if (stay[line]! < stay[line - 1]!) throw new Misfit('stay');
  below(valuesOf(columns.get('charge_category')), chargeCategories.length + 1, 'charge_category');
}

function shaped(columns: TableColumns, { shapes, count, files, always }: Expected): void {
  for (const name of always) if (!columns.has(name)) throw new Misfit(name);
  for (const [name, column] of columns) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name]! : undefined;
    if (shape?.kind !== column.kind) throw new Misfit(name);
    switch (column.kind) {
      case 'numbers':
        if (shape.kind === 'numbers' && shape.make(0).constructor !== column.values.constructor) throw new Misfit(name);
        long(column.values, count, name);
        inRange(name, column.values, files);
        break;
      case 'words':
        dictionary(column, name);
        long(column.codes, count, name);
        break;
      case 'lists':
        dictionary(column, name);
        ascending(column.offsets, { count, end: column.codes.length, name });
    }
  }
}

function inRange(name: string, values: ArrayLike<number>, files: number): void {
  if (name === 'source_file') below(values, files, name);
  const isDay = days.has(name);
  const isMoney = money.has(name);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const isSound = isDay
      ? value === NO_DATE || (value >= FIRST_DAY && value <= LAST_DAY)
      : Number.isNaN(value) || (isMoney ? Number.isSafeInteger(value) : Number.isFinite(value));
    if (!isSound) throw new Misfit(name);
  }
}

function dictionary({ codes, words }: Extract<TableColumn, { readonly words: unknown }>, name: string): void {
  if (!(codes instanceof Uint32Array) || !Array.isArray(words) || !words.every(word => typeof word === 'string')) throw new Misfit(name);
  below(codes, words.length, name);
}

function ascending(offsets: Uint32Array, { count, end, name }: { readonly count: number; readonly end: number; readonly name: string }) {
  if (!(offsets instanceof Uint32Array) || offsets[0] !== 0 || offsets[count] !== end) throw new Misfit(name);
  long(offsets, count + 1, name);
  for (let row = 0; row < count; row++) if (offsets[row]! > offsets[row + 1]!) throw new Misfit(name);
}

function below(values: ArrayLike<number>, limit: number, name: string): void {
  for (let row = 0; row < values.length; row++) if (values[row]! >= limit) throw new Misfit(name);
}

function long(values: ArrayLike<number>, count: number, name: string): void {
  if (values.length !== count) throw new Misfit(name);
}

function isWhole(count: number, name: string): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new Misfit(name);
}

const valuesOf = (column: TableColumn | undefined): ArrayLike<number> => (column?.kind === 'numbers' ? column.values : []);

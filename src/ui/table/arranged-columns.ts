/** The columns as they are drawn: hidden ones left out, frozen ones at the left in their order, widths as chosen. */
import type { Column, Sheet } from './sheet.ts';
import type { TableSpec } from './spec.ts';

const known = new WeakMap<Sheet, WeakMap<TableSpec, readonly Column[]>>();

/** Worked out once for an arrangement: a frame asks for them many times. */
export function arrangedColumns(sheet: Sheet, spec: TableSpec): readonly Column[] {
  const ofSheet = known.get(sheet) ?? new WeakMap<TableSpec, readonly Column[]>();
  known.set(sheet, ofSheet);
  const before = ofSheet.get(spec);
  if (before) return before;
  const columns = arrange(sheet, spec);
  ofSheet.set(spec, columns);
  return columns;
}

function arrange({ columns }: Sheet, { hidden, frozen, widths }: TableSpec): readonly Column[] {
  const rank = ({ key }: Column) => (frozen.includes(key) ? frozen.indexOf(key) : frozen.length);
  return columns
    .filter(({ key }) => !hidden.includes(key))
    .map(column => {
      const width = widths[column.key];
      const sized = width === undefined ? column : { ...column, width, grows: false };
      return frozen.includes(column.key) ? { ...sized, fixed: 'left' as const } : sized;
    })
    .sort((a, b) => rank(a) - rank(b));
}

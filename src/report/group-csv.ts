/** The output of `group` as CSV: everything but the id depends on group and severity only, so that text is made once for each pair. */
import { severities } from '../../grouper/result.ts';
import { BOM, csvLine, NEWLINE, textCell } from './csv-cell.ts';
import { type GroupRows, groupReasons, ROWS_PER_CHUNK } from './result-rows.ts';

export const groupHeader = ['id', 'mdc', 'adrg', 'drg', 'name', 'severity', 'status', 'reason', 'catalogue'] as const;

export function* groupCsv({ catalogue, groups, columns, idOf }: GroupRows, { bom }: { readonly bom: boolean }): Generator<string> {
  const endings = groups.flatMap(({ mdc, adrg, drg, name, status }) =>
    severities.map(severity => {
      const cells = [mdc, adrg, drg, textCell(name), severity, status, groupReasons[status], textCell(catalogue)];
      return `,${cells.join(',')}${NEWLINE}`;
    }),
  );
  const { count, group, severity } = columns;
  yield (bom ? BOM : '') + csvLine(groupHeader);
  for (let from = 0; from < count; from += ROWS_PER_CHUNK) {
    const to = Math.min(count, from + ROWS_PER_CHUNK);
    let chunk = '';
    for (let row = from; row < to; row++) {
      chunk += textCell(idOf(row)) + endings[group[row]! * severities.length + severity[row]!]!;
    }
    yield chunk;
  }
}

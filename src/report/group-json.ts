/** The output of `group` as JSON (data/schema/group.schema.json) or as one row a line. */
import { severities } from '../../grouper/result.ts';
import { type JsonRow, jsonDocument, jsonLines } from './json-rows.ts';
import { type GroupRows, groupReasons } from './result-rows.ts';

export const groupJson = (rows: GroupRows): Generator<string> =>
  jsonDocument({ catalogue: rows.catalogue }, rows.columns.count, rowOf(rows));

export const groupNdjson = (rows: GroupRows): Generator<string> => jsonLines(rows.columns.count, rowOf(rows));

const rowOf =
  ({ catalogue, groups, columns: { group, severity }, idOf }: GroupRows) =>
  (row: number): JsonRow => {
    const { mdc, adrg, drg, name, status } = groups[group[row]!]!;
    return { id: idOf(row), mdc, adrg, drg, name, severity: severities[severity[row]!]!, status, reason: groupReasons[status], catalogue };
  };

/** A JSON document of settlement lists (4101, 4101A), settlement results (2304) or flat stays as one table of cells, a record for each list. */
import { UserError } from '../../../errors.ts';
import { type Budget, mostFrom, spend } from '../limits.ts';
import { csvBytes } from './csv-bytes.ts';
import { eachList } from './each-list.ts';
import { flatten } from './flat-list.ts';
import { type Json, type JsonObject, jsonReader } from './json-value.ts';
import { utf8Bytes } from './utf8-bytes.ts';

export type JsonSheet = {
  /** A document is one table and has no name of its own. */
  readonly name: '';
  /** CSV, header first; the record of a broken list has one cell. */
  readonly bytes: Uint8Array;
  /** What the document was written in. */
  readonly encoding: string;
};

/** Longer than any list: a text that does not end. */
export const MOST_OF_A_LIST = 1 << 24;

/** @throws UserError when the document holds no list that can be read. */
export function jsonSheets(bytes: Uint8Array, budget: Budget, at: string): readonly JsonSheet[] {
  const { bytes: utf8, encoding } = utf8Bytes(bytes, at);
  const table = csvBytes(at, Math.min(mostFrom(bytes.length), budget.bytes));
  const read = jsonReader();
  let lists = 0;
  let broken = 0;
  eachList({ bytes: utf8, size: utf8.length, at }, { list, broken: misfit });
  if (lists === 0) throw noList(at, broken);
  const text = table.bytes();
  spend(budget, text.length, at);
  return [{ name: '', bytes: text, encoding }];

  function list(from: number, to: number): void {
    const value = to - from > MOST_OF_A_LIST ? undefined : read(textOf(utf8, from, to));
    if (!isObject(value)) {
      misfit();
      return;
    }
    flatten(value, table.put);
    if (table.next()) lists++;
    else broken++;
  }

  function misfit(): void {
    broken++;
    table.misfit();
  }
}

const isObject = (value: Json | undefined): value is JsonObject => value instanceof Map;

const textOf = ({ buffer, byteOffset }: Uint8Array, from: number, to: number): string =>
  Buffer.from(buffer, byteOffset + from, to - from).toString('utf8');

function noList(at: string, broken: number): UserError {
  const hint = { zh: '请重新导出完整的 JSON。', en: 'Export the whole JSON again.' };
  if (broken > 0) {
    return new UserError('FILE_TRUNCATED', { zh: '不是完整的 JSON', en: 'not a complete JSON document' }, { at, hint });
  }
  return new UserError('FILE_EMPTY', { zh: 'JSON 中没有任何清单', en: 'the JSON holds no list' }, { at, hint });
}

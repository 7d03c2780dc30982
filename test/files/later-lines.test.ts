import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readStays } from '../../src/files/read-stays.ts';
import { profiles } from './loading.ts';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
const sheet = (name: string, text: string) => ({
  name,
  sha256: keyOf(text),
  format: 'text' as const,
  bytes: new TextEncoder().encode(text),
});
const stays = sheet('stays.csv', 'stay_id,visit_id,dx,total\n1,v1,I10,5\n2,v2,I10,6\n');
const lines = (rows: readonly string[]) => sheet('lines.csv', ['stay_id,visit_id,item_code,quantity,amount', ...rows, ''].join('\n'));
const options = { profiles, keys: true, keyOf };
const known = readStays([stays], options).rows;

function read(rows: readonly string[], more: { readonly known?: typeof known; readonly keyOf?: undefined } = { known }) {
  const { rows: table, findings } = readStays([lines(rows)], { ...options, ...more });
  const { waiting, files } = table;
  const counts = files.map(({ read: all, loaded, refused }) => [all, loaded, refused]);
  const named =
    waiting && [waiting.named.settlementKey, waiting.named.visitKey].map(({ codes, words }) => Array.from(codes, code => words[code]));
  return {
    counts,
    named,
    own: table.charges?.count,
    stay: waiting && [...waiting.lines.stay],
    refused: findings.list.map(({ row, rule }) => [row, rule]),
  };
}

describe('item lines without the file of their stays', () => {
  it('belong to stays of the workspace by settlement, else by visit, in the order in which these are named', () => {
    expect(read(['2,,A1,1,6', ',v1,A1,1,2', '2,,A2,1,1', ',v1,A2,1,3', '9,v9,A1,1,1'])).toEqual({
      counts: [[5, 4, 1]],
      named: [
        [keyOf('2'), ''],
        ['', keyOf('v1')],
      ],
      own: undefined,
      stay: [0, 0, 1, 1],
      refused: [[6, 'charge_without_stay']],
    });
  });

  it('that name one stay both ways are lines of one stay', () => {
    expect(read(['1,,A1,1,2', ',v1,A2,1,3'])).toMatchObject({ named: [[keyOf('1')], ['']], stay: [0, 0], refused: [] });
  });

  it.each([
    ['without a workspace', {}],
    ['without the key of the digests', { known, keyOf: undefined }],
  ])('are refused %s', (_, more) => {
    expect(read(['1,v1,A1,1,2'], more)).toEqual({
      counts: [[1, 0, 1]],
      named: undefined,
      own: 0,
      stay: undefined,
      refused: [[2, 'charge_without_stay']],
    });
  });

  it('of a stay all of whose lines are refused leave nothing waiting', () => {
    expect(read(['1,,A1,1,x'])).toMatchObject({ counts: [[1, 0, 1]], stay: undefined });
  });

  it('are the own ones where the load has the stay, the others of the workspace', () => {
    const own = sheet('own.csv', 'stay_id,visit_id,dx,total\n2,v2,I10,6\n');
    const { rows } = readStays([own, lines(['1,,A1,1,5', '2,,A1,1,6'])], { ...options, known });
    expect([rows.charges!.stay, rows.charges!.sourceRow, rows.waiting!.lines.stay, rows.waiting!.lines.sourceRow]).toEqual([
      Uint32Array.of(0),
      Uint32Array.of(3),
      Uint32Array.of(0),
      Uint32Array.of(2),
    ]);
  });
});

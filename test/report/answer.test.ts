import { expect, it } from 'vitest';
import { answerText } from '../../src/report/answer.ts';

const answer = {
  columns: ['dept', 'n', 'n', 'key'],
  rows: [
    ['骨科', 2, 30, Uint8Array.of(0xab, 1)],
    ['=1+1', null, 4, null],
  ],
};

it.each([
  ['csv', `dept,n,n_2,key\r\n骨科,2,30,ab01\r\n"'=1+1",,4,\r\n`],
  ['ndjson', '{"dept":"骨科","n":2,"n_2":30,"key":"ab01"}\n{"dept":"=1+1","n":null,"n_2":4,"key":null}\n'],
  ['text', 'dept  n  n_2  key\n──────────────────\n骨科  2   30  ab01\n=1+1       4\n'],
])('an answer as %s loses no column and no byte', (format, text) => {
  expect(answerText(answer, format, { bom: false })).toBe(text);
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { jsonSheets, MOST_OF_A_LIST } from '../../../../src/files/formats/json/json-sheets.ts';
import { newBudget } from '../../../../src/files/formats/limits.ts';
import { recordsOf, rowsOf } from './sheets.ts';

const one = { setlinfo: { setl_id: '1' } };
const two = { setlinfo: { setl_id: '2' } };
const both = [{ setl_id: '1' }, { setl_id: '2' }];
const json = JSON.stringify;

describe('lists are found in', () => {
  it.each([
    { title: 'one object', text: json(one), found: [{ setl_id: '1' }] },
    { title: 'an array', text: json([one, two]), found: both },
    { title: 'an array on many lines', text: json([one, two], null, 2), found: both },
    { title: 'input', text: json({ infno: '4101', opter_name: '测试', input: one }), found: [{ setl_id: '1' }] },
    { title: 'INPUT of an array', text: json({ INPUT: [one, two] }), found: both },
    { title: 'an array of inputs', text: json([{ input: one }, { input: two }]), found: both },
    { title: 'data', text: json({ data: [one, two] }), found: both },
    { title: 'input and data', text: json({ input: { data: [one, two] } }), found: both },
    { title: 'the request before the answer', text: json({ output: { setl_list_id: 'x' }, input: one }), found: [{ setl_id: '1' }] },
    { title: 'the answer alone', text: json({ infcode: 0, err_msg: '', output: one }), found: [{ setl_id: '1' }] },
    { title: 'request, input, data', text: json({ request: { input: { data: [one] } } }), found: [{ setl_id: '1' }] },
    { title: 'an envelope of any name that holds nothing else', text: json({ 清单: [one, two] }), found: both },
    { title: 'a line each', text: `${json(one)}\n${json(two)}\n`, found: both },
    { title: 'a line each, CRLF and blank lines', text: `\r\n${json(one)}\r\n\r\n${json(two)}`, found: both },
    { title: 'a line each with a comma behind it', text: `${json(one)},\n${json(two)},\n`, found: both },
    { title: 'one behind the other on many lines', text: json(one, null, 2) + json(two, null, 2), found: both },
    { title: 'an envelope a line', text: `${json({ input: one })}\n${json({ input: two })}`, found: both },
    { title: 'flat objects', text: json([{ setl_id: '1' }, { setl_id: '2' }]), found: both },
  ])('$title', ({ text, found }) => {
    expect(recordsOf(text)).toEqual(found);
  });

  it('text of any encoding', () => {
    // 億 is 83 7C in GB18030, 璡 (AD 5C) has a backslash for its second byte, 蘽 (CC 7D) a brace
    const text = json([{ setl_id: '1', x: '億璡蘽' }, { setl_id: '2' }]);
    const records = [{ setl_id: '1', x: '億璡蘽' }, { setl_id: '2' }];
    const utf16 = new Uint8Array(iconv.encode(text, 'utf-16le', { addBOM: true }));
    const encodings = [new Uint8Array(iconv.encode(text, 'gb18030')), utf16, `\ufeff${text}`];
    expect(encodings.map(recordsOf)).toEqual([records, records, records]);
    expect(jsonSheets(new Uint8Array(iconv.encode(text, 'gb18030')), newBudget(), 'x')[0]!.encoding).toBe('gb18030');
  });
});

describe('what is broken costs itself', () => {
  it.each([
    { title: 'an element that is none', text: '[{"a":"1"},{"a":tru},{"a":"3"}]', found: [{ a: '1' }, 'broken', { a: '3' }] },
    {
      title: 'a colon too few, and other keys behind it',
      text: '[{"a":"1"},{"a" "2"},{"b":"3"}]',
      found: [{ a: '1' }, 'broken', { b: '3' }],
    },
    { title: 'a bracket too few', text: '[{"a":"1"},{"a":["2"},{"a":"3"}]', found: [{ a: '1' }, 'broken', { a: '3' }] },
    { title: 'a quote too few', text: '[{"a":"1"},\n{"a":"2},\n{"a":"3"}]', found: [{ a: '1' }, 'broken', { a: '3' }] },
    {
      title: 'elements that are no objects',
      text: '[{"a":"1"},2,"x",null,[],{}]',
      found: [{ a: '1' }, 'broken', 'broken', 'broken', 'broken'],
    },
    { title: 'a file cut off inside a list', text: '{"data":[{"a":"1"},{"a":"2"},{"a":', found: [{ a: '1' }, { a: '2' }, 'broken'] },
    { title: 'a file cut off behind a list', text: '[{"a":"1"},{"a":"2"}', found: [{ a: '1' }, { a: '2' }, 'broken'] },
    { title: 'a line cut off, the first', text: '{"a":"1\n{"a":"2"}\n{"a":"3"}', found: ['broken', { a: '2' }, { a: '3' }] },
    { title: 'a line cut off between', text: '{"a":"1"}\n{"a":{"b":1\n{"a":"3"}', found: [{ a: '1' }, 'broken', { a: '3' }] },
    {
      title: 'an envelope a line, one cut off',
      text: '{"input":{"a":"1"}}\n{"input":{"a":\n{"input":{"a":"3"}}',
      found: [{ a: '1' }, 'broken', { a: '3' }],
    },
    { title: 'a line cut off, the last', text: '{"a":"1"}\n{"a":"2"}\n{"a', found: [{ a: '1' }, { a: '2' }, 'broken'] },
    { title: 'a line of something else', text: '{"a":"1"}\nhello\n{"a":"3"}', found: [{ a: '1' }, 'broken', { a: '3' }] },
    {
      title: 'a line with more behind it',
      text: '{"a":"1"}\n{"a":"2"} x\n{"a":"3"}',
      found: [{ a: '1' }, { a: '2' }, 'broken', { a: '3' }],
    },
  ])('$title', ({ text, found }) => {
    expect(recordsOf(text)).toEqual(found);
  });

  it('and an envelope that is cut off still gives its whole lists', () => {
    const whole = json({ input: { data: [one, two, one] } });
    const cut = whole.indexOf('"2"') + 6;
    expect(recordsOf(whole.slice(0, cut))).toEqual([{ setl_id: '1' }, { setl_id: '2' }, 'broken']);
  });

  it('after a hundred of them the rest is given up as one, in bounded time', () => {
    const text = `[{"a":"1"},${'{"a":["2"},'.repeat(5000)}{"a":"3"}]`;
    // a list, the 101 that were looked for, nothing more
    expect(recordsOf(text)).toEqual([{ a: '1' }, ...Array.from({ length: 101 }, () => 'broken')]);
  });

  it('never a list that stands whole before the cut', () => {
    const lists = Array.from({ length: 6 }, (_, i) => ({ a: `${i}`, b: [{ c: '}{"a":' }] }));
    const document = fc.constantFrom(
      json(lists),
      json({ data: lists }),
      json({ input: { data: lists } }, null, 1),
      lists.map(list => json(list)).join('\n'),
    );
    fc.assert(
      fc.property(document, fc.double({ min: 0.3, max: 1, noNaN: true }), (text, share) => {
        const cut = text.slice(0, Math.floor(text.length * share));
        const ends = [...cut.matchAll(/\]\s*\}/g)].length;
        const records = recordsOf(cut);
        const whole = records.filter(record => record !== 'broken');
        // the last match may be the end of the envelope
        expect([Math.min(ends, 6)]).toEqual([whole.length]);
        expect(records.length - whole.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a document without lists is refused', () => {
  it.each([
    { title: 'nothing in the array', text: '[]', code: 'FILE_EMPTY' },
    { title: 'nothing in the envelope', text: '{"data": []}', code: 'FILE_EMPTY' },
    { title: 'no end', text: '{"setlinfo": {"setl_id": "1"', code: 'FILE_TRUNCATED' },
    { title: 'a million levels', text: '['.repeat(1_000_000), code: 'FILE_UNREADABLE' },
    { title: 'a million levels in a list', text: `[{"a":${'{"b":'.repeat(1_000_000)}`, code: 'FILE_UNREADABLE' },
    { title: 'a text without an end', text: `{"a":"${'x'.repeat(MOST_OF_A_LIST)}"}`, code: 'FILE_TRUNCATED' },
    {
      title: 'a name for every patient',
      text: json(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`p${i}`, '1']))),
      code: 'FILE_UNREADABLE',
    },
  ])('$title', ({ text, code }) => {
    const refused = (): string => {
      try {
        recordsOf(text);
        return 'read';
      } catch (error) {
        return error instanceof UserError ? error.code : String(error);
      }
    };
    expect(refused()).toBe(code);
  });
});

describe('the table', () => {
  it('has the columns of all lists, in order of appearance', () => {
    expect(rowsOf('[{"a":"1"},{"b":"x,\\"y\\"\\n"},{"A":"3","c":"z"}]')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['', 'x,"y"\n', ''],
      ['3', '', 'z'],
    ]);
  });

  it('has a record for every list of any document', () => {
    const scalar = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.integer(), fc.constantFrom('a,b', '"', '|', ' ', ''));
    const list = fc.dictionary(fc.constantFrom('id', 'x', '名', '__proto__'), scalar, { maxKeys: 3 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), lists => {
        const wanted = lists.map(each => {
          const given = Object.entries(each).filter(([, value]) => String(value) !== '');
          return given.length === 0 ? 'broken' : new Map(given.map(([key, value]) => [key, String(value)]));
        });
        fc.pre(wanted.some(record => record !== 'broken'));
        const records = recordsOf(lists).map(record => (record === 'broken' ? record : new Map(Object.entries(record))));
        expect(records).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});

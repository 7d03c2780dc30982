import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, jsonReader, MOST_LEVELS } from '../../../../src/files/formats/json/json-value.ts';

const read = (text: string) => jsonReader()(text);

/** The same value as JSON.parse gives it: the independent reader, for values without numbers that it would change. */
function plain(value: Json | undefined): unknown {
  if (value === undefined || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain);
  return new Map([...(value as ReadonlyMap<string, Json>)].map(([key, inner]) => [key, plain(inner)]));
}
function expected(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value === 'object') return new Map(Object.entries(value as object).map(([key, inner]) => [key, expected(inner)]));
  return String(value);
}

describe('a JSON text as texts', () => {
  it.each([
    { text: '12345678901234567890', value: '12345678901234567890' },
    { text: '47.0100', value: '47.0100' },
    { text: '-0.10', value: '-0.10' },
    { text: '1.23456789E7', value: '12345678.9' },
    { text: '1.50e2', value: '150' },
    { text: '5E-3', value: '0.005' },
    { text: '-12.5e-1', value: '-1.25' },
    // 17 whole digits, of which a double has kept two: refused as an id later, never filled with zeros
    { text: '1.1E+17', value: '1.1E+17' },
    { text: '1E14', value: '100000000000000' },
    { text: '1E15', value: '1E15' },
    { text: 'true', value: 'true' },
    { text: 'null', value: '' },
    { text: String.raw`"\u5f20\n\"\\\/"`, value: '张\n"\\/' },
    { text: '"a\tb"', value: 'a\tb' },
  ])('$text', ({ text, value }) => {
    expect(read(` ${text}\n`)).toBe(value);
  });

  it.each([
    '',
    '{',
    '[1,]',
    '{"a":}',
    '{"a" 1}',
    '{a:1}',
    '[1 2]',
    'tru',
    '"a',
    String.raw`"\x"`,
    String.raw`"\u12"`,
    '1 2',
    '{"a":1}}',
    '+1',
    '.5',
  ])('%s is none', text => {
    expect(read(text)).toBeUndefined();
  });

  it('has as many levels as are allowed, and not one more', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect([read(nested(MOST_LEVELS)) === undefined, read(nested(MOST_LEVELS + 1)) === undefined]).toEqual([false, true]);
  });

  it('takes no key for anything but a name, the last of two that are the same', () => {
    const value = read('{"__proto__": {"x": 1}, "constructor": 2, "a": 3, "a": 4}') as ReadonlyMap<string, Json>;
    expect([...value.keys()]).toEqual(['__proto__', 'constructor', 'a']);
    expect([value.get('a'), ({} as Record<string, unknown>).x]).toEqual(['4', undefined]);
  });

  it('remembers keys, and reads others all the same', () => {
    const reader = jsonReader();
    const keys = (text: string) => [...(reader(text) as ReadonlyMap<string, Json>).keys()];
    expect([keys('{"a":1,"b":2}'), keys('{"a":1,"b\\"":2}'), keys('{"ab":1,"b":2,"":3}'), keys('{"a":1,"b":2}')]).toEqual([
      ['a', 'b'],
      ['a', 'b"'],
      ['ab', 'b', ''],
      ['a', 'b'],
    ]);
  });

  it('is what JSON.parse says it is', () => {
    const reader = jsonReader();
    const value = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'ab', '"', '\\', '__proto__', '结'), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, '\t'), (any, space) => {
        const text = JSON.stringify(any, null, space);
        expect(plain(reader(text))).toEqual(expected(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });
});

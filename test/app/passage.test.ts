import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack, unpackInTurns } from '../../src/app/passage.ts';
import { Decimal } from '../../src/money.ts';

const passed = (value: unknown) => unpack(structuredClone(pack(value)));

/** Strictly: undefined entries, the sign of 0 and prototypes count. */
function expectSame(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toStrictEqual(other);
}

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 58n), max: 10n ** 58n }), fc.integer({ min: -60, max: 20 }))
  .map(([digits, exponent]) => new Decimal(`${digits}e${exponent}`));
const columns = fc.oneof(
  fc.float64Array({ maxLength: 20 }),
  fc.uint32Array({ maxLength: 20 }),
  fc.int32Array({ maxLength: 20 }),
  fc.int16Array({ maxLength: 20 }),
  fc.uint16Array({ maxLength: 20 }),
  fc.uint8Array({ maxLength: 20 }),
);
/** Texts that begin as a Decimal or a mark does on its way. */
const texts = fc.oneof(
  fc.string(),
  fc.string().map(text => `\u0001${text}`),
  fc.constantFrom('#', '\u0001', '\u00011.5', '__proto__'),
);
const cells = fc.oneof(texts, fc.double(), fc.boolean(), fc.constantFrom(undefined, null, Number.NaN), decimals, columns);
const keys = fc.oneof(fc.string(), fc.constantFrom('#', 'text', 'of', '__proto__'));
const { value: values } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 4 },
    cells,
    fc.array(tie('value'), { maxLength: 12 }),
    fc.dictionary(keys, tie('value'), { noNullPrototype: true }),
    fc.array(fc.tuple(cells, tie('value')), { maxLength: 5 }).map(entries => new Map(entries)),
    // rows of one shape
    fc.uniqueArray(keys, { minLength: 1, maxLength: 4 }).chain(names =>
      fc
        .array(fc.array(fc.oneof({ weight: 9, arbitrary: cells }, tie('value')), { minLength: names.length, maxLength: names.length }), {
          minLength: 8,
          maxLength: 12,
        })
        .map(rows => rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])))),
    ),
  ),
}));

describe('the passage between threads', () => {
  it('brings any value over as it is', () => {
    fc.assert(
      fc.property(values, value => {
        expectSame(passed(value), value);
      }),
      { numRuns: 300 },
    );
  });

  it('brings it over in turns as well', async () => {
    await fc.assert(
      fc.asyncProperty(values, async value => {
        expectSame(await unpackInTurns(structuredClone(pack(value))), value);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a Decimal to its last digit, with its sign, and a Decimal', () => {
    fc.assert(
      fc.property(decimals, one => {
        const other = passed(one) as Decimal;
        return Decimal.isDecimal(other) && other.eq(one) && other.toFixed() === one.toFixed() && other.s === one.s;
      }),
    );
    const odd = ['-0', 'NaN', 'Infinity', '-Infinity'].map(text => new Decimal(text));
    expect((passed(odd) as Decimal[]).map(one => one.valueOf())).toEqual(['-0', 'NaN', 'Infinity', '-Infinity']);
  });

  it('lays a column on shared memory once: it comes back on the same memory, and goes again without a copy', () => {
    const column = Float64Array.of(1, Number.NaN, -0);
    const there = passed({ column }) as { column: Float64Array };
    expect(there.column).toStrictEqual(column);
    expect(there.column.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect((pack(there).value as { column: Float64Array }).column).toBe(there.column);
    there.column[0] = 7;
    expect(column[0]).toBe(1);
    const back = passed(there) as { column: Float64Array };
    back.column[0] = 8;
    expect(there.column[0]).toBe(8);
  });

  it('keeps one list one list', () => {
    const rows = Array.from({ length: 9 }, (_, i) => ({ i, weight: new Decimal(i) }));
    const { a, b } = passed({ a: rows, b: { rows } }) as { a: typeof rows; b: { rows: typeof rows } };
    expect(b.rows).toBe(a);
  });

  it.each([
    ['a function', () => 0],
    ['an object with ways of its own', new Date(0)],
  ])('takes no %s', (_, value) => expect(() => pack({ inner: [value] })).toThrow('cannot pass between threads'));
});

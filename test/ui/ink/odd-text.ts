/** Text as a screen may meet it: Chinese, marks that join, emoji, styles nested and broken, sequences cut off, control characters. */
import fc from 'fast-check';

const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ 0123456789#*.,−·–…'), minLength: 1, maxLength: 8 });
const chinese = fc.string({ unit: fc.constantFrom(...'病例科室，。（）「」亏盈万元　ＡＢ￥ァー'), minLength: 1, maxLength: 6 });
const drawn = fc.string({ unit: fc.constantFrom(...'─│┌█▌▏▸◀●✓✗★⣿↵→①㈠'), minLength: 1, maxLength: 6 });
/** Characters that join with what stands before or after them, or take no column. */
const joining = fc.constantFrom(
  'e\u0301',
  '\u0301',
  '\u200d',
  '\ufe0f',
  '\u20e3',
  '\u3099',
  'か\u3099',
  'ｶﾞ',
  '\uff9e',
  '각',
  '\u1100\u1161\u11a8',
  '\u1161',
  'ก\u0e33',
  'क\u094dष',
  '\u0600\u0031',
  '\u0d4e\u0d15',
  '\u00ad',
  '\u200b',
  '\u2060',
  '\u3164',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\udc00',
);
const emoji = fc.constantFrom('👍', '👍🏽', '👨‍👩‍👧', '🇨🇳', '🇨', '1️⃣', '❤', '❤️', '☎️', '⌚', '🏥', '𠮷', '𝒳', '🏴󠁧󠁢󠁥󠁮󠁧󠁿');
const control = fc.constantFrom(
  '\t',
  '\r',
  '\x07',
  '\b',
  '\x7f',
  '\x85',
  '\u2028',
  '\x1b',
  '\x9b',
  '\x1b[',
  '\x1b[2K',
  '\x1b[3',
  '\x1b]8;;',
  '\x1bP',
);

const codes = [0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 31, 32, 33, 36, 39, 41, 46, 49, 90, 97, 100];
const style = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...codes).map(code => `\x1b[${code}m`) },
  fc.constantFrom(
    '\x1b[m',
    '\x1b[1;31m',
    '\x1b[0;1m',
    '\x1b[38;5;208m',
    '\x1b[48;5;17m',
    '\x1b[38;2;1;20;255m',
    '\x1b[4:3m',
    '\x1b[12345m',
  ),
  fc.constantFrom('\x1b]8;;https://example.org\x07', '\x1b]8;;\x07'),
);

/** Opened and closed as chalk does it. */
const dressed = (inner: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom([1, 22], [2, 22], [7, 27], [31, 39], [36, 39], [42, 49]), inner)
    .map(([[open, close], text]) => `\x1b[${open}m${text}\x1b[${close}m`);

const piece = fc.oneof(
  { weight: 6, arbitrary: letters },
  { weight: 6, arbitrary: chinese },
  { weight: 3, arbitrary: drawn },
  { weight: 6, arbitrary: dressed(fc.oneof(letters, chinese, dressed(letters))) },
  { weight: 2, arbitrary: joining },
  { weight: 2, arbitrary: emoji },
  { weight: 2, arbitrary: style },
  { weight: 1, arbitrary: control },
);

/** One line, empty ones among them. */
export const oddLine = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''));
export const oddText = fc.oneof(
  { weight: 4, arbitrary: oddLine },
  fc.array(oddLine, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n')),
);
/** What our own screens are made of: nothing joins, every style is closed. */
export const plainLine = fc
  .array(fc.oneof(letters, chinese, drawn, dressed(letters), dressed(chinese)), { maxLength: 5 })
  .map(pieces => pieces.join(''));

import { StringDecoder } from 'node:string_decoder';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyReader } from '../../src/ui/key-reader.ts';

/** Keys of several chunks; `|` marks the flush after silence. */
function keysOf(...chunks: readonly string[]): readonly string[] {
  const reader = keyReader();
  return chunks
    .flatMap(chunk => (chunk === '|' ? reader.flush() : reader.read(chunk)))
    .map(({ key, text }) => (key === 'paste' ? `paste:${text}` : key));
}

describe('keys out of what the terminal sends', () => {
  it.each([
    ['typed ahead in one chunk', ['k/呼吸'], ['k', '/', '呼', '吸']],
    ['arrows typed ahead', ['\x1b[A\x1b[Bj\x1bOC'], ['up', 'down', 'j', 'right']],
    ['characters beyond the basic plane', ['𠮷a'], ['𠮷', 'a']],
    ['both Enters, Tab, both Backspaces', ['\r\n\t\x7f\b'], ['enter', 'enter', 'tab', 'backspace', 'backspace']],
    ['control letters', ['\x03\x04\x15'], ['ctrl-c', 'ctrl-d', 'ctrl-u']],
    ['Home and End of four kinds of terminal', ['\x1b[H\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~'], ['home', 'end', 'home', 'end', 'home', 'end']],
    ['pages', ['\x1b[5~\x1b[6~'], ['pageup', 'pagedown']],
    ['a sequence cut in two', ['\x1b', '[A'], ['up']],
    ['a sequence cut in three', ['\x1b[', '5', '~'], ['pageup']],
    ['a lone Esc, after silence', ['\x1b', '|'], ['esc']],
    ['Esc twice, then silence', ['\x1b\x1b', '|'], ['esc', 'esc']],
    ['Esc with a letter right behind is Esc and the letter', ['\x1bj'], ['esc', 'j']],
    ['Esc, silence, then what would have been an arrow', ['\x1b', '|', '[A'], ['esc', '[', 'A']],
    ['an unfinished sequence, given up', ['\x1b[', '|'], ['esc', '[']],
    ['unknown sequences are swallowed whole', ['\x1b[<0;3;4Mx\x1b[24~y\x1b[[Az'], ['x', 'y', 'z']],
    ['a paste is one thing, whatever is in it', ['\x1b[200~q\r\nj\x1b[201~k'], ['paste:q\r\nj', 'k']],
    ['a paste in pieces', ['a\x1b[200~骨', '科\x1b[20', '1~b'], ['a', 'paste:骨科', 'b']],
    ['silence in a paste ends nothing', ['\x1b[200~骨', '|', '\x1b[201~'], ['paste:骨']],
    ['Alt keys are Esc and the key', ['\x1bj\x1b\x1b[A'], ['esc', 'j', 'esc', 'up']],
    ['words of an arrow with Ctrl or Alt', ['\x1b[1;5C\x1b[1;3D\x1b[1;2A'], ['ctrl-right', 'ctrl-left']],
    ['keys as CSI u, focus, a mouse of both kinds', ['\x1b[97;5u\x1b[I\x1b[O\x1b[M !!\x1b[<0;1;1ma'], ['a']],
    ['answers of the terminal to questions nobody asked', ['\x1b]11;rgb:0/0/0\x07\x1b]52;c;eA==\x1b\\\x1bP1$r0m\x1b\\a'], ['a']],
    ['an answer cut in pieces', ['\x1b]11;rgb', ':0/0/0\x1b', '\\a'], ['a']],
    ['Esc and ] typed ahead, after silence', ['\x1b]j', '|'], ['esc', ']', 'j']],
    ['a function key of the Linux console cut in two', ['\x1b[[', 'Ax'], ['x']],
    ['controls without a key', ['\x1c\x00a'], ['a']],
  ])('%s', (_, chunks, keys) => {
    expect(keysOf(...chunks)).toEqual(keys);
  });

  it('waits only where something may still come', () => {
    const reader = keyReader();
    const waits = ['j', '\x1b', '[', 'A', '\x1b[200~x', '\x1b[201~'].map(chunk => {
      reader.read(chunk);
      return reader.waiting();
    });
    expect(waits).toEqual([false, true, true, false, false, false]);
  });

  it('reads the same keys however the bytes arrive', () => {
    const pieces = fc.constantFrom(
      ...[
        'j',
        'G',
        '骨',
        '𠮷',
        'é',
        ' ',
        '\r',
        '\n',
        '\t',
        '\x7f',
        '\x03',
        '\x1a',
        '\x1b',
        '[',
        'O',
        ']',
        'M',
        '~',
        ';',
        '5',
        '\x07',
        '\\',
      ],
      ...['\x1b[A', '\x1bOB', '\x1b[5~', '\x1b[[A', '\x1b[M !!', '\x1b[<0;3;4M', '\x1b[1;5C', '\x1b[97;5u', '\x1b]0;x\x07', '\x1bPq\x1b\\'],
      ...['\x1b[200~', '\x1b[201~', '\x1b[200~q\r骨\x1b[201~'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.array(fc.nat({ max: 60 })), (stream, cuts) => {
        const bytes = Buffer.from(stream.join(''));
        const whole = keyReader();
        const inPieces = keyReader();
        const decoder = new StringDecoder('utf8');
        const places = [...new Set(cuts.filter(cut => cut < bytes.length))].sort((a, b) => a - b);
        const chunks = [...places, bytes.length].map((end, i) => bytes.subarray(places[i - 1] ?? 0, end));
        const pressed = chunks.flatMap(chunk => inPieces.read(decoder.write(chunk)));
        expect([...pressed, ...inPieces.flush()]).toEqual([...whole.read(bytes.toString()), ...whole.flush()]);
      }),
      { numRuns: 2_000 },
    );
  });
});

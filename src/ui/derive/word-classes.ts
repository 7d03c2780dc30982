/** The words of a column as classes: each word that occurs, in reading order; equal words are one class, the empty word is missing. */
import type { Words } from '../table/sheet.ts';
import { wordRanks } from '../table/word-ranks.ts';
import { inTurns, type Slow, scaled } from '../work.ts';
import type { Class, Classes } from './class.ts';

export function* wordClasses(words: Words, rows: Uint32Array): Slow<Classes> {
  const of = new Uint32Array(rows.length);
  const occurs = new Uint8Array(words.count);
  const read = inTurns(rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const code = words.codeOf(rows[i]!);
      of[i] = code;
      occurs[code] = 1;
    }
  });
  yield* scaled(read, 0, 3);
  const { list, classOf } = yield* scaled(classesIn(words, occurs), 1, 3);
  const put = inTurns(rows.length, (from, to) => {
    for (let i = from; i < to; i++) of[i] = classOf[of[i]!]!;
  });
  yield* scaled(put, 2, 3);
  return { list, of, ranges: false };
}

function* classesIn(words: Words, occurs: Uint8Array): Slow<{ readonly list: readonly Class[]; readonly classOf: Uint32Array }> {
  const codes = new Map<string, number[]>();
  const gather = (from: number, to: number) => {
    for (let code = from; code < to; code++) {
      if (occurs[code] === 0) continue;
      const text = words.word(code).trim();
      const known = codes.get(text);
      if (known) known.push(code);
      else codes.set(text, [code]);
    }
  };
  yield* inTurns(occurs.length, gather, WORDS);
  const missing = codes.get('') ?? [];
  codes.delete('');
  const texts = [...codes.keys()];
  const ranks = wordRanks({ count: texts.length, word: at => texts[at] ?? '', codeOf: row => row });
  yield* ranks.ready();
  const classOf = new Uint32Array(occurs.length);
  const list: Class[] = Array(texts.length);
  const put = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const text = texts[at]!;
      const same = codes.get(text) ?? [];
      // different words have different ranks
      const place = ranks.of(at);
      list[place] = { kind: 'value', text, label: text, searched: words.searched?.(same[0] ?? 0), exactly: 'is' };
      for (const code of same) classOf[code] = place;
    }
  };
  yield* inTurns(texts.length, put, WORDS);
  for (const code of missing) classOf[code] = list.length;
  return { list: missing.length > 0 ? [...list, { kind: 'missing' }] : list, classOf };
}

/** Words at a time: each costs a look into a map. */
const WORDS = 4_096;

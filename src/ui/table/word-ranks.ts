/** Place of each word of a dictionary in reading order (pinyin for Chinese, 2 before 10); equal words share it, the empty word is missing. */
import { atOnce, type Slow } from '../work.ts';
import type { Words } from './sheet.ts';

export type WordRanks = {
  of(code: number): number;
  /** Works them out in slices: thirty thousand diagnoses take a fifth of a second. */
  ready(): Slow<void>;
};

export function wordRanks(words: Words): WordRanks {
  let ranks: Float64Array | undefined;
  function* ready(): Slow<void> {
    ranks ??= yield* ranksOf(words);
  }
  return {
    ready,
    of(code) {
      if (!ranks) atOnce(ready());
      return ranks?.[code] ?? Number.NaN;
    },
  };
}

const reading = new Intl.Collator('zh', { numeric: true });
/** Comparisons at a time: half a millisecond. */
const TURN = 1_024;

function* ranksOf({ count, word }: Words): Slow<Float64Array> {
  const all = Array.from({ length: count }, (_, code) => word(code));
  const order = yield* inReadingOrder(all);
  const ranks = new Float64Array(count);
  let rank = 0;
  order.forEach((code, i) => {
    if (i > 0 && all[code] !== all[order[i - 1]!]) rank = i;
    ranks[code] = all[code] === '' ? Number.NaN : rank;
  });
  return ranks;
}

/** Runs of 1, 2, 4, 8 ... are merged, so that it can stop between any two comparisons. */
function* inReadingOrder(words: readonly string[]): Slow<Uint32Array> {
  const { compare } = reading;
  let order = Uint32Array.from(words.keys());
  let next = new Uint32Array(words.length);
  let compared = 0;
  const rounds = Math.max(1, Math.ceil(Math.log2(Math.max(2, words.length))));
  for (let run = 1; run < words.length; run *= 2) {
    for (let start = 0; start < words.length; start += 2 * run) {
      const [middle, end] = [Math.min(start + run, words.length), Math.min(start + 2 * run, words.length)];
      let [left, right] = [start, middle];
      for (let at = start; at < end; at++) {
        const fromLeft = right >= end || (left < middle && compare(words[order[left]!]!, words[order[right]!]!) <= 0);
        next[at] = order[fromLeft ? left++ : right++]!;
        if (++compared % TURN === 0) yield Math.min(1, compared / (words.length * rounds));
      }
    }
    [order, next] = [next, order];
  }
  return order;
}

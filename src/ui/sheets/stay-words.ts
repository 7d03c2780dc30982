/** The dictionaries behind the word columns of the stays: what is shown, what is searched, and which word a row has. */
import type { Desk, Run } from '../../app/desk.ts';
import { bands } from '../../payment/settlement.ts';
import type { WordColumn } from '../../stay/stay-table.ts';
import type { Words } from '../table/sheet.ts';
import type { Say } from '../words.ts';

export const internedWords = ({ codes, words }: WordColumn = { codes: new Uint32Array(0), words: [''] }): Words => ({
  count: words.length,
  word: code => words[code] ?? '',
  codeOf: row => codes[row] ?? 0,
});

export const sexWords = (sex: Uint8Array, say: Say): Words => {
  const words = ['', say('male'), say('female')];
  return { count: words.length, word: code => words[code] ?? '', codeOf: row => sex[row] ?? 0 };
};

export const bandWords = (band: Uint8Array, say: Say): Words => {
  const words = bands.map(name => say(`band_${name}`));
  return { count: words.length, word: code => words[code] ?? '', codeOf: row => band[row] ?? 0 };
};

/** The principal diagnosis, code and name; a stay without one has the word after the last code. */
export const diagnosisWords = ({ offsets, codes, words }: Desk['stays']['dx'], nameOf: (code: string) => string): Words => ({
  count: words.length + 1,
  word: code => (code === words.length ? '' : `${words[code]} ${nameOf(words[code] ?? '')}`),
  codeOf: row => (offsets[row]! < offsets[row + 1]! ? codes[offsets[row]!]! : words.length),
});

/** Groups are shown by their code and found by their name too. A method without groups has one empty word. */
export function groupWords(grouping: Run['grouping']): Words {
  if (!grouping) return { count: 1, word: () => '', codeOf: () => 0 };
  const { groups, columns } = grouping;
  return {
    count: groups.length,
    word: code => groups[code]?.drg ?? '',
    searched: code => `${groups[code]?.drg} ${groups[code]?.name}`,
    codeOf: row => columns.group[row] ?? 0,
  };
}

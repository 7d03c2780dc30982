/** Distinct words of a load in order of appearance; word 0 is '' and means missing. */

export type WordList = { readonly words: readonly string[]; numberOf(word: string): number };

export function wordList(): WordList {
  const words = [''];
  const numbers = new Map([['', 0]]);
  return {
    words,
    numberOf(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      return words.push(word) - 1;
    },
  };
}

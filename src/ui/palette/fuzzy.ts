/** How well a text answers to what was typed: the same text, its beginning, the beginning of a word in it, letters here and there. */
export function rankOf(query: string, text: string): number | undefined {
  const wanted = folded(query).replaceAll(' ', '');
  const { spelled, starts } = spell(text);
  if (wanted === '') return 0;
  if (spelled === wanted) return 0;
  if (spelled.startsWith(wanted)) return 1;
  if (starts.some(at => at > 0 && spelled.startsWith(wanted, at))) return 2;
  if (spelled.includes(wanted)) return 3;
  return scattered(wanted, spelled) ? 4 : undefined;
}

/** The best rank among several names of one thing. */
export function bestRank(query: string, texts: readonly string[]): number | undefined {
  const ranks = texts.flatMap(text => (text === '' ? [] : (rankOf(query, text) ?? [])));
  return ranks.length === 0 ? undefined : Math.min(...ranks);
}

/** Full-width letters are letters, and case does not matter. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The text without blanks, and where words begin in it: after a blank or mark, and at every Chinese character. */
function spell(text: string): { readonly spelled: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let spelled = '';
  let inWord = false;
  for (const character of folded(text)) {
    const isHan = /\p{Script=Han}/u.test(character);
    const isWord = /[\p{L}\p{N}]/u.test(character);
    if (isHan || (isWord && !inWord)) starts.push(spelled.length);
    inWord = isWord && !isHan;
    if (character !== ' ') spelled += character;
  }
  return { spelled, starts };
}

/** Every letter in its turn; at least the first of them begins the text, so that not everything answers to everything. */
function scattered(wanted: string, spelled: string): boolean {
  if (spelled[0] !== wanted[0]) return false;
  let at = 0;
  for (const letter of wanted) {
    at = spelled.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

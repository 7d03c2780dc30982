/**
 * Pinyin initials of Chinese words: 病组 -> bz. The collation of the platform sorts characters by their reading, so a character has the
 * initial of the last first-of-its-letter that does not sort after it. Where the platform has no such collation nothing has initials.
 */
export function initialsOf(text: string): string {
  if (!supported) return '';
  let initials = '';
  for (let at = 0; at < text.length; ) {
    const word = readings.find(([spelled]) => text.startsWith(spelled, at));
    const character = word?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    initials += word?.[1] ?? initialOf(character);
    at += character.length;
  }
  return initials;
}

/** The first character of each letter in the order of the collation (CLDR zh, pinyin); no syllable begins with i, u or v. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';

/** Characters with several readings, in words where the one the collation knows is not the one that is spoken. */
const readings: readonly (readonly [string, string])[] = [
  ['一行', 'yh'],
  ['行数', 'hs'],
  ['几行', 'jh'],
  ['各行', 'gh'],
  ['本行', 'bh'],
  ['重做', 'cz'],
  ['重新', 'cx'],
];

const { compare } = new Intl.Collator('zh-u-co-pinyin');

function initialOf(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  let at = -1;
  while (at + 1 < firsts.length && compare(firsts[at + 1] ?? '', character) <= 0) at++;
  return letters[at] ?? '';
}

/** A platform with little language data sorts characters by code: the firsts are then out of order, or a known word is misread. */
export const supported =
  [...firsts].every((first, i) => i === 0 || compare(firsts[i - 1] ?? '', first) < 0) && [...'病组'].map(initialOf).join('') === 'bz';

/** Which of the first records of a file is its header, and whether two of them are one header of two levels. */
import { lastLevel, plain } from './column-names.ts';

export type HeaderLine = { readonly names: readonly string[]; readonly record: number; readonly end: number };
export type HeaderLines = HeaderLine & {
  /** How many of the names are known. */
  readonly known: number;
  /** How many of the lines stand above it. */
  readonly above: number;
};

/** The line, or two lines, with most known names; of as many two before one, then the first. Without any known name the first line. */
export function bestRows(lines: readonly HeaderLine[], known: ReadonlySet<string>): HeaderLines | undefined {
  const isKnown = (name: string): boolean => name !== '' && (known.has(plain(name)) || known.has(plain(lastLevel(name))));
  const countOf = (names: readonly string[]): number => new Set(names.filter(isKnown).map(plain)).size;
  const found = lines.flatMap((line, above) => {
    const below = lines[above + 1];
    const one = { ...line, known: countOf(line.names), above };
    const joined = below && joinedLevels(line.names, below.names, isKnown);
    return joined && below ? [{ ...below, names: joined, known: countOf(joined), above }, one] : [one];
  });
  const [first, ...others] = found;
  if (!first) return undefined;
  const best = others.reduce((best1, next) => (next.known > best1.known ? next : best1), first);
  if (best.known > 0) return best;
  return { ...lines[0]!, known: 0, above: 0 };
}

type IsKnown = (name: string) => boolean;

/** The names of two lines as one header, or undefined when the lower line is none. */
function joinedLevels(upper: readonly string[], lower: readonly string[], isKnown: IsKnown): readonly string[] | undefined {
  if (!isSecondLevel(upper, lower, isKnown)) return undefined;
  const width = Math.max(upper.length, lower.length);
  const above = filled(upper, width);
  if (isSameTwice(upper, lower, isKnown)) {
    const better = upper.filter(isKnown).length > lower.filter(isKnown).length ? upper : lower;
    return Array.from({ length: width }, (_, place) => better[place] || lower[place] || upper[place] || '');
  }
  return Array.from({ length: width }, (_, place) => {
    const [group = '', name = ''] = [above[place], lower[place]];
    if (name === '') return upper[place] ?? '';
    return group === '' || plain(group) === plain(name) ? name : `${group}/${name}`;
  });
}

/** Merged cells are empty but for the first of them, or repeat it: every name goes on to the right until the next one. */
function filled(names: readonly string[], width: number): readonly string[] {
  let last = '';
  return Array.from({ length: width }, (_, place) => {
    last = names[place] || last;
    return last;
  });
}

/**
 * A second level refines a run: under a name that spans several columns it has other names, under a known name of one column nothing, the same
 * or another known name. A title above a complete header is no level: the header is complete without it.
 */
function isSecondLevel(upper: readonly string[], lower: readonly string[], isKnown: IsKnown): boolean {
  if (new Set(upper.filter(name => name !== '').map(plain)).size < 2) return false;
  if (lower.some(isValue) || !lower.some(isKnown)) return false;
  if (isSameTwice(upper, lower, isKnown)) return true;
  const width = Math.max(upper.length, lower.length);
  const above = filled(upper, width);
  const inRun = (place: number): boolean => !upper[place] || above[place] === above[place + 1] || above[place] === above[place - 1];
  const places = Array.from({ length: width }, (_, place) => place).filter(place => lower[place]);
  const refines = places.some(place => inRun(place) && above[place] && plain(above[place]!) !== plain(lower[place]!));
  const fits = places.every(place => {
    const name = lower[place]!;
    const group = upper[place]!;
    return inRun(place) || plain(name) === plain(group) || isKnown(`${group}/${name}`) || !isKnown(group);
  });
  return refines && fits && needsUpper(upper, lower, isKnown);
}

/** The lower line alone would lose something: a name that only the upper one has, or what tells two of its names apart. */
function needsUpper(upper: readonly string[], lower: readonly string[], isKnown: IsKnown): boolean {
  const names = lower.filter(name => name !== '').map(plain);
  if (new Set(names).size < names.length || upper.some(isKnown)) return true;
  return upper.some((name, place) => name !== '' && lower[place] !== undefined && plain(name) === plain(lower[place]));
}

/** A line of codes and one of names, as templates have them: column for column, most of them known in both. */
function isSameTwice(upper: readonly string[], lower: readonly string[], isKnown: IsKnown): boolean {
  const most = (names: readonly string[]): boolean => {
    const written = names.filter(name => name !== '');
    return (
      written.length >= 3 && written.filter(isKnown).length * 2 > written.length && new Set(written.map(plain)).size === written.length
    );
  };
  return most(upper) && most(lower) && upper.every((name, place) => name === '' || Boolean(lower[place])) && !upper.some(isValue);
}

/** What stands in a row of a table and not in its header: numbers, dates, codes with a point. The first digit is one place: none is tried twice. */
const isValue = (cell: string): boolean => /^[-+]?[.,:/¥￥%\s]*\d[-\d.,:/¥￥%\sXx]*$/.test(cell) || /^[A-Za-z]\d{2}\.\w+/.test(cell);

/** What the beginning of a code says of it: the longest listed beginning wins, letters in either case, the dot counted. */
export type CodePrefixes<T> = (code: string) => T | undefined;

export function codePrefixes<T>(entries: Iterable<readonly [prefix: string, meaning: T]>): CodePrefixes<T> {
  const meanings = new Map<string, T>();
  for (const [prefix, meaning] of entries) meanings.set(prefix.toUpperCase(), meaning);
  const lengths = [...new Set([...meanings.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return code => {
    const upper = code.toUpperCase();
    for (const length of lengths) {
      const meaning = upper.length < length ? undefined : meanings.get(upper.slice(0, length));
      if (meaning !== undefined) return meaning;
    }
    return undefined;
  };
}

/**
 * Which codes of a long list are met often. Nobody publishes frequencies, so two stand-ins: the case mix may name codes or beginnings of codes, the
 * commonest first; where it does not, general terms have short names. Grey codes may not be used and never are.
 */
import type { Codes } from './codes.ts';
import { type Weighted, weighted } from './random.ts';

export type Commonness = {
  /** The commonest of the list among those with one of the wanted beginnings (several divided by a bar, empty for any); undefined when none is left. */
  typical(list: readonly string[], wanted: string): Weighted<string> | undefined;
};

const FEW = 12;

export function commonnessOf(codes: Codes): Commonness {
  const known = new Map<readonly string[], Map<string, Weighted<string> | undefined>>();
  return {
    typical(list, wanted) {
      const ofList = known.get(list) ?? new Map<string, Weighted<string> | undefined>();
      known.set(list, ofList);
      if (!ofList.has(wanted)) ofList.set(wanted, fewOf(list, wanted, codes));
      return ofList.get(wanted);
    },
  };
}

/** The n-th of them has 1 / (n + 1) of the weight of the first. */
function fewOf(list: readonly string[], wanted: string, codes: Codes): Weighted<string> | undefined {
  const starts = wanted.split('|');
  const usable = list
    .map(code => ({ code, rank: starts.findIndex(start => code.startsWith(start)), length: codes.lengthOf(code) }))
    .filter(({ rank, length }) => rank >= 0 && length < Number.POSITIVE_INFINITY);
  const namedItself = ({ code, rank }: { code: string; rank: number }) => (starts[rank] === code ? 0 : 1);
  usable.sort((a, b) => a.rank - b.rank || namedItself(a) - namedItself(b) || a.length - b.length || (a.code < b.code ? -1 : 1));
  const few: string[] = [];
  for (const { code } of usable) {
    if (few.length === FEW) break;
    if (!codes.isCurious(code)) few.push(code);
  }
  return few.length > 0 ? weighted(few, (_, rank) => 1 / (rank + 1)) : undefined;
}

/**
 * Where the stays of a load are, by their own number or by that of their visit: how item lines find the stay they belong to. Stays that the
 * workspace has from earlier loads are counted on behind the rows of the load, in the order in which lines name them.
 */
import type { StayTable, WordColumn } from '../stay/stay-table.ts';
import type { NamedStays } from '../stay/waiting-lines.ts';
import type { IdField, StayPlaces } from './charge-stays.ts';
import type { LoadColumns } from './load-columns.ts';
import { keyText } from './meanings.ts';
import { wordList } from './word-list.ts';

export type NamedPlaces = StayPlaces & {
  /** The stays of the workspace that were named so far. */
  named(): NamedStays;
};

/** What a workspace knows its stays by; digests under the key of the load. */
export type KnownStays = Pick<StayTable, 'settlementKey' | 'visitKey'>;

type Asked = {
  readonly rows: StayTable;
  readonly load: LoadColumns;
  readonly keyOf: ((text: string) => string) | undefined;
  readonly known: KnownStays | undefined;
};

/** The first row of a number counts: bills of one visit are put together afterwards. */
export function stayPlaces({ rows, load, keyOf, known }: Asked): NamedPlaces {
  const words = {
    stay_id: keyOf ?? load.settlementNumber,
    visit_id: keyOf ?? load.visitNumber,
  } satisfies Record<IdField, (text: string) => string>;
  const places = placesIn(rows);
  const elsewhere = namedStays(rows.count, keyOf && known);
  return {
    rowOf(id, by) {
      const word = words[by](keyText(id.split('\0')));
      return places[by].get(word) ?? elsewhere.rowOf(word, by);
    },
    named: elsewhere.named,
  };
}

const placesIn = ({ settlementKey, visitKey }: KnownStays): Record<IdField, ReadonlyMap<string, number>> => ({
  stay_id: firstRows(settlementKey),
  visit_id: firstRows(visitKey),
});

/** A row that is named both ways is one stay: the number it was named by first is kept. */
function namedStays(first: number, known: KnownStays | undefined) {
  const places = placesIn(known ?? {});
  const placeOf = new Map<number, number>();
  const settlements = { list: wordList(), codes: [] as number[] };
  const visits = { list: wordList(), codes: [] as number[] };
  return {
    rowOf(word: string, by: IdField): number | undefined {
      const row = places[by].get(word);
      if (row === undefined) return undefined;
      const place = placeOf.get(row) ?? placeOf.size;
      if (place === placeOf.size) {
        placeOf.set(row, place);
        settlements.codes.push(by === 'stay_id' ? settlements.list.numberOf(word) : 0);
        visits.codes.push(by === 'visit_id' ? visits.list.numberOf(word) : 0);
      }
      return first + place;
    },
    named: (): NamedStays => ({ settlementKey: columnOf(settlements), visitKey: columnOf(visits) }),
  };
}

const columnOf = ({
  list,
  codes,
}: {
  readonly list: { readonly words: readonly string[] };
  readonly codes: readonly number[];
}): WordColumn => ({
  codes: Uint32Array.from(codes),
  words: list.words,
});

function firstRows(column: WordColumn | undefined): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (!column) return rows;
  for (let row = column.codes.length - 1; row >= 0; row--) {
    const code = column.codes[row]!;
    if (code !== 0) rows.set(column.words[code]!, row);
  }
  return rows;
}

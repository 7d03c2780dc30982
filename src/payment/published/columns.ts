/**
 * Which column of a published table is what. One column prices a group: its weight, else its points, else its standard in yuan; where two
 * could be it, the person names it. Headings are kept for whatever is a fact beside the price.
 */
import { type Text, UserError } from '../../errors.ts';
import { isOfLevel, type Role, roleOf } from './heading.ts';

export const units = ['weight', 'point', 'yuan'] as const;
export type Unit = (typeof units)[number];

export type Fact = {
  readonly place: number;
  /** Heading in the project's table. */
  readonly title: string;
  readonly kind: 'number' | 'text';
};

export type Columns = {
  readonly drg: number;
  readonly name: number | undefined;
  readonly price: number;
  readonly unit: Unit;
  readonly flag: number | undefined;
  readonly facts: readonly Fact[];
  /** Headings of which nothing is taken. */
  readonly unused: readonly string[];
};

export type Wanted = {
  /** Heading of the column that prices. */
  readonly column: string | undefined;
  readonly unit: Unit | undefined;
  /** Columns of levels that are kept, under the name a policy calls them; undefined: all, under their own headings. */
  readonly levels: readonly { readonly title: string; readonly heading: string }[] | undefined;
};

/** @throws UserError USAGE where no column or more than one could be the price, or a named one is not there. */
export function columnsOf(names: readonly string[], wanted: Wanted, at: string): Columns {
  const headings = names.map(comparable);
  const roles = headings.map(roleOf);
  const first = (role: Role): number | undefined => (roles.indexOf(role) < 0 ? undefined : roles.indexOf(role));
  const price = priceColumn({ names, headings, roles }, wanted, at);
  const taken = new Set([first('drg'), first('name'), price.place, first('flag')]);
  const levels = wanted.levels?.map(({ title, heading }) => ({ title, place: named(heading, { names, headings, at }) }));
  const facts = names.flatMap((name, place): Fact[] => {
    const chosen = levels?.find(level => level.place === place);
    if (chosen) return [{ place, title: chosen.title, kind: 'number' }];
    if (taken.has(place) || name === '') return [];
    if (levels && isLevelColumn(headings[place]!, roles[place]!)) return [];
    return factOf({ place, name, heading: headings[place]!, role: roles[place]!, alone: roles.indexOf(roles[place]!) === place });
  });
  const used = new Set([...taken, ...facts.map(({ place }) => place)]);
  const unused = names.filter((name, place) => name !== '' && !used.has(place));
  return {
    drg: first('drg')!,
    name: first('name'),
    price: price.place,
    unit: price.unit,
    flag: first('flag'),
    facts: apart(facts),
    unused,
  };
}

/** Half width, lower case, no blanks, without the mark of a required column and a unit that is stated. */
export const comparable = (name: string): string =>
  name
    .replace(/[\uff01-\uff5e]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u200b\ufeff]+/g, '')
    .replace(/^\*+|\*+$/g, '')
    .replace(/\((?:单位:?)?(?:元|天|日|点|分|%)\)$/, '')
    .toLowerCase();

type Headed = { readonly names: readonly string[]; readonly headings: readonly string[]; readonly roles: readonly Role[] };

function priceColumn(
  { names, headings, roles }: Headed,
  { column, unit }: Wanted,
  at: string,
): { readonly place: number; readonly unit: Unit } {
  if (column !== undefined) {
    const place = named(column, { names, headings, at });
    const role = roles[place]!;
    return { place, unit: unit ?? (role === 'point' || role === 'yuan' ? role : 'weight') };
  }
  for (const kind of units.filter(one => unit === undefined || unit === one)) {
    const places = names.flatMap((_, place) => (roles[place] === kind ? [place] : []));
    const general = places.filter(place => !isOfLevel(headings[place]!));
    const one = general.length > 0 ? general : places;
    if (one.length === 1) return { place: one[0]!, unit: kind };
    if (one.length > 1)
      throw several(
        one.map(place => names[place]!),
        at,
      );
  }
  throw unpriced(names, at);
}

function named(heading: string, { names, headings, at }: Omit<Headed, 'roles'> & { readonly at: string }): number {
  const place = headings.indexOf(comparable(heading));
  if (place >= 0) return place;
  throw usage({ zh: `没有名为“${heading}”的列`, en: `there is no column "${heading}"` }, names, at);
}

/** A standard or a mean cost of one level stands under its own heading, and so does a second column of the same kind. */
function factOf(column: { place: number; name: string; heading: string; role: Role; alone: boolean }): Fact[] {
  const { place, name, heading, role, alone } = column;
  const own = alone && !isOfLevel(heading);
  switch (role) {
    case 'avg_cost':
    case 'avg_los':
      return [{ place, title: own ? role : name, kind: 'number' }];
    case 'yuan':
      return [{ place, title: own ? 'pay_standard' : name, kind: 'number' }];
    case 'weight':
    case 'point':
    case 'coefficient':
      return [{ place, title: name, kind: 'number' }];
    case 'flag':
      return [{ place, title: name, kind: 'text' }];
    case 'note':
      return [{ place, title: alone ? 'note' : name, kind: 'text' }];
    default:
      return [];
  }
}

const isLevelColumn = (heading: string, role: Role): boolean => role === 'coefficient' || (isOfLevel(heading) && role !== 'flag');

/** Headings of the table are each there once; the project's own names stay what they mean. */
function apart(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Map<string, number>(['drg', 'name', 'weight', 'point', 'yuan', 'flag'].map(name => [name, 1]));
  return facts.map(fact => {
    const times = (seen.get(fact.title) ?? 0) + 1;
    seen.set(fact.title, times);
    return times === 1 ? fact : { ...fact, title: `${fact.title}_${times}` };
  });
}

const several = (found: readonly string[], at: string): UserError =>
  usage({ zh: `${found.length} 列都可能是定价的一列`, en: `${found.length} columns could be the one that prices` }, found, at);

const unpriced = (names: readonly string[], at: string): UserError =>
  usage({ zh: '没有权重、点数或支付标准列', en: 'no column is called a weight, points or a standard' }, names, at);

const usage = (text: Text, names: readonly string[], at: string): UserError => {
  const shown = names.filter(name => name !== '').join('、');
  return new UserError('USAGE', text, {
    at,
    hint: { zh: `用 --column 列名 指明；有：${shown}`, en: `Name it with --column; there are: ${shown}` },
  });
};

/**
 * What the amounts of each column are in. A person's word stands over the header, the header over their saved mapping, that over a title above
 * the header, and a title over the layouts that come with the program.
 */
import { UserError } from '../errors.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Unit } from './amount.ts';
import { shownName, unitOf } from './column-names.ts';
import { kindOf } from './fields.ts';
import type { Profile } from './profile.ts';

type Columns = {
  readonly profile: Profile;
  readonly columns: ReadonlyMap<OwnColumn, number>;
  readonly more: ReadonlyMap<OwnColumn, readonly number[]>;
  readonly header: readonly string[];
  readonly given: ReadonlyMap<OwnColumn, Unit>;
  readonly unit: Unit | undefined;
};

/** @throws UserError when columns that are added up state different units. */
export function amountUnits({ profile, columns, more, header, given, unit }: Columns): ReadonlyMap<OwnColumn, Unit> {
  const amounts = [...columns].filter(([field]) => isAmount(field));
  return new Map(
    amounts.map(([field, place]) => {
      const own = profile.columns[field]?.unit;
      const saved = profile.place === undefined ? undefined : own;
      const stated = unitOf(header[place] ?? '');
      const other = (more.get(field) ?? []).find(part => unitOf(header[part] ?? '') !== stated);
      if (other !== undefined && !given.has(field)) throw mixed(header[place] ?? '', header[other] ?? '');
      return [field, given.get(field) ?? stated ?? saved ?? unit ?? own ?? 'yuan'];
    }),
  );
}

const mixed = (one: string, other: string): UserError =>
  new UserError(
    'HEADER_UNKNOWN',
    {
      zh: `要相加的两列单位不同：“${shownName(one)}”与“${shownName(other)}”`,
      en: `columns that are added up are in different units: "${shownName(one)}" and "${shownName(other)}"`,
    },
    { hint: { zh: '请统一单位后重新导出。', en: 'Export them again in one unit.' } },
  );

export function isAmount(field: OwnColumn): boolean {
  const { kind } = kindOf(field);
  return kind === 'money' || kind === 'sum' || field === 'insurer_payment' || field === 'amount' || field === 'price';
}

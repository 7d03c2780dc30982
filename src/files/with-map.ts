/** A profile with the person's own mapping on top of it, for one header; and the profile that a mapping is by itself. */
import { UserError } from '../errors.ts';
import type { OwnColumn } from '../stay/own-layout.ts';
import type { Unit } from './amount.ts';
import { isAmount } from './amount-units.ts';
import { namesToShow } from './header-mistakes.ts';
import { namesPerson } from './identifiers.ts';
import type { Mapped } from './mapping.ts';
import type { Profile, ProfileColumn, ProfileList } from './profile.ts';
import { nearestFirst } from './unused-columns.ts';

/** A field of the mapping and the columns of this header that it is read from, by their own names. */
export type Resolved = { readonly field: OwnColumn; readonly from: readonly string[]; readonly unit: Unit | undefined };

type Header = {
  readonly header: readonly string[];
  readonly place: (name: string) => number;
  readonly known: ReadonlySet<string>;
  readonly at: string;
  /** Another file of the load may have what this one lacks. */
  readonly others: boolean;
};

/** What is mapped of this header; a column that it lacks is a UserError, or left out where another file of the load may have it. */
export function resolveMap(map: readonly Mapped[], header: Header): readonly Resolved[] {
  const found = map.flatMap(mapped => {
    const from = placed(mapped, header);
    if (from === undefined) return [];
    refuseSeveral(mapped.field, from);
    return [{ field: mapped.field, from, unit: mapped.unit }];
  });
  // the last word counts; lists go on
  const fields = [...new Set(found.map(({ field }) => field))];
  return fields.map(field => {
    const same = found.filter(one => one.field === field);
    return isList(field) ? { field, from: [...new Set(same.flatMap(({ from }) => from))], unit: undefined } : same.at(-1)!;
  });
}

/** Of several files each may lack a mapped column; a column that none of them has is a mistake. */
export function refuseUnmapped(map: readonly Mapped[], layouts: readonly { readonly mapped: ReadonlySet<OwnColumn> }[]): void {
  const lost = map.find(({ field }) => !layouts.some(({ mapped }) => mapped.has(field)));
  if (!lost) return;
  throw new UserError(
    'HEADER_UNKNOWN',
    { zh: `--map：没有一个文件有列“${lost.whole}”`, en: `--map: none of the files has a column "${lost.whole}"` },
    {
      hint: {
        zh: 'casemix profile try 文件 列出每个文件的列。',
        en: 'casemix profile try FILE lists the columns of a file.',
      },
    },
  );
}

function placed({ from, whole }: Mapped, { header, place, known, at, others }: Header): readonly string[] | undefined {
  const names = place(whole) >= 0 ? [whole] : from;
  const places = names.map(place);
  const lacking = names[places.indexOf(-1)];
  if (lacking === undefined) return places.map(column => header[column]!);
  if (namesPerson(lacking)) throw personal(lacking, at);
  if (others) return undefined;
  throw noSuchColumn(lacking, namesToShow(header, known), at);
}

/** The profile with these fields read from these columns. */
export function withMap(profile: Profile, resolved: readonly Resolved[]): Profile {
  if (resolved.length === 0) return profile;
  const columns = resolved
    .filter(({ field }) => !isList(field))
    .map(({ field, from, unit }) => [field, columnOf(profile, { field, from, unit })]);
  const lists = resolved.filter(({ field }) => isList(field)).map(({ field, from }) => [field, listOf(profile, field, from)]);
  return {
    ...profile,
    columns: { ...profile.columns, ...Object.fromEntries(columns) },
    lists: { ...profile.lists, ...Object.fromEntries(lists) },
  };
}

function columnOf(profile: Profile, { field, from, unit }: Resolved): ProfileColumn {
  const { unit: own, date = 'written', repeats = false } = profile.columns[field] ?? {};
  const [first = '', ...others] = from;
  const whole = { unit: unit ?? own, date, repeats };
  return isAmount(field) ? { ...whole, from, sum: others.length > 0, with: [] } : { ...whole, from: [first], sum: false, with: others };
}

const listOf = ({ lists }: Profile, field: OwnColumn, from: readonly string[]): ProfileList => ({
  from,
  split: (field === 'dx' || field === 'px' ? lists[field]?.split : undefined) ?? '|,;',
});

/** A mapping alone. */
export const bareProfile = (fields: readonly OwnColumn[]): Profile => ({
  id: 'map',
  title: '--map',
  document: fields.some(field => field === 'amount' || field === 'item_code' || field === 'item_name') ? 'charges' : 'stay',
  match: [],
  columns: {},
  lists: {},
  dictionary: {},
  dropRows: ['合计', '小计', '总计', '本页合计', '制表', '审核'],
  sums: [],
  known: [],
  source: 'assumption',
});

const isList = (field: OwnColumn): boolean => field === 'dx' || field === 'px';
const takesSeveral = (field: OwnColumn): boolean =>
  isList(field) || isAmount(field) || field === 'stay_id' || field === 'visit_id' || field === 'patient_key';

function refuseSeveral(field: OwnColumn, from: readonly string[]): void {
  if (from.length < 2 || takesSeveral(field)) return;
  throw new UserError(
    'USAGE',
    { zh: `--map ${field} 只能来自一列`, en: `--map ${field} takes one column` },
    {
      hint: {
        zh: '诊断、手术和金额可以用 + 连接多列；编号用 + 拼接。',
        en: 'Diagnoses, procedures and amounts may join several columns with +; so may numbers of stays and patients.',
      },
    },
  );
}

function noSuchColumn(name: string, header: readonly string[], at: string): UserError {
  const shown = nearestFirst(name, header).slice(0, MOST_NAMES);
  return new UserError(
    'HEADER_UNKNOWN',
    { zh: `--map：表头没有列“${name}”`, en: `--map: the header has no column "${name}"` },
    {
      at,
      hint: {
        zh: `可用的列：${shown.join('、') || '（未识别到表头）'}`,
        en: `Columns: ${shown.join(', ') || '(no header was recognised)'}`,
      },
    },
  );
}

const MOST_NAMES = 20;

const personal = (name: string, at: string): UserError =>
  new UserError(
    'USAGE',
    { zh: `--map：列“${name}”是个人信息，不读取`, en: `--map: the column "${name}" names a person and is not read` },
    { at, hint: { zh: '姓名、证件号、电话和住址从不读取。', en: 'Names, id numbers, phones and addresses are never read.' } },
  );

/** What can be wrong with a header, said without a cell of a patient: a file without a header shows its first stay here. */
import { UserError } from '../errors.ts';
import { knownNames, plain, shownName } from './column-names.ts';
import { namesPerson } from './identifiers.ts';
import { givenHeader, type Located } from './locate.ts';
import type { Profile } from './profile.ts';

type Unknown = { readonly asked: readonly Profile[]; readonly profiles: readonly Profile[]; readonly at: string };

/** The header fits none of the layouts that were asked for: what was seen of it, what the nearest of them lack, and how to say what its columns mean. */
export function unknownHeader(header: readonly string[], { asked, profiles, at }: Unknown): UserError {
  const { place } = givenHeader(header);
  const lacking = asked
    .filter(({ match }) => match.length > 0)
    .map(({ id, match }) => ({
      id,
      names: match.filter(names => !names.some(name => place(name) >= 0)).map(([name]) => name),
      of: match.length,
    }))
    .sort((a, b) => a.names.length / a.of - b.names.length / b.of)
    .slice(0, MOST_LAYOUTS)
    .map(({ id, names: lack }) => `${id}: ${lack.join(', ')}`)
    .join('; ');
  const seen = namesIn(header, knownNames(profiles)).slice(0, MOST_NAMES);
  const rest = header.length - seen.length;
  const others = { zh: `${rest} 列不认识的内容`, en: `${rest} cells that are no known column name` };
  return new UserError(
    'HEADER_UNKNOWN',
    {
      zh: `不认识的表头：${[...seen, ...(rest > 0 ? [others.zh] : [])].join('、')}`,
      en: `unknown header: ${[...seen, ...(rest > 0 ? [others.en] : [])].join(', ')}`,
    },
    {
      at,
      hint: {
        zh: `前 10 行中应有一行是列名。最接近的已知格式还缺：${lacking}。其他格式用 --map 字段=列名 说明各列，例如 --map stay_id=病案号,dx=诊断编码,total=总费用；casemix profile try 文件 显示怎样理解。`,
        en: `One of the first 10 lines must name the columns. The nearest known layouts lack: ${lacking}. For any other layout say what its columns are, as in --map stay_id=病案号,dx=诊断编码,total=总费用; casemix profile try FILE shows how a file is understood.`,
      },
    },
  );
}

const MOST_LAYOUTS = 3;
const MOST_NAMES = 20;

/** Names that cannot be a patient's: those of some layout and, where no cell looks like a value, words of plain letters. */
function namesIn(header: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const isHeader = !header.some(isValue);
  return header
    .filter(name => known.has(plain(name)) || (isHeader && /^[A-Za-z_]\w{0,31}$/.test(name) && !/\d{4}/.test(name)))
    .map(shownName);
}

const isValue = (name: string): boolean => /^[-+.,:/¥￥\s]*\d[-+\d.,:/¥￥\sXx]*$/.test(name);

/** Names of a header as they may be shown: all of it where it is a header beyond doubt, else those that can be nobody's. */
export function namesToShow(header: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const isHeader = header.filter(name => known.has(plain(name))).length >= 2 && !header.some(isValue);
  return isHeader ? header.filter(name => name !== '' && !namesPerson(name)).map(shownName) : namesIn(header, known);
}

/** A name that stands twice says nothing about which of the two columns is meant. */
export function refuseTwice({ header, columns, more, lists, mapped }: Located, at: string): void {
  const names = header.map(plain);
  const given = new Set([...mapped].flatMap(field => (field === 'dx' || field === 'px' ? lists[field] : [columns.get(field) ?? -1])));
  for (const first of [...columns.values(), ...[...more.values()].flat(), ...lists.dx, ...lists.px].sort((a, b) => a - b)) {
    const second = names.findIndex((name, place) => place !== first && name === names[first]);
    // the person wrote the name as it stands: 总费用(元), not 总费用(万元)
    if (second < 0 || (given.has(first) && header[second] !== header[first])) continue;
    const name = shownName(header[first]!);
    throw new UserError(
      'HEADER_UNKNOWN',
      {
        zh: `列名“${name}”出现两次：第 ${Math.min(first, second) + 1} 列和第 ${Math.max(first, second) + 1} 列`,
        en: `the column name "${name}" stands twice: columns ${Math.min(first, second) + 1} and ${Math.max(first, second) + 1}`,
      },
      {
        at,
        hint: {
          zh: '请删去或改名其中一列；写法不同时可用 --map 字段=列名 指明用哪一列。',
          en: 'Remove or rename one of them; where they are written differently, --map field=column says which one is meant.',
        },
      },
    );
  }
}

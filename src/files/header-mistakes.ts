/** What can be wrong with a header, said without a cell of a patient: a file without a header shows its first stay here. */
import { UserError } from '../errors.ts';
import { knownNames, plain, shownName } from './column-names.ts';
import type { Layout } from './layout.ts';
import type { Profile } from './profile.ts';

type Unknown = { readonly asked: readonly Profile[]; readonly profiles: readonly Profile[]; readonly at: string };

/** The header fits none of the layouts that were asked for: what was seen of it, and what each of them lacks. */
export function unknownHeader(header: readonly string[], { asked, profiles, at }: Unknown): UserError {
  const [only] = header;
  const between = header.length === 1 ? separators.find(({ sign }) => only?.includes(sign)) : undefined;
  if (between) return otherSeparator(between, at);
  const names = header.map(plain);
  const lacking = asked
    .map(({ id, match }) => ({
      id,
      names: match.filter(names1 => !names1.some(name => names.includes(plain(name)))).map(([name]) => name),
      of: match.length,
    }))
    .sort((a, b) => a.names.length / a.of - b.names.length / b.of)
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
        zh: `第一行应是列名。已知格式缺少的列：${lacking}`,
        en: `The first line must name the columns. Columns missing from the known layouts: ${lacking}`,
      },
    },
  );
}

const MOST_NAMES = 20;

/** Names that cannot be a patient's: those of some layout and, where no cell looks like a value, words of plain letters. */
function namesIn(header: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const isHeader = !header.some(name => /^[-+\d.,:/¥￥\s]*\d[-\d.,:/\sXx]*$/.test(name));
  return header
    .filter(name => known.has(plain(name)) || (isHeader && /^[A-Za-z_]\w{0,31}$/.test(name) && !/\d{4}/.test(name)))
    .map(shownName);
}

type Separator = { readonly sign: string; readonly zh: string; readonly en: string };
const separators: readonly Separator[] = [
  { sign: '\t', zh: '制表符', en: 'tabs' },
  { sign: ';', zh: '分号', en: 'semicolons' },
  { sign: '；', zh: '全角分号', en: 'wide semicolons' },
  { sign: '，', zh: '全角逗号', en: 'wide commas' },
  { sign: '|', zh: '竖线', en: 'vertical bars' },
];

const otherSeparator = ({ zh, en }: Separator, at: string): UserError =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: `不认识的表头：文件似乎用${zh}分隔，不是逗号`, en: `unknown header: the file seems to be separated by ${en}, not commas` },
    {
      at,
      hint: {
        zh: '请在 Excel 或 WPS 中打开，另存为“CSV UTF-8（逗号分隔）”。',
        en: 'Open it in Excel or WPS and save it as "CSV UTF-8 (comma delimited)".',
      },
    },
  );

/** A name that stands twice says nothing about which of the two columns is meant. */
export function refuseTwice({ header, columns, lists }: Layout, at: string): void {
  const names = header.map(plain);
  for (const first of [...columns.values(), ...lists.dx, ...lists.px].sort((a, b) => a - b)) {
    const second = names.indexOf(names[first]!, first + 1);
    if (second < 0) continue;
    const name = shownName(header[first]!);
    throw new UserError(
      'HEADER_UNKNOWN',
      {
        zh: `列名“${name}”出现两次：第 ${first + 1} 列和第 ${second + 1} 列`,
        en: `the column name "${name}" stands twice: columns ${first + 1} and ${second + 1}`,
      },
      {
        at,
        hint: { zh: '请删去或改名其中一列。', en: 'Remove or rename one of them.' },
      },
    );
  }
}

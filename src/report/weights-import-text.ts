/** What became of a published weight table, in words: one sentence, which column became what, and every row that is not in the result. */
import { bilingual, type Language } from '../language.ts';
import type { Columns } from '../payment/published/columns.ts';
import { harmless, type PublishedFinding, type PublishedRule, publishedRules } from '../payment/published/finding.ts';
import type { TakenGroup } from '../payment/published/take-rows.ts';
import { count } from './format.ts';
import { printable } from './printable.ts';
import { textTable } from './text-table.ts';

export type WeightsImport = {
  readonly file: string;
  readonly sha256: string;
  readonly sheets: readonly { readonly name: string; readonly encoding: string; readonly headerRow: number }[];
  readonly passedOver: readonly string[];
  readonly names: readonly string[];
  readonly columns: Columns;
  readonly read: number;
  readonly taken: number;
  readonly refused: number;
  readonly groups: readonly TakenGroup[];
  readonly findings: readonly PublishedFinding[];
};

export function importText(found: WeightsImport, language: Language): string {
  const say = words[language];
  const { read, taken, refused, groups, sheets, passedOver, findings, columns, names } = found;
  const priced = groups.filter(({ price }) => price !== '').length;
  const column = (place: number | undefined): string => (place === undefined ? say.none : `"${printable(names[place]!)}"`);
  return [
    fill(say.sentence, { read, taken, refused, priced, blank: taken - priced }),
    ...sheets.map(({ name, encoding, headerRow }) => `  ${printable(name)}: ${say.encoding} ${encoding}, ${say.header} ${headerRow}`),
    `  ${columns.unit} = ${column(columns.price)}, drg = ${column(columns.drg)}, name = ${column(columns.name)}`,
    ...(columns.facts.length > 0 ? [`  ${say.facts}: ${columns.facts.map(({ title }) => printable(title)).join(', ')}`] : []),
    ...(columns.unused.length > 0 ? [`  ${say.unused}: ${columns.unused.map(printable).join(', ')}`] : []),
    ...(passedOver.length > 0 ? [`  ${say.passedOver}: ${passedOver.map(printable).join(', ')}`] : []),
    ...countLines(findings, language),
    ...listed(findings, language),
    '',
  ].join('\n');
}

/** How often each rule was met, in the order of the rules. */
function countLines(findings: readonly PublishedFinding[], language: Language): readonly string[] {
  const rules = (Object.keys(publishedRules) as PublishedRule[]).filter(rule => findings.some(found => found.rule === rule));
  return rules.map(rule => {
    const effect = publishedRules[rule] === 'refused' ? words[language].refused : words[language].noted;
    return `  ${effect} ${count(findings.filter(found => found.rule === rule).length)}: ${words[language][rule]}`;
  });
}

const MOST_LISTED = 50;

function listed(findings: readonly PublishedFinding[], language: Language): readonly string[] {
  const say = words[language];
  const told = findings.filter(({ rule }) => !harmless.has(rule));
  const wrong = [...told.filter(({ effect }) => effect === 'refused'), ...told.filter(({ effect }) => effect === 'noted')];
  if (wrong.length === 0) return [];
  const columns = [say.row, say.column, say.value, say.rule].map((head, i) => ({
    head,
    align: i === 0 ? ('right' as const) : ('left' as const),
    widest: 48,
  }));
  const rows = wrong
    .slice(0, MOST_LISTED)
    .map(({ row, column, value, rule }) => [String(row), printable(column), printable(value), say[rule]]);
  const more = wrong.length > MOST_LISTED ? [fill(say.more, { more: wrong.length - MOST_LISTED })] : [];
  return ['', textTable({ columns, rows, footer: [] }), ...more];
}

/** data/schema/weights-import.schema.json */
export function importJson({
  file,
  sha256,
  sheets,
  passedOver,
  names,
  columns,
  read,
  taken,
  refused,
  groups,
  findings,
}: WeightsImport): string {
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      ...{ file, sha256, sheets, passed_over: passedOver },
      columns: {
        ...{ unit: columns.unit, price: names[columns.price], drg: names[columns.drg] },
        name: columns.name === undefined ? null : names[columns.name],
        facts: columns.facts.map(({ title }) => title),
        unused: columns.unused,
      },
      rows: { read, taken, refused },
      groups: {
        priced: groups.filter(({ price }) => price !== '').length,
        without_price: groups.filter(({ price }) => price === '').length,
      },
      findings,
    },
    null,
    2,
  )}\n`;
}

const fill = (text: string, figures: Readonly<Record<string, number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (figures[name] === undefined ? whole : count(figures[name])));

const zhRules: Record<PublishedRule, string> = {
  code_missing: '没有病组编码',
  code_invalid: '不是病组编码',
  weight_invalid: '不是数，没有猜测',
  weight_is_text: '定价列里是一段文字',
  duplicate_conflict: '同一病组几行不一致，都没有采用',
  duplicate_same: '与前面一行相同，合为一行',
  header_again: '重复的表头',
  note_row: '说明、合计或小标题行',
  code_zeros: '编码 0 按 0000 读',
  name_glued: '编码和名称写在一格，已分开',
  weight_words: '文字作标识，不定价',
  weight_marked: '数后的记号作标识',
  weight_zero: '0 不是价格，留空',
  number_invalid: '不是正数，留空',
};
const enRules: Record<PublishedRule, string> = {
  code_missing: 'no group code',
  code_invalid: 'not a group code',
  weight_invalid: 'not a number; nothing was guessed',
  weight_is_text: 'a text stands where the price should',
  duplicate_conflict: 'rows of one group differ; none was taken',
  duplicate_same: 'the same as an earlier row, taken once',
  header_again: 'the header again',
  note_row: 'a note, a total or a title',
  code_zeros: 'code 0 read as 0000',
  name_glued: 'code and name in one cell, taken apart',
  weight_words: 'words became a flag, no price',
  weight_marked: 'the mark behind the number became a flag',
  weight_zero: '0 is no price, left blank',
  number_invalid: 'not a number above 0, left blank',
};

const words = bilingual({
  zh: {
    ...zhRules,
    sentence: '读取 {read} 行 = 采用 {taken} + 拒收 {refused}；{priced} 个病组有价，{blank} 个留空（不定价，不是零）。',
    encoding: '编码',
    header: '表头在第',
    none: '无',
    facts: '附带',
    unused: '没有采用的列',
    passedOver: '没有读的工作表',
    refused: '拒收',
    noted: '提示',
    row: '行',
    column: '列',
    value: '内容',
    rule: '说明',
    more: '另有 {more} 条，--report json 列出全部',
  },
  en: {
    ...enRules,
    sentence: '{read} rows read = {taken} taken + {refused} refused; {priced} groups have a price, {blank} are blank (no price, not zero).',
    encoding: 'encoding',
    header: 'header in row',
    none: 'none',
    facts: 'beside it',
    unused: 'columns not taken',
    passedOver: 'sheets not read',
    refused: 'refused',
    noted: 'noted',
    row: 'row',
    column: 'column',
    value: 'value',
    rule: 'what',
    more: '{more} more; --report json lists all',
  },
});

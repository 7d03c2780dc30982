/**
 * The rows of a published weight table into groups, each once. Rows read are always rows taken plus rows refused. Equal rows of one group are
 * one; rows that contradict each other are all refused, because nobody here can know which is right.
 */
import { Decimal } from '../../money.ts';
import { cellText } from '../table-cell.ts';
import { mostOf } from '../weights.ts';
import type { Columns } from './columns.ts';
import type { PublishedFinding, PublishedRule } from './finding.ts';
import { publishedRules } from './finding.ts';
import { groupCode } from './group-code.ts';
import { publishedNumber } from './number.ts';

/** `cells` as written, `half` in half width. */
export type PublishedRow = { readonly row: number; readonly cells: readonly string[]; readonly half: readonly string[] };
export type PublishedTable = {
  readonly file: string;
  readonly names: readonly string[];
  readonly columns: Columns;
  readonly rows: Iterable<PublishedRow>;
};

export type TakenGroup = {
  readonly file: string;
  readonly row: number;
  readonly drg: string;
  readonly name: string;
  /** '' is no price. */
  readonly price: string;
  readonly flag: string;
  readonly facts: readonly string[];
};

export type Taken = {
  readonly read: number;
  readonly groups: readonly TakenGroup[];
  readonly findings: readonly PublishedFinding[];
};

type Note = (column: number, value: string, rule: PublishedRule) => void;

export function takeRows({ file, names, columns, rows }: PublishedTable): Taken {
  const findings: PublishedFinding[] = [];
  const groups: TakenGroup[] = [];
  let read = 0;
  for (const row of rows) {
    if (row.cells.every(cell => cell.trim() === '')) continue;
    read++;
    const note: Note = (column, value, rule) =>
      findings.push({ file, row: row.row, column: names[column] ?? '', value: shown(value), rule, effect: publishedRules[rule] });
    const group = takenRow(row, { file, names, columns, note });
    if (group) groups.push(group);
  }
  const { kept, refused } = onceEach(groups, names[columns.price] ?? '');
  return { read, groups: kept, findings: [...findings, ...refused].sort((a, b) => a.row - b.row) };
}

type Taking = { readonly file: string; readonly names: readonly string[]; readonly columns: Columns; readonly note: Note };

function takenRow(row: PublishedRow, { file, names, columns, note }: Taking): TakenGroup | undefined {
  const cell = (place: number | undefined): string => (place === undefined ? '' : cellText((row.cells[place] ?? '').trim()));
  const code = groupCode(cell(columns.drg));
  if (!code) {
    note(columns.drg, cell(columns.drg) || row.cells.find(text => text.trim() !== '')!, whatInstead(row, names, cell(columns.drg)));
    return undefined;
  }
  const price = priceIn(row, columns, note);
  if (!price) return undefined;
  if (code.zeros) note(columns.drg, cell(columns.drg), 'code_zeros');
  const name = cell(columns.name) || code.glued;
  if (code.glued !== '') note(columns.drg, cell(columns.drg), 'name_glued');
  return {
    ...{ file, row: row.row, drg: code.code, name, price: price.text },
    flag: [cell(columns.flag), price.flag].filter(text => text !== '').join(' '),
    facts: columns.facts.map(({ place, kind }) => (kind === 'text' ? cell(place) : factIn(row, place, note))),
  };
}

/** A row without a code is a repeated header, a note under the table or a title between its parts, or a row that lost its code. */
function whatInstead({ cells, half }: PublishedRow, names: readonly string[], code: string): PublishedRule {
  if (half.filter((text, i) => text.trim() !== '' && text.trim() === names[i]).length >= 2) return 'header_again';
  const written = new Set(cells.map(text => text.trim()).filter(text => text !== ''));
  const [first = ''] = written;
  if (written.size === 1 || /^(?:注|备注|说明|合计|总计|小计|制表|填表|单位|附)/.test(first)) return 'note_row';
  return code === '' ? 'code_missing' : 'code_invalid';
}

/** Words of a length that a flag has; a longer text has slipped in from another cell. */
const LONGEST_FLAG = 20;

function priceIn(
  { cells, half }: PublishedRow,
  { price: place, unit }: Columns,
  note: Note,
): { readonly text: string; readonly flag: string } | undefined {
  const cell = cells[place] ?? '';
  const found = publishedNumber(half[place] ?? '');
  switch (found.kind) {
    case 'blank':
      return { text: '', flag: '' };
    case 'number':
      if (!/[1-9]/.test(found.text)) {
        note(place, cell, 'weight_zero');
        return { text: '', flag: found.mark };
      }
      if (new Decimal(found.text).gt(mostOf(unit))) {
        note(place, cell, 'weight_invalid');
        return undefined;
      }
      if (found.mark !== '') note(place, cell, 'weight_marked');
      return { text: found.text, flag: found.mark };
    case 'words':
      if (found.words.length > LONGEST_FLAG) {
        note(place, cell, 'weight_is_text');
        return undefined;
      }
      note(place, cell, 'weight_words');
      return { text: '', flag: found.words };
    default:
      note(place, cell, 'weight_invalid');
      return undefined;
  }
}

/** A fact that is no number is left blank: a coefficient of 0 or of words would price a stay wrongly. */
function factIn({ cells, half }: PublishedRow, place: number, note: Note): string {
  const cell = cells[place] ?? '';
  const found = publishedNumber(half[place] ?? '');
  if (found.kind === 'blank') return '';
  if (found.kind === 'number' && /[1-9]/.test(found.text)) return found.text;
  note(place, cell, 'number_invalid');
  return '';
}

/** First by group, in file order. */
export function onceEach(
  groups: readonly TakenGroup[],
  column: string,
): { readonly kept: readonly TakenGroup[]; readonly refused: readonly PublishedFinding[] } {
  const byCode = new Map<string, TakenGroup[]>();
  for (const group of groups) byCode.set(group.drg, [...(byCode.get(group.drg) ?? []), group]);
  const refused: PublishedFinding[] = [];
  const kept = [...byCode.values()].flatMap(same => {
    const [first, ...others] = same;
    const conflict = others.some(other => !isSame(first!, other));
    const told = conflict ? same : others;
    const value = conflict ? same.map(({ row, price }) => `${row}: ${price || '–'}`).join('; ') : `${first!.drg} = ${first!.row}`;
    const rule = conflict ? 'duplicate_conflict' : 'duplicate_same';
    refused.push(...told.map(({ file, row }): PublishedFinding => ({ file, row, column, value: shown(value), rule, effect: 'refused' })));
    return conflict ? [] : [first!];
  });
  return { kept, refused };
}

const isSame = (a: TakenGroup, b: TakenGroup): boolean =>
  a.price === b.price && a.flag === b.flag && a.facts.every((fact, i) => fact === b.facts[i]);

const LONGEST = 60;
const shown = (value: string): string => (value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);

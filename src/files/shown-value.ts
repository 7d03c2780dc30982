/**
 * What a finding shows of a cell. In a row whose cells have moved a name, a number of an identity card or a telephone number stands in
 * any column: six digits and more are masked everywhere, letters wherever a number should stand. `***(3)` says how many are masked.
 */
import type { OwnColumn } from '../stay/own-layout.ts';
import { isAmount, isCode, isDate } from '../stay/shown-forms.ts';
import { kindOf } from './fields.ts';
import { halfWidth } from './plain-text.ts';

const MOST_LETTERS = 40;

/** `text` is without control characters. */
export function shownValue(text: string, field: OwnColumn): string {
  return [...shown(halfWidth(text), field)].slice(0, MOST_LETTERS).join('');
}

function shown(text: string, field: OwnColumn): string {
  // a mark that says there is nothing is nobody's name
  if (/^\s*-{1,2}\s*$/.test(text)) return text.trim();
  const { kind } = kindOf(field);
  switch (kind) {
    case 'id':
    case 'patient':
    case 'visit':
      return masked(text);
    case 'word':
      return field === 'doctor' ? masked(text) : count(text);
    case 'list':
      return text.replace(/[^|,;、]+/g, code => (isCode(code.trim()) ? code : count(code)));
    case 'insurer':
    case 'charge':
      return isCode(text.trim()) || isAmount(text.trim()) ? text : count(text);
    case 'date':
      return isDate(text.trim()) || shortDate.test(text) ? text : numbersOf(text);
    case 'sex':
    case 'whole':
    case 'flag':
    case 'valid':
    case 'hours':
      return numbersOf(text);
    case 'money':
    case 'sum':
      return isAmount(text.trim()) ? text : numbersOf(text);
  }
}

/** `1234567` -> `1***`; no part of a Chinese name is shown. */
const masked = (text: string): string => (text === '' ? '' : `${/^[\w]/.test(text) ? text[0] : ''}***`);

const count = (text: string): string => (text === '' ? '' : `***(${[...text].length})`);

/** `12/03/2025`: two signs between, ten characters at most; no number of a person is written so. */
const shortDate = /^\s*(?=.{6,10}\s*$)\d{1,4}([/.-])\d{1,2}\1\d{1,4}\s*$/;

/** Six digits and more, also with blanks, strokes or hyphens between them; the E of a number, a unit; anything that is no part of a number. */
const parts = /\d(?:[\s/-]?\d){5,}|(?<=\d)[eE](?=[+-]?\d)|(?<=\d)(?:岁|个?月|天|日|小时|元)(?=\d|$)|[^\d\s.,:/+¥￥%-]+/g;

const numbersOf = (text: string): string =>
  text.replace(parts, part => {
    if (/^(?:[eE]|岁|个?月|天|日|小时|元)$/.test(part) && part !== text) return part;
    return count(/^\d/.test(part) ? part.replace(/\D/g, '') : part);
  });

/**
 * Diagnoses and operations of a settlement list in the order in which they are grouped: the principal first. Traditional Chinese diagnoses
 * are a list of their own. Source: interface 4101 (diseinfo, oprninfo); the words of diag_type are known, not official.
 */
import type { Entry } from './flat-list.ts';

/**
 * Two lists of words for diag_type are in use: 1 Western, 2 TCM disease, 3 TCM syndrome; and 1 Western principal, 2 Western other, 3 TCM
 * disease, 4 TCM syndrome. What a 2 is, the form of its code says: TCM codes (A04.01, A01.01.01, BNF010) are not written as insurers write ICD-10.
 */
export function diagnosisNodes(entries: readonly Entry[]): readonly { readonly name: string; readonly kept: readonly Entry[] }[] {
  const western = entries.filter(entry => !isTraditional(entry));
  const traditional = entries.filter(isTraditional);
  const principal = western.find(isMain) ?? western.find(entry => value(entry, 'diag_type') === '1') ?? western[0];
  const lists = [{ name: 'diseinfo', kept: principal ? first(principal, western, 'diag_code') : [] }];
  return traditional.length === 0 ? lists : [...lists, { name: 'diseinfo.tcm', kept: traditional }];
}

/** oprn_oprt_type 1 is the main operation. An entry without a code is none. */
export function operations(entries: readonly Entry[]): readonly Entry[] {
  const coded = entries.filter(entry => value(entry, 'oprn_oprt_code') !== '');
  const main = coded.find(entry => value(entry, 'oprn_oprt_type') === '1') ?? coded[0];
  return main ? first(main, coded, 'oprn_oprt_code') : [];
}

/** A principal diagnosis without a code keeps its empty place, so that no other moves up into it; other entries without a code are none. */
const first = (principal: Entry, entries: readonly Entry[], code: string): readonly Entry[] => [
  principal,
  ...entries.filter(entry => entry !== principal && value(entry, code) !== ''),
];

/** They say which list a code is of and which comes first; once it stands there they say nothing more. */
export const orderFields: ReadonlySet<string> = new Set(['diag_type', 'maindiag_flag', 'oprn_oprt_type']);

function isTraditional(entry: Entry): boolean {
  const type = value(entry, 'diag_type').replace(/^0/, '');
  return type === '3' || type === '4' || (type === '2' && !icd10.test(value(entry, 'diag_code')));
}

const isMain = (entry: Entry): boolean => /^(?:0?1|Y|是|true)$/i.test(value(entry, 'maindiag_flag'));
/** Of two places behind the point only from chapter C on: A and B are the letters of TCM codes. */
const icd10 = /^(?:[A-Z]\d{2}(?:\.[\dx](?:[\dx]{2,})?)?|[C-Z]\d{2}\.[\dx]{2})[+*]?$/i;

const value = (entry: Entry, name: string): string => {
  const text = (entry.get(name) ?? '').trim();
  return text === '-' || text === '--' ? '' : text;
};

/** Whether what a file says in JSON about its loads, its rules and its log has the shape that casemix gives it. */
import type { Findings } from '../../stay/finding.ts';
import { findingRules } from '../../stay/finding-rule.ts';
import { documents, formats, type SourceFile } from '../../stay/stay-table.ts';
import { Misfit } from '../image/read-image.ts';
import type { KeptRules } from './saved.ts';

/** @throws Misfit */
export function filesIn(text: string): readonly SourceFile[] {
  return sound(text, 'files', value => isListOf(value, isFile)) as readonly SourceFile[];
}

export function findingsIn(text: string): Findings {
  return sound(text, 'findings', isFindings) as Findings;
}

export function rulesIn(text: string): KeptRules {
  const isOneOf = (value: unknown, all: readonly unknown[]) => value === undefined || all.includes(value);
  return sound(
    text,
    'rules',
    value => isObject(value) && isOneOf(value.sameDay, [0, 1]) && isOneOf(value.codes, ['clinical', 'insurance']),
  );
}

/** What an entry of the log tells; every part may be missing. */
export type LoggedDetails = {
  readonly rules?: KeptRules;
  readonly load?: number;
  readonly month?: string;
  readonly load_sha256?: string;
  readonly changes_sha256?: string;
};

/** @throws Misfit where a person or a check could not be told what the entry says. */
export function detailsIn(text: string): LoggedDetails {
  return sound(text, 'details', value => {
    // the first format told its files as a list
    if (Array.isArray(value)) return true;
    if (!isObject(value)) return false;
    const isMissingOr = (name: string, type: string) => value[name] === undefined || typeof value[name] === type;
    return texts.every(name => isMissingOr(name, 'string')) && counts.every(name => isMissingOr(name, 'number'));
  });
}

const texts = ['month', 'reason', 'load_sha256', 'changes_sha256'];
const counts = ['load', 'added', 'corrected', 'removed', 'unchanged'];

type Named = Readonly<Record<string, unknown>>;

function sound(text: string, what: string, isSound: (value: unknown) => boolean) {
  const value: unknown = JSON.parse(text);
  if (!isSound(value)) throw new Misfit(what);
  return value as object;
}

const isObject = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(isOne);
const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isFile = (value: unknown): boolean =>
  isObject(value) &&
  ['name', 'sha256', 'encoding', 'profile'].every(name => isText(value[name])) &&
  ['read', 'loaded', 'refused'].every(name => isCount(value[name])) &&
  (value.reading === undefined || isReading(value.reading));

const isReading = (value: unknown): boolean =>
  isObject(value) &&
  (formats as readonly unknown[]).includes(value.format) &&
  (documents as readonly unknown[]).includes(value.document) &&
  ['official', 'restated', 'assumption'].includes(value.basis as string) &&
  typeof value.score === 'number' &&
  isCount(value.headerRow) &&
  isText(value.separator) &&
  isListOf(value.columns, column => isObject(column) && isText(column.field) && isListOf(column.from, isText)) &&
  ['dropped', 'unused', 'known'].every(name => isListOf(value[name], isText));

const isRule = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(findingRules, value);

const isFindings = (value: unknown): boolean =>
  isObject(value) &&
  isCount(value.listedPerRule) &&
  isObject(value.counts) &&
  Object.entries(value.counts).every(([rule, count]) => isRule(rule) && isCount(count)) &&
  isListOf(value.list, isFinding);

const isFinding = (value: unknown): boolean =>
  isObject(value) &&
  ['file', 'column', 'value'].every(name => isText(value[name])) &&
  isCount(value.row) &&
  isRule(value.rule) &&
  ['refused', 'noted'].includes(value.effect as string);

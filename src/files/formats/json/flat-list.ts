/**
 * One settlement list as flat cells: scalars of setlinfo under their own names, everything else as `node.field`. Several entries of a node
 * are one cell with `|` between them, place by place over all fields of the node; a `|` that stands inside a value becomes `/`.
 */
import { diagnosisNodes, operations, orderFields } from './code-nodes.ts';
import { durationOf } from './durations.ts';
import { nodes } from './each-list.ts';
import type { Json, JsonObject } from './json-value.ts';
import { amountsByKind, chargesByCategory } from './money-nodes.ts';

/** Puts a value under a name; the same name again replaces it. */
export type Put = (name: string, value: string) => void;
/** One entry of a node: its fields, all scalar, names in lower case. */
export type Entry = ReadonlyMap<string, string>;

export function flatten(list: JsonObject, put: Put): void {
  const later: JsonObject[] = [];
  for (const [key, value] of list) {
    const node = key.trim().toLowerCase();
    if (node === 'setlinfo') later.push(...objectsOf(value));
    else if (nodes.has(node)) putNode(node, entriesOf(value), put);
    else putMember(key.trim(), value, put);
  }
  // what the list says of itself stands before what the envelope repeats
  for (const head of later) flatten(head, put);
}

function putMember(name: string, value: Json, put: Put): void {
  if (typeof value === 'string') {
    put(name, value);
  } else if (!isArray(value)) {
    for (const [key, inner] of value) putMember(`${name}.${key.trim()}`, inner, put);
  } else if (objectsOf(value).length > 0) {
    putEntries(name, entriesOf(value), put);
  } else {
    put(name, textsOf(value).join('|'));
  }
}

function putNode(node: string, entries: readonly Entry[], put: Put): void {
  switch (node) {
    case 'diseinfo':
      for (const { name, kept } of diagnosisNodes(entries)) putEntries(name, kept, put, orderFields);
      break;
    case 'oprninfo':
      putEntries(node, operations(entries), put, orderFields);
      break;
    case 'iteminfo':
      chargesByCategory(entries, put);
      break;
    case 'payinfo':
    case 'setldetail':
      amountsByKind(node, entries, put);
      break;
    case 'icuinfo':
      // in all wards of intensive care together
      put('icuinfo.hours', durationOf(entries.map(entry => entry.get('scs_cutd_sum_dura') ?? '')));
      putEntries(node, entries, put);
      break;
    default:
      putEntries(node, entries, put);
  }
}

function putEntries(node: string, entries: readonly Entry[], put: Put, without: ReadonlySet<string> = none): void {
  for (const name of namesOf(entries)) if (!without.has(name)) put(columnName(node, name), joined(entries, name));
}

const none: ReadonlySet<string> = new Set();

function namesOf(entries: readonly Entry[]): Iterable<string> {
  const [first, ...others] = entries;
  if (!first) return [];
  const more = new Set<string>();
  for (const entry of others) for (const name of entry.keys()) if (!first.has(name)) more.add(name);
  return more.size === 0 ? first.keys() : [...first.keys(), ...more];
}

/** Entries that are all empty are an empty cell, not bars alone. */
function joined(entries: readonly Entry[], name: string): string {
  let text = '';
  let empty = true;
  for (let i = 0; i < entries.length; i++) {
    const value = entries[i]!.get(name) ?? '';
    if (value.trim() !== '') empty = false;
    if (i > 0) text += '|';
    text += value.includes('|') ? value.replaceAll('|', '/') : value;
  }
  return empty ? '' : text;
}

/** `diseinfo.diag_code`, made once. */
function columnName(node: string, name: string): string {
  const names = columnNames.get(node) ?? new Map<string, string>();
  const known = names.get(name);
  if (known !== undefined) return known;
  const column = `${node}.${name}`;
  if (names.size < MOST_NAMES && columnNames.size < MOST_NAMES) columnNames.set(node, names.set(name, column));
  return column;
}

const columnNames = new Map<string, Map<string, string>>();
/** Keys that are record numbers are not worth keeping. */
const MOST_NAMES = 256;

/** A node that holds one entry may be an object instead of an array of one. */
function objectsOf(value: Json): readonly JsonObject[] {
  if (typeof value === 'string') return [];
  return isArray(value) ? value.flatMap(objectsOf) : [value];
}

const textsOf = (value: Json): readonly string[] =>
  typeof value === 'string' ? [value.replaceAll('|', '/')] : isArray(value) ? value.flatMap(textsOf) : [];

const entriesOf = (value: Json): readonly Entry[] => objectsOf(value).map(object => (isEntry(object) ? object : entryOf(object)));

/** As it should be already. */
function isEntry(object: JsonObject): object is Entry {
  for (const [key, value] of object) if (typeof value !== 'string' || !/^[a-z\d_]+$/.test(key)) return false;
  return true;
}

function entryOf(object: JsonObject): Entry {
  const entry = new Map<string, string>();
  for (const [key, inner] of object) {
    const name = key.trim().toLowerCase();
    if (typeof inner === 'string') entry.set(name, inner);
    else putMember(name, inner, (deeper, text) => entry.set(deeper, text));
  }
  return entry;
}

const isArray = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);

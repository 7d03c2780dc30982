/**
 * One settlement list as flat cells: scalars of setlinfo under their own names, everything else as `node.field`. Several entries of a node
 * are one cell with `|` between them, place by place over all fields of the node; a `|` that stands inside a value becomes `/`.
 */
import { diagnosisNodes, operations } from './code-nodes.ts';
import { durations, icuHours } from './durations.ts';
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
    durations(name, value, put);
  } else if (!isArray(value)) {
    for (const [key, inner] of value) putMember(`${name}.${key.trim()}`, inner, put);
  } else if (value.some(element => typeof element !== 'string')) {
    putEntries(name, entriesOf(value), put);
  } else {
    put(name, joined(value as readonly string[]));
  }
}

function putNode(node: string, entries: readonly Entry[], put: Put): void {
  switch (node) {
    case 'diseinfo':
      for (const { name, kept } of diagnosisNodes(entries)) putEntries(name, kept, put);
      break;
    case 'oprninfo':
      putEntries(node, operations(entries), put);
      break;
    case 'iteminfo':
      chargesByCategory(entries, put);
      break;
    case 'payinfo':
    case 'setldetail':
      amountsByKind(node, entries, put);
      break;
    case 'icuinfo':
      put('icuinfo.hours', icuHours(entries));
      putEntries(node, entries, put);
      break;
    default:
      putEntries(node, entries, put);
  }
}

function putEntries(node: string, entries: readonly Entry[], put: Put): void {
  const names = new Set(entries.flatMap(entry => [...entry.keys()]));
  for (const name of names) put(`${node}.${name}`, joined(entries.map(entry => entry.get(name) ?? '')));
}

/** Entries that are all empty are an empty cell, not bars alone. */
function joined(values: readonly string[]): string {
  if (values.every(value => value.trim() === '')) return '';
  return values.map(value => (value.includes('|') ? value.replaceAll('|', '/') : value)).join('|');
}

/** A node that holds one entry may be an object instead of an array of one. */
function objectsOf(value: Json): readonly JsonObject[] {
  if (typeof value === 'string') return [];
  return isArray(value) ? value.flatMap(objectsOf) : [value];
}

function entriesOf(value: Json): readonly Entry[] {
  return objectsOf(value).map(object => {
    const entry = new Map<string, string>();
    for (const [key, inner] of object) {
      const name = key.trim().toLowerCase();
      if (typeof inner === 'string') entry.set(name, inner);
      else putMember(name, inner, (deeper, text) => entry.set(deeper, text));
    }
    return entry;
  });
}

const isArray = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value);

/**
 * The settlement lists of a JSON document, wherever its envelope keeps them: one object, an array, `{"input": {...}}`, `{"data": [...]}`,
 * or objects one behind the other, as a line each. What is broken costs itself, not the lists behind it.
 */
import {
  BROKEN,
  behindBlanks,
  CLOSE_ARRAY,
  COMMA,
  CR,
  isBlank,
  type JsonBytes,
  LF,
  type Member,
  membersOf,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  valueEnd,
} from './json-spans.ts';

export type Found = {
  /** A list lies between these bytes. */
  list(from: number, to: number): void;
  /** Something that should be a list is broken. */
  broken(): void;
};

/** Nodes of a settlement list or a settlement result: an object that has one is the list itself, not an envelope. */
export const nodes: ReadonlySet<string> = new Set(
  'setlinfo,setldetail,diseinfo,oprninfo,iteminfo,payinfo,icuinfo,opspdiseinfo,bldinfo'.split(','),
);

/** Names of envelopes, the request before the answer. */
const envelopes = 'input,request,req,data,output,response,result,body,list,lists,rows,records,items,stays,setllist,setl_list'.split(',');
/** `{"request": {"input": {"data": [...]}}}` */
const MOST_ENVELOPES = 4;
/** Each broken list may cost a look at the whole rest; after so many of them the rest is given up as one. */
const MOST_BROKEN = 100;

/** Broken, and already said. */
const TOLD = -2;

export function eachList(json: JsonBytes, found: Found): void {
  const { size } = json;
  for (let p = nextValue(json, 0); p < size; p = nextValue(json, p)) {
    let lists = 0;
    const list = (from: number, to: number): void => {
      lists++;
      found.list(from, to);
    };
    const end = walk(json, p, { found: { list, broken: found.broken }, level: 0 });
    if (end < 0) {
      if (end === BROKEN) found.broken();
      if (lists === 0 && isLines(json, p)) eachLine(json, lineEnd(json, p) + 1, found);
      return;
    }
    // a value that has its line for itself: so have the others
    if (nextValue(json, end) > lineEnd(json, p) && end <= lineEnd(json, p)) {
      eachLine(json, lineEnd(json, p) + 1, found);
      return;
    }
    p = end;
  }
}

/** Values stand one behind the other; a comma between them does no harm. */
function nextValue({ bytes, size }: JsonBytes, from: number): number {
  let p = from;
  while (p < size && (isBlank(bytes[p]!) || bytes[p] === COMMA || bytes[p] === RECORD_SEPARATOR)) p++;
  return p;
}

const RECORD_SEPARATOR = 0x1e;

/** From here on a line is a list, whatever is in it. */
function eachLine(json: JsonBytes, from: number, found: Found): void {
  const { bytes, size } = json;
  for (let start = from; start < size; ) {
    const end = lineEnd(json, start);
    const line = { ...json, size: end };
    const first = behindBlanks(line, start);
    if (first < end) {
      const to = walk(line, first, { found, level: 0 });
      const rest = to < 0 ? end : behindBlanks(line, to);
      if (to === BROKEN || (to >= 0 && rest < end && bytes[rest] !== COMMA)) found.broken();
    }
    start = end + 1;
  }
}

/** The line behind this one begins as an object. */
function isLines(json: JsonBytes, from: number): boolean {
  const behind = behindBlanks(json, lineEnd(json, from));
  return behind < json.size && json.bytes[behind] === OPEN_OBJECT && (json.bytes[behind - 1] === LF || json.bytes[behind - 1] === CR);
}

function lineEnd({ bytes, size }: JsonBytes, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 || end > size ? size : end;
}

type Walk = { readonly found: Found; readonly level: number };

/** Reports the lists of the value that begins at `from`. Offset behind it, BROKEN or TOLD. */
function walk(json: JsonBytes, from: number, { found, level }: Walk): number {
  switch (json.bytes[from]) {
    case OPEN_ARRAY:
      return walkArray(json, from, { found, level });
    case OPEN_OBJECT:
      return walkObject(json, from, { found, level });
    default:
      return BROKEN;
  }
}

function walkArray(json: JsonBytes, from: number, { found, level }: Walk): number {
  const { bytes, size } = json;
  let prefix: Uint8Array | undefined;
  let broken = 0;
  let p = from + 1;
  for (;;) {
    p = behindBlanks(json, p);
    if (p >= size) break;
    if (bytes[p] === CLOSE_ARRAY) return p + 1;
    if (bytes[p] === COMMA) {
      p++;
      continue;
    }
    const isObject = bytes[p] === OPEN_OBJECT;
    prefix ??= isObject ? beginning(json, p) : undefined;
    // an object that does not end is not looked into: what seems to stand in it are the objects behind it
    const object = isObject ? membersOf(json, p) : undefined;
    const isWhole = object !== undefined && object.end >= 0;
    const end = isWhole ? object.end : valueEnd(json, p);
    if (end >= 0) {
      const element = { ...json, size: end };
      if (isWhole) walkMembers(element, { from: p, ...object }, { found, level: level + 1 });
      else if (object || level >= MOST_ENVELOPES || walk(element, p, { found, level: level + 1 }) === BROKEN) found.broken();
      p = end;
      continue;
    }
    found.broken();
    if (++broken > MOST_BROKEN) return TOLD;
    const again = isObject && prefix ? placeOf(json, prefix, p + 1) : -1;
    if (again < 0) return TOLD;
    p = again;
  }
  found.broken();
  return TOLD;
}

/** `{"setlinfo"`: how the objects of an array begin, by the first of them. */
function beginning(json: JsonBytes, from: number): Uint8Array | undefined {
  const { bytes, size } = json;
  const key = behindBlanks(json, from + 1);
  if (bytes[key] !== QUOTE) return undefined;
  const end = bytes.indexOf(QUOTE, key + 1);
  return end < 0 || end >= size ? undefined : bytes.subarray(from, end + 1);
}

function placeOf({ bytes, size }: JsonBytes, prefix: Uint8Array, from: number): number {
  const place = Buffer.from(bytes.buffer, bytes.byteOffset, size).indexOf(prefix, from);
  return place < 0 ? -1 : place;
}

const walkObject = (json: JsonBytes, from: number, standing: Walk): number =>
  walkMembers(json, { from, ...membersOf(json, from) }, standing);

type Members = { readonly from: number; readonly members: readonly Member[]; readonly end: number };

function walkMembers(json: JsonBytes, { from, members, end }: Members, { found, level }: Walk): number {
  const inside = level < MOST_ENVELOPES ? envelopeOf(json, members) : undefined;
  if (!inside) {
    if (end < 0) return BROKEN;
    found.list(from, end);
    return end;
  }
  const inner = walk({ ...json, size: inside.to < 0 ? json.size : inside.to }, inside.from, { found, level: level + 1 });
  if (inner === BROKEN || (end < 0 && inner !== TOLD)) found.broken();
  return end < 0 ? TOLD : end;
}

/** The member that holds the lists; undefined when the object is a list itself. */
function envelopeOf({ bytes }: JsonBytes, members: readonly Member[]): Member | undefined {
  const composite = members.filter(({ from }) => bytes[from] === OPEN_OBJECT || bytes[from] === OPEN_ARRAY);
  if (composite.some(({ key }) => nodes.has(key.toLowerCase()))) return undefined;
  const named = envelopes.map(name => composite.find(({ key }) => key.toLowerCase() === name)).find(member => member !== undefined);
  return named ?? (members.length === 1 ? composite[0] : undefined);
}

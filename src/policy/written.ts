/**
 * What a person wrote in a policy, scenario or comparison file, every value with the file and line it stands on. Refuses what could hide
 * a number: an unquoted decimal, an alias, a repeated key. Keys keep their own spelling, so that `0000` stays four characters.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { ErrorCode, Text, UserError } from '../errors.ts';
import type { LeafValue, Place } from './leaf.ts';
import { both, mistake } from './mistakes.ts';

export type Word = { readonly kind: 'word'; readonly value: string | number | boolean | null; readonly at: Place };
export type List = { readonly kind: 'list'; readonly items: readonly Written[]; readonly at: Place };
export type Entries = { readonly kind: 'entries'; readonly of: ReadonlyMap<string, Written>; readonly at: Place };
/** The place of what follows a key is the line of the key. */
export type Written = Word | List | Entries;

/** `code` is the error for text that is no YAML at all: POLICY_INVALID, SCENARIO_INVALID. */
export function readWritten(text: string, file: string, code: ErrorCode): Written {
  try {
    return documentOf(text, file, code);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw mistake(
      code,
      { file, line: 1 },
      both('列表或“键: 值”嵌套太深', 'lists or maps are nested too deep'),
      both('政策和情景用不到十层。', 'A policy or scenario needs fewer than ten levels.'),
    );
  }
}

/** The plain value of what was written, for values that are carried whole (lists of tiers, rules). */
export function plain(written: Written): LeafValue | Readonly<Record<string, unknown>> {
  switch (written.kind) {
    case 'word':
      return written.value;
    case 'list':
      return written.items.map(plain);
    case 'entries':
      return Object.fromEntries([...written.of].map(([key, inner]) => [key, plain(inner)]));
  }
}

export const isNull = (written: Written): boolean => written.kind === 'word' && written.value === null;

function documentOf(text: string, file: string, code: ErrorCode): Written {
  const lineCounter = new LineCounter();
  // keys are told apart below: the library compares each with all before it
  const document = parseDocument(text, { strict: true, schema: 'core', uniqueKeys: false, lineCounter, prettyErrors: true });
  const [first] = document.errors;
  if (first) throw notYaml(code, { file, line: first.linePos?.[0].line ?? 1 }, firstLine(first.message));
  if (document.contents) return writtenAs(document.contents, { file, code, placeOf: placesIn(file, lineCounter) });
  throw mistake(
    code,
    { file, line: 1 },
    both('文件是空的', 'the file is empty'),
    both('至少写 schema 和 id。', 'Write at least schema and id.'),
  );
}

type File = { readonly file: string; readonly code: ErrorCode; readonly placeOf: (node: ParsedNode) => Place };

const placesIn = (file: string, lines: LineCounter) => (node: ParsedNode) => ({ file, line: lines.linePos(node.range[0]).line });

/** `at` is the place of the key, where the node follows one. */
function writtenAs(node: ParsedNode, file: File, at = file.placeOf(node)): Written {
  if (isAlias(node))
    throw unusable(
      file.placeOf(node),
      both('引用（& 和 *）', 'an anchor or alias (& and *)'),
      both('请把值写出来。', 'Write the value out.'),
    );
  if (isMap(node)) return { kind: 'entries', of: entriesAs(node, file), at };
  if (isSeq(node)) return { kind: 'list', items: node.items.map(item => writtenAs(item, file)), at };
  return { kind: 'word', value: wordAs(node, file.placeOf(node)), at };
}

function entriesAs(map: YAMLMap.Parsed, file: File): ReadonlyMap<string, Written> {
  const of = new Map<string, Written>();
  for (const { key, value } of map.items) {
    const at = file.placeOf(key);
    if (!isScalar(key))
      throw unusable(
        at,
        both('列表或“键: 值”作键', 'a key that is a list or a map'),
        both('键请用一个词。', 'Use a plain word as the key.'),
      );
    const name = key.source ?? String(key.value);
    // YAML takes "1" and 1 for two keys, a person does not
    if (of.has(name)) throw notYaml(file.code, at, 'Map keys must be unique');
    of.set(name, value ? writtenAs(value, file, at) : { kind: 'word', value: null, at });
  }
  return of;
}

function wordAs({ value, source }: Scalar.Parsed, at: Place): Word['value'] {
  if (typeof value === 'number' && !(Number.isSafeInteger(value) && /^[+-]?\d+$/.test(source))) {
    throw mistake(
      'PARAMETER_INVALID',
      at,
      both(`小数 ${source} 没有加引号`, `the decimal ${source} is not quoted`),
      both(`写成 "${source}"：加引号的小数才是精确的。`, `Write "${source}": a quoted decimal stays exact.`),
    );
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw unusable(at, both(`值 ${source}`, `the value ${source}`), both('请加引号。', 'Quote it.'));
}

const unusable = (at: Place, what: Text, hint: Text): UserError =>
  mistake('PARAMETER_INVALID', at, both(`这里不能用${what.zh}`, `${what.en} cannot be used here`), hint);

const notYaml = (code: ErrorCode, at: Place, why: string): UserError =>
  mistake(code, at, both(`不是合法的 YAML：${why}`, `not valid YAML: ${why}`), both('请改正这一行。', 'Repair this line.'));

const firstLine = (message: string): string => (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');

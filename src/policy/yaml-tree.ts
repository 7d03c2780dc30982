/**
 * Reads YAML into plain nodes that know their line. Refuses what could hide a number: an unquoted decimal, an anchor, a repeated key.
 * Keys keep their own spelling, so that `0000` stays four characters.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type Scalar } from 'yaml';
import type { ErrorCode, Text } from '../errors.ts';
import type { LeafValue } from './leaf.ts';
import { both, mistake } from './mistakes.ts';

export type YamlEntry = { readonly key: string; readonly line: number; readonly node: YamlNode };
export type YamlNode =
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly YamlEntry[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'scalar'; readonly line: number; readonly value: string | number | boolean | null };

/** `code` is the error for text that is no YAML at all: POLICY_INVALID, SCENARIO_INVALID. */
export function readYaml(text: string, file: string, code: ErrorCode): YamlNode {
  const lines = new LineCounter();
  const document = parse(text, lines, file, code);
  const lineOf = (node: ParsedNode): number => lines.linePos(node.range[0]).line;
  const first = document.errors[0];
  if (first) {
    const message = firstLine(first.message);
    const at = { file, line: first.linePos?.[0].line ?? 1 };
    throw mistake(code, at, both(`不是合法的 YAML：${message}`, `not valid YAML: ${message}`), both('请改正这一行。', 'Repair this line.'));
  }
  if (!document.contents) {
    throw mistake(
      code,
      { file, line: 1 },
      both('文件是空的', 'the file is empty'),
      both('至少写 schema 和 id。', 'Write at least schema and id.'),
    );
  }
  return nodeOf(document.contents, { file, lineOf });
}

/** The plain value of a node: lists and maps whole, as tiers and rules are written. */
export function plain(node: YamlNode): LeafValue | Readonly<Record<string, unknown>> {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, node: child }) => [key, plain(child)]));
  }
}

type Context = { readonly file: string; readonly lineOf: (node: ParsedNode) => number };

function nodeOf(node: ParsedNode, context: Context): YamlNode {
  const line = context.lineOf(node);
  if (isAlias(node))
    throw unusable(
      context.file,
      line,
      both('引用（& 和 *）', 'an anchor or alias (& and *)'),
      both('请把值写出来。', 'Write the value out.'),
    );
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): YamlEntry => {
      if (!isScalar(key))
        throw unusable(
          context.file,
          line,
          both('列表或映射作键', 'a key that is a list or a map'),
          both('键请用一个词。', 'Use a plain word as the key.'),
        );
      const at = context.lineOf(key);
      return {
        key: key.source ?? String(key.value),
        line: at,
        node: value ? nodeOf(value, context) : { kind: 'scalar', line: at, value: null },
      };
    });
    return { kind: 'map', line, entries };
  }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map(item => nodeOf(item, context)) };
  return { kind: 'scalar', line, value: scalarOf(node, line, context.file) };
}

function scalarOf(node: Scalar.Parsed, line: number, file: string): string | number | boolean | null {
  const { value } = node;
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || !/^[+-]?\d+$/.test(node.source))) {
    throw mistake(
      'PARAMETER_INVALID',
      { file, line },
      both(`小数 ${node.source} 没有加引号`, `the decimal ${node.source} is not quoted`),
      both(`写成 "${node.source}"：加引号的小数才是精确的。`, `Write "${node.source}": a quoted decimal stays exact.`),
    );
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw unusable(file, line, both(`值 ${node.source}`, `the value ${node.source}`), both('请加引号。', 'Quote it.'));
}

const unusable = (file: string, line: number, what: Text, hint: Text) =>
  mistake('PARAMETER_INVALID', { file, line }, both(`这里不能用${what.zh}`, `${what.en} cannot be used here`), hint);

function parse(text: string, lineCounter: LineCounter, file: string, code: ErrorCode) {
  try {
    return parseDocument(text, { strict: true, schema: 'core', uniqueKeys: true, lineCounter, prettyErrors: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw mistake(
      code,
      { file, line: 1 },
      both('列表或映射嵌套太深', 'lists or maps are nested too deep'),
      both('政策和情景用不到十层。', 'A policy or scenario needs fewer than ten levels.'),
    );
  }
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');

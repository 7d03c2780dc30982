/** The JSON schema of a policy file, grown from the vocabulary: the shipped schema must say the same names, kinds, units and words. */
import type { Name } from '../../src/policy/names/name.ts';
import { names } from '../../src/policy/vocabulary.ts';

type Schema = Readonly<Record<string, unknown>>;
type Branch = { readonly [key: string]: Branch | Name };

export function policySchema(): Schema {
  const tree = branchOf(names.map(name => ({ name, parts: name.path.split('.') })));
  const body = mapOf(tree, '') as { properties: Record<string, Schema> };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'casemix payment policy',
    description:
      'policy/1: one region, its rules as they are. A number is {value, unit, source} or takes unit and source from a map above; decimals are quoted.',
    type: 'object',
    properties: {
      schema: { const: 'policy/1' },
      id: text,
      title: text,
      region: text,
      catalogue: text,
      effective: {
        type: 'object',
        properties: { from: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
        required: ['from'],
        additionalProperties: false,
      },
      sources: { type: 'object', additionalProperties: source },
      ...body.properties,
    },
    $defs: Object.fromEntries(names.map(name => [definition(name), leafOf(name)])),
    required: ['schema', 'id', 'title', 'region', 'catalogue', 'effective', 'sources'],
    additionalProperties: false,
  };
}

const text = { type: 'string', minLength: 1 };
const source = {
  type: 'object',
  properties: { type: { enum: ['official', 'local_doc', 'restated', 'assumption'] }, title: text, date: text },
  required: ['type', 'title'],
  additionalProperties: false,
};

type Path = { readonly name: Name; readonly parts: readonly string[] };

function branchOf(paths: readonly Path[]): Branch {
  const heads = [...new Set(paths.map(({ parts }) => parts[0]!))];
  return Object.fromEntries(
    heads.map(head => {
      const below = paths.filter(({ parts }) => parts[0] === head);
      const leaf = below.find(({ parts }) => parts.length === 1);
      return [head, leaf ? leaf.name : branchOf(below.map(({ name, parts }) => ({ name, parts: parts.slice(1) })))];
    }),
  );
}

const isName = (node: Branch | Name): node is Name => typeof node.path === 'string';

function mapOf(branch: Branch, path: string): Schema {
  const free = Object.entries(branch).find(([key]) => key.startsWith('<'));
  const named = Object.entries(branch).filter(([key]) => !key.startsWith('<'));
  const properties = Object.fromEntries(named.map(([key, node]) => [key, nodeOf(node, `${path}${key}.`)]));
  // unit and source on a map hold for everything below it
  return {
    type: 'object',
    properties: { ...(branch.unit ? {} : { unit: text }), source: text, ...properties },
    additionalProperties: free ? nodeOf(free[1], `${path}${free[0]}.`) : false,
  };
}

function nodeOf(node: Branch | Name, path: string): Schema {
  if (!isName(node)) return { anyOf: [{ type: 'null' }, mapOf(node, path)] };
  return { $ref: `#/$defs/${definition(node)}` };
}

/** Names of one kind, unit and choice of words share a definition: `decimal-CNY-weight`. */
const definition = ({ kind, units, words, path }: Name): string =>
  [kind, ...units, ...(words.length > 0 ? [path] : [])].join('-').replaceAll(/[^\w-]/g, '-');

function leafOf(name: Name): Schema {
  const value = bareValue(name);
  const unit = name.units.length > 0 ? { enum: name.units } : text;
  return {
    anyOf: [value, { type: 'object', properties: { value, unit, source: text }, required: ['value'], additionalProperties: false }],
  };
}

function bareValue({ kind, words }: Name): Schema {
  const decimal = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' };
  switch (kind) {
    case 'decimal':
      return { type: ['string', 'null'], pattern: decimal.pattern };
    case 'integer':
      return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^-?\\d+$' }, { type: 'null' }] };
    case 'word':
      return { enum: [...words, null] };
    case 'digits':
      return { anyOf: [{ enum: ['none', 'fen', null] }, { type: 'integer', minimum: 0, maximum: 12 }] };
    case 'codes':
      return { type: ['array', 'null'], items: { type: 'string' } };
    case 'tiers': {
      const tier = (weight: string, of: Schema) => ({
        type: 'object',
        properties: { [weight]: of, cap: decimal },
        required: [weight, 'cap'],
        additionalProperties: false,
      });
      // up to a weight, the last one open, or below it
      const upTo = tier('max_weight', { type: ['string', 'null'], pattern: decimal.pattern });
      return { type: ['array', 'null'], minItems: 1, items: { anyOf: [upTo, tier('below_weight', decimal)] } };
    }
    case 'list':
      return { anyOf: [{ type: 'array' }, { enum: ['none', null] }] };
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'path':
    case 'text':
      return { type: ['string', 'null'], minLength: 1 };
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { policySchema } from './policy-schema.ts';

const shipped = JSON.parse(readFileSync('data/schema/policy.schema.json', 'utf8'));
const accepts = (policy: unknown): boolean => z.fromJSONSchema(shipped).safeParse(policy).success;
const files = readdirSync('data/policies').filter(name => name.endsWith('.yaml'));
const policyOf = (name: string) => parse(readFileSync(`data/policies/${name}`, 'utf8'), { schema: 'core' });

it('the shipped schema says what the vocabulary says', () => {
  expect(shipped).toEqual(policySchema());
});

describe('the schema', () => {
  it.each(files)('accepts %s', name => {
    expect(accepts(policyOf(name))).toBe(true);
  });

  it('refuses a misspelt name, a bare decimal and a wrong unit', () => {
    const wuhan = policyOf('wuhan-2024-illustrative.yaml');
    expect(accepts({ ...wuhan, payment_metod: 'ffs' })).toBe(false);
    expect(accepts({ ...wuhan, outliers: { low: { threshold: 0.3 } } })).toBe(false);
    expect(accepts({ ...wuhan, outliers: { low: { threshold: { value: '0.3', unit: 'CNY' } } } })).toBe(false);
    expect(accepts({ ...wuhan, outliers: { low: { threshold: { value: '0.3', unit: 'ratio' } } } })).toBe(true);
  });
});

/** The shipped tables are the ones their SOURCE.md describes: checksum, rows, counts, and the number of each irregularity. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsOf, irregularitiesOf } from '../../grouper/index.ts';
import { folderOf, shippedCatalogue } from './shipped.ts';

describe.each(['chs-drg-1.1', 'chs-drg-2.0', 'codes'])('%s', id => {
  const tables = readdirSync(folderOf(id)).filter(name => name.endsWith('.tsv'));
  const source = readFileSync(join(folderOf(id), 'SOURCE.md'), 'utf8');

  it('has every table in SOURCE.md with its rows and sha256, and no other', () => {
    const described = [...source.matchAll(/^\| (\S+\.tsv) \| (\d+) \| ([0-9a-f]{64}) \|/gm)].map(([, name, rows, sha256]) => ({
      name,
      rows,
      sha256,
    }));
    const found = tables.sort().map(name => {
      const bytes = readFileSync(join(folderOf(id), name));
      return {
        name,
        rows: String(bytes.toString('utf8').split('\n').length - 2),
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    });
    expect(described).toEqual(found);
  });

  it('keeps every file below 3,000 KiB', () => {
    expect(tables.filter(name => statSync(join(folderOf(id), name)).size > 3000 * 1024)).toEqual([]);
  });
});

// the published sizes of the two schemes, and the oddities counted when their tables were made
const published = {
  'chs-drg-1.1': {
    counts: {
      mdc: 26,
      mdcDiagnoses: 30_540,
      adrgRows: 402,
      adrg: 376,
      kinds: { surgery: 166, procedure: 24, medical: 186, ambiguous: 26 },
      activeAmbiguousRows: 0,
      adrgDiagnoses: 31_657,
      adrgProcedures: 27_187,
      drg: 628,
      mcc: 4_678,
      cc: 16_568,
      exclusionCodes: 28_302,
      exclusionGroups: 223,
      validProcedures: 10_251,
      notGroupedDiagnoses: 0,
      notGroupedProcedures: 0,
    },
    odd: { outside_own_mdc: 252, in_several_mdcs: 10, not_valid_procedure: 1_097, excludes_nothing: 168 },
  },
  'chs-drg-2.0': {
    counts: {
      mdc: 26,
      mdcDiagnoses: 30_595,
      adrgRows: 445,
      adrg: 409,
      kinds: { surgery: 182, procedure: 37, medical: 190, ambiguous: 24 },
      activeAmbiguousRows: 24,
      adrgDiagnoses: 34_696,
      adrgProcedures: 28_711,
      drg: 634,
      mcc: 4_477,
      cc: 8_009,
      exclusionCodes: 27_143,
      exclusionGroups: 211,
      validProcedures: 9_376,
      notGroupedDiagnoses: 1_837,
      notGroupedProcedures: 1_829,
    },
    odd: { outside_own_mdc: 1, in_several_mdcs: 28, not_valid_procedure: 165 },
  },
} as const;

describe.each(['chs-drg-1.1', 'chs-drg-2.0'] as const)('%s', id => {
  const catalogue = shippedCatalogue(id);
  const card = JSON.parse(readFileSync(join(folderOf(id), 'catalogue.json'), 'utf8')) as Record<string, unknown>;

  it('has the published size', () => {
    expect(countsOf(catalogue)).toEqual(published[id].counts);
  });

  it('has the known irregularities and no others, counted in codes', () => {
    const odd: Record<string, number> = {};
    for (const { kind, codes } of irregularitiesOf(catalogue)) odd[kind] = (odd[kind] ?? 0) + codes.length;
    expect(odd).toEqual(published[id].odd);
  });

  it('is described by its card', () => {
    expect(card).toMatchObject({ id, groups: published[id].counts.drg, illustrative: false });
  });
});

/** Reading tables: what is tolerated, and which table and line is named when something is wrong. */
import { describe, expect, it } from 'vitest';
import { CatalogueError, compileCatalogue, countsOf, irregularitiesOf, readCatalogue } from '../../grouper/index.ts';
import { landed } from './shipped.ts';
import { type Small, smallTables } from './small.ts';

const small: Small = {
  mdc: ['MDCF: pdx in D1'],
  mdcDx: ['MDCF D1: I10 I50'],
  adrg: ['MDCF FB1: px1 in P1', 'MDCF FQY: px1 valid', 'MDCF FR1: pdx in D1'],
  adrgDx: ['FR1 D1: I50'],
  adrgPx: ['FB1 P1: 35.1'],
  drg: ['MDCF FB1 FB19: true', 'MDCF FR1 FR11: mcc', 'MDCF FR1 FR15: true'],
  complications: ['MCC 1: A01', 'CC 1: A02'],
  exclusions: ['1: I50'],
  valid: '36.1',
};
/** The tables with one text replaced by another in one of them. */
function changed(table: string, from: string | RegExp, to: string): Map<string, string> {
  const tables = smallTables(small);
  const text = tables.get(table)!.replace(from, to);
  expect(text).not.toBe(tables.get(table));
  return tables.set(table, text);
}
const read = (tables: ReadonlyMap<string, string>) => readCatalogue({ id: 'small', tables });
const refusal = (tables: ReadonlyMap<string, string>) => {
  try {
    read(tables);
  } catch (error) {
    if (error instanceof CatalogueError) return [error.table, error.line, error.reason];
    throw error;
  }
  return 'accepted';
};

describe('tolerates', () => {
  const answer = (tables: ReadonlyMap<string, string>) => landed(compileCatalogue(read(tables)), { dx: 'I50 A02', px: '36.1' });

  it('CRLF, a byte order mark, blank lines and a missing last line end', () => {
    const tables = smallTables(small);
    for (const [name, text] of tables) tables.set(name, `\uFEFF${text.replace(/\n$/, '').replaceAll('\n', '\r\n')}`);
    expect(answer(tables)).toBe('MDCF QY FQY');
    for (const [name, text] of tables) tables.set(name, `${text}\r\n\r\n`);
    expect(answer(tables)).toBe('MDCF QY FQY');
  });

  it('columns in another order and further columns', () => {
    expect(refusal(smallTables(small).set('exclusions.tsv', 'note\texclusion_group\tcode\n"x\t1\tI50\n'))).toBe('accepted');
  });

  it('rows in any order: order and seq decide', () => {
    const tables = smallTables(small);
    const [header, ...rows] = tables.get('adrg.tsv')!.replace(/\n$/, '').split('\n');
    const turned = read(tables.set('adrg.tsv', [header, ...rows.reverse()].join('\n')));
    expect(turned.rows.map(row => row.adrg)).toEqual(['FB1', 'FQY', 'FR1']);
    const mdcs = read(smallTables(small).set('mdc.tsv', 'order\tmdc\tname\tentry\n10\tMDCX\t\ttrue\n9\tMDCF\t\tpdx in D1\n'));
    expect(mdcs.mdcs.map(({ mdc }) => mdc)).toEqual(['MDCF', 'MDCX']);
    expect(mdcs.rows[0]!.mdc).toBe(0);
  });

  it('a version without not_grouped.tsv and mdc_px.tsv', () => {
    expect(read(smallTables(small)).notGrouped).toEqual({ dx: [], px: [] });
    const tables = smallTables(small).set('not_grouped.tsv', 'kind\tcode\ndx\tB95\npx\t00.1\n');
    expect(read(tables).notGrouped).toEqual({ dx: ['B95'], px: ['00.1'] });
  });
});

describe('refuses, naming table and line', () => {
  it.each([
    ['adrg.tsv', 'px1 in P1', 'px1 in P2', 2, '"px1 in P2": there is no such list (in "px1 in P2")'],
    ['adrg.tsv', 'px1 valid', 'px1 usable', 3, '"usable" after "px1" where "in", "valid" or "starts" was expected (in "px1 usable")'],
    ['adrg.tsv', 'MDCF\t3', 'MDCX\t3', 4, 'unknown MDC "MDCX"'],
    ['adrg.tsv', 'MDCF\t3', 'MDCF\t2', 4, '"MDCF 2" stands twice'],
    ['adrg.tsv', 'MDCF\t3', 'MDCF\tx', 4, '"x" is not a whole number'],
    ['adrg.tsv', 'inside', 'beside', 2, 'unknown scope "beside"'],
    ['adrg.tsv', 'inside\t1', 'inside\tyes', 2, 'active is "yes", not 1 or 0'],
    ['adrg.tsv', 'surgery', 'dental', 2, 'unknown kind "dental"'],
    ['adrg.tsv', 'condition', 'rule', 1, 'no column "condition"'],
    ['adrg.tsv', 'surgery\t', '', 2, '8 cells under 9 headings'],
    ['mdc.tsv', 'pdx in D1', 'pdx in', 2, 'the condition ends too early (in "pdx in")'],
    ['mdc_dx.tsv', 'I50', 'I10', 3, '"I10" stands twice in MDCF D1'],
    ['adrg_dx.tsv', 'I50', '', 2, 'an empty code'],
    ['adrg_dx.tsv', 'FR1', '', 2, '"adrg" is empty'],
    ['exclusions.tsv', 'I50', '', 2, '"code" is empty'],
    ['adrg_px.tsv', 'P1', '', 2, 'a list without a name'],
    ['drg.tsv', 'MDCF\tFR1\t2', 'MDCE\tFR1\t2', 3, 'FR1 belongs to MDCF, not MDCE'],
    ['drg.tsv', 'FR1\t2', 'FR7\t2', 3, 'unknown ADRG "FR7"'],
    ['drg.tsv', 'mcc', 'mccc', 3, 'unknown word "mccc" (in "mccc")'],
    ['complications.tsv', 'MCC', 'XCC', 2, 'unknown level "XCC"'],
    ['complications.tsv', 'A02\tCC', 'A01\tMCC', 3, '"A01" is MCC twice'],
    ['exclusions.tsv', /$/, 'I50\t2\n', 3, '"I50" stands twice'],
    ['valid_px.tsv', /$/, '36.1\n', 3, '"36.1" stands twice in valid'],
  ])('%s: %s -> %s', (table, from, to, line, reason) => {
    expect(refusal(changed(table, from, to))).toEqual([table, line, reason]);
  });

  it.each([
    'mdc.tsv',
    'mdc_dx.tsv',
    'adrg.tsv',
    'adrg_dx.tsv',
    'adrg_px.tsv',
    'drg.tsv',
    'complications.tsv',
    'exclusions.tsv',
    'valid_px.tsv',
  ])('%s missing', table => {
    const tables = smallTables(small);
    tables.delete(table);
    expect(refusal(tables)).toEqual([table, 0, 'the table is missing']);
  });

  it('an empty file', () => {
    expect(refusal(smallTables(small).set('drg.tsv', ''))).toEqual(['drg.tsv', 1, 'no column "mdc"']);
  });

  it.each(['mdc.tsv', 'adrg.tsv'])('%s without a row', table => {
    const tables = smallTables(small);
    expect(refusal(tables.set(table, `${tables.get(table)!.split('\n')[0]}\n`))).toEqual([table, 0, 'the table has no rows']);
  });

  it('says the place in its message', () => {
    expect(() => read(changed('drg.tsv', 'mcc', 'ccc'))).toThrow('drg.tsv:3: unknown word "ccc" (in "ccc")');
  });
});

describe('facts about a catalogue', () => {
  it('counts', () => {
    expect(countsOf(read(smallTables(small)))).toEqual({
      mdc: 1,
      mdcDiagnoses: 2,
      adrgRows: 3,
      adrg: 2,
      kinds: { surgery: 1, procedure: 0, medical: 1, ambiguous: 1 },
      activeAmbiguousRows: 1,
      adrgDiagnoses: 1,
      adrgProcedures: 1,
      drg: 3,
      mcc: 1,
      cc: 1,
      exclusionCodes: 1,
      exclusionGroups: 1,
      validProcedures: 1,
      notGroupedDiagnoses: 0,
      notGroupedProcedures: 0,
    });
  });

  it('names what is odd', () => {
    const odd = smallTables({
      mdc: ['MDCF: pdx in D1', 'MDCE: pdx in D1'],
      mdcDx: ['MDCF D1: I10 I50', 'MDCE D1: I50 J18'],
      adrg: ['MDCF FB1: px1 in P1', 'MDCF FR1: pdx in D1', 'MDCE EB1: false', 'MDCE ES1: pdx in D1'],
      adrgDx: ['FR1 D1: I50 X1 X2', 'ES1 D1: J18'],
      adrgPx: ['FB1 P1: 35.1 36.1'],
      drg: ['MDCF FB1 FB1C: mcc', 'MDCF FR1 FR19: true', 'MDCF FR1 FR15: mcc', 'MDCE EB1 EB19: true'],
      complications: ['MCC 1: A01', 'CC 7: A02 A03'],
      exclusions: ['1: I50'],
      valid: '36.1',
    });
    expect(irregularitiesOf(read(odd))).toEqual([
      { kind: 'outside_own_mdc', where: 'MDCF FR1', codes: ['X1', 'X2'] },
      { kind: 'in_several_mdcs', where: 'MDCF MDCE', codes: ['I50'] },
      { kind: 'not_valid_procedure', where: 'valid_px', codes: ['35.1'] },
      { kind: 'never_true', where: 'adrg.tsv:4 EB1', codes: [] },
      { kind: 'open_chain', where: 'FB1', codes: [] },
      { kind: 'never_reached', where: 'drg.tsv:4 FR15', codes: [] },
      { kind: 'without_drg', where: 'ES1', codes: [] },
      { kind: 'excludes_nothing', where: '7', codes: ['A02', 'A03'] },
    ]);
  });
});

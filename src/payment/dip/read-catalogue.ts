/** Reads the files of a DIP catalogue; every mistake is named with its file and line. */
import { type Decimal, toFen } from '../../money.ts';
import { type Dimension, dimensions } from '../../policy/dip-lists.ts';
import { both } from '../../policy/mistakes.ts';
import { auxiliaryClasses } from './auxiliary-classes.ts';
import type { AuxiliaryCoefficient, DipCatalogue, DipGroup, DipTexts, LastYear } from './catalogue.ts';
import { readComorbidities } from './comorbidity.ts';
import { codeOfKey, type DipKey } from './keys.ts';
import { readManifest } from './read-manifest.ts';
import { readSigns } from './signs.ts';
import { invalidTable, rowsOf, type TableRow } from './table.ts';
import { readTreatments, treatments } from './treatment.ts';

/** `folder` is the one that the policy names: places in it are shown to a person. @throws UserError CATALOGUE_INVALID */
export function readDipCatalogue(texts: DipTexts, folder: string): DipCatalogue {
  const at = (file: keyof DipTexts): string => `${folder}/${file}`;
  const manifest = readManifest(texts['manifest.json'], at('manifest.json'));
  const means = meansByGroup(texts['means.tsv'], at('means.tsv'));
  const auxiliary = auxiliaryByGroup(texts['auxiliary.tsv'], at('auxiliary.tsv'));
  const groups = rowsOf(texts['groups.tsv'], at('groups.tsv'), groupColumns).map(row => groupOf(row, { means, auxiliary }));
  refuseTwice(groups, at('groups.tsv'));
  return {
    ...manifest,
    folder,
    groups,
    types: readTreatments(texts['procedure-types.tsv'], at('procedure-types.tsv')),
    comorbidities: readComorbidities(texts['cci.tsv'], at('cci.tsv')),
    signs: readSigns(texts['severity.tsv'], at('severity.tsv')),
  };
}

const groupColumns = ['code', 'kind', 'dx', 'main', 'related', 'treatment', 'name', 'rw', 'score', 'mean', 'grassroots'];

type Beside = {
  readonly means: ReadonlyMap<string, ReadonlyMap<string, LastYear>>;
  readonly auxiliary: ReadonlyMap<string, NonNullable<DipGroup['auxiliary']>>;
};

function groupOf(row: TableRow, { means, auxiliary }: Beside): DipGroup {
  const code = row.text('code');
  const key = keyOf(row);
  if (codeOfKey(key) !== code)
    throw invalidTable(
      row.file,
      row.line,
      both(`编码“${code}”与诊断和操作不符`, `the code "${code}" is not that of its diagnosis and operations`),
    );
  const score = row.number('score');
  const mean = row.number('mean');
  if (score.lte(0) || mean.lte(0)) throw invalidTable(row.file, row.line, both('分值和均费应大于 0', 'score and mean must be more than 0'));
  return {
    code,
    name: row.text('name'),
    key,
    rw: row.number('rw'),
    score,
    mean: toFen(mean),
    grassroots: row.text('grassroots') === '1',
    at: `${row.file}:${row.line}`,
    auxiliary: auxiliary.get(code),
    lastYear: means.get(code) ?? new Map(),
  };
}

function keyOf(row: TableRow): DipKey {
  const dx = row.text('dx');
  if (row.text('kind') === 'core') {
    const related = row.text('related');
    return { kind: 'core', dx, main: row.text('main'), related: related === '' ? [] : related.split('+') };
  }
  const treatment = treatments.find(known => known === row.text('treatment'));
  if (row.text('kind') === 'comprehensive' && treatment) return { kind: 'comprehensive', dx, treatment };
  throw invalidTable(
    row.file,
    row.line,
    both('kind 应为 core 或 comprehensive，后者要有 treatment', 'kind must be core, or comprehensive with a treatment'),
  );
}

function refuseTwice(groups: readonly DipGroup[], file: string): void {
  if (groups.length === 0) throw invalidTable(file, 1, both('表里没有病种', 'there is no group in the table'));
  if (groups.length > 0xfffe) throw invalidTable(file, 1, both(`病种多于 ${0xfffe} 个`, `more than ${0xfffe} groups`));
  const seen = new Map<string, string>();
  for (const { code, at } of groups) {
    const before = seen.get(code);
    if (before !== undefined)
      throw invalidTable(
        file,
        lineOf(at),
        both(`病种 ${code} 与第 ${lineOf(before)} 行重复`, `${code} is already on line ${lineOf(before)}`),
      );
    seen.set(code, at);
  }
}

const lineOf = (at: string): number => Number(at.slice(at.lastIndexOf(':') + 1));

function meansByGroup(text: string, file: string): Beside['means'] {
  const means = new Map<string, Map<string, LastYear>>();
  for (const row of rowsOf(text, file, ['code', 'level', 'cases', 'mean'])) {
    const ofGroup = means.get(row.text('code')) ?? new Map<string, LastYear>();
    const mean = toFen(row.number('mean'));
    if (mean <= 0) throw invalidTable(file, row.line, both('均费应大于 0', 'the mean must be more than 0'));
    means.set(row.text('code'), ofGroup.set(row.text('level'), { cases: row.number('cases').toNumber(), mean, at: `${file}:${row.line}` }));
  }
  return means;
}

function auxiliaryByGroup(text: string, file: string): Beside['auxiliary'] {
  const found = new Map<string, { dimension: Dimension; classes: Map<number, AuxiliaryCoefficient> }>();
  for (const row of rowsOf(text, file, ['code', 'dimension', 'class', 'coefficient'])) {
    const dimension = dimensions.find(known => known === row.text('dimension'));
    const place = dimension === undefined ? -1 : auxiliaryClasses[dimension].indexOf(row.text('class'));
    if (dimension === undefined || place < 0)
      throw invalidTable(file, row.line, both('没有这样的辅助目录或分层', 'there is no such auxiliary list or class'));
    const ofGroup = found.get(row.text('code')) ?? { dimension, classes: new Map<number, AuxiliaryCoefficient>() };
    // one dimension a group
    if (ofGroup.dimension !== dimension)
      throw invalidTable(file, row.line, both('一个病种只用一种辅助目录', 'a group has one auxiliary list'));
    ofGroup.classes.set(place, { value: positive(row), at: `${file}:${row.line}` });
    found.set(row.text('code'), ofGroup);
  }
  return found;
}

function positive(row: TableRow): Decimal {
  const value = row.number('coefficient');
  if (value.gt(0)) return value;
  throw invalidTable(row.file, row.line, both('系数应大于 0', 'a coefficient must be more than 0'));
}

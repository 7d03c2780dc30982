/** The tables of a DIP catalogue as text: groups with their scores, last year's means by level, coefficients of the auxiliary lists. */
import { Decimal } from '../money.ts';
import type { BuiltGroup, DipBuild } from '../payment/dip/build.ts';
import { tableLine } from '../payment/dip/table.ts';
import { printable } from './printable.ts';

/** Scores and coefficients keep twelve decimals, so that nothing is rounded before a region says so; means are whole fen. */
const EXACT = 12;
const RW_DIGITS = 6;

export const dipTables = (build: DipBuild, nameOf: (code: string) => string) => ({
  'groups.tsv': groupsTable(build, nameOf),
  'means.tsv': meansTable(build),
  'auxiliary.tsv': auxiliaryTable(build),
});

function groupsTable({ groups, years }: DipBuild, nameOf: (code: string) => string): string {
  const header = [
    ...['code', 'kind', 'dx', 'main', 'related', 'treatment', 'name', 'rw', 'score', 'mean', 'cv', 'cases'],
    ...years.flatMap(year => [`cases_${year}`, `mean_${year}`]),
    ...['grassroots_share', 'grassroots', 'auxiliary', 'auxiliary_gain'],
  ];
  return tableLine(header) + groups.map(group => groupLine(group, nameOf)).join('');
}

function groupLine(group: BuiltGroup, nameOf: (code: string) => string): string {
  const { key, auxiliary } = group;
  const core = key.kind === 'core';
  return tableLine([
    group.code,
    key.kind,
    key.dx,
    core ? key.main : '',
    core ? key.related.join('+') : '',
    core ? '' : key.treatment,
    printable(nameOfGroup(group, nameOf)),
    cut(group.rw, RW_DIGITS),
    cut(group.score, EXACT),
    group.mean.toFixed(2),
    group.cv.toFixed(4),
    group.cases,
    ...group.years.flatMap(({ cases, mean }) => [cases, mean?.toFixed(2) ?? '']),
    group.grassrootsShare.toFixed(4),
    group.grassroots ? 1 : 0,
    auxiliary?.dimension ?? '',
    auxiliary?.gain.toFixed(4) ?? '',
  ]);
}

const treatmentNames = { conservative: '保守治疗', surgery: '手术', therapeutic: '治疗性操作', diagnostic: '诊断性操作' };

function nameOfGroup({ key }: BuiltGroup, nameOf: (code: string) => string): string {
  if (key.kind === 'comprehensive') return `${key.dx} ${treatmentNames[key.treatment]}`;
  return [key.dx, key.main, ...key.related]
    .map(nameOf)
    .filter(name => name !== '')
    .join(' + ');
}

const meansTable = ({ groups }: DipBuild): string =>
  tableLine(['code', 'level', 'cases', 'mean']) +
  groups
    .flatMap(({ code, lastYear }) => lastYear.map(({ level, cases, mean }) => tableLine([code, level, cases, mean.toFixed(2)])))
    .join('');

const auxiliaryTable = ({ groups }: DipBuild): string =>
  tableLine(['code', 'dimension', 'class', 'cases', 'mean', 'coefficient']) +
  groups
    .flatMap(({ code, auxiliary }) =>
      (auxiliary?.classes ?? []).map(({ name, cases, mean, coefficient }) =>
        tableLine([code, auxiliary!.dimension, name, cases, mean.toFixed(2), cut(coefficient, EXACT)]),
      ),
    )
    .join('');

const cut = (value: Decimal, digits: number): string => value.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP).toFixed();

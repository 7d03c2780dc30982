/**
 * The slow answer: every condition of every row evaluated afresh for every case, straight from the written grammar.
 * Positions, not codes, tell the principal diagnosis from the others: a repeated principal code is also an "other" diagnosis.
 */
import type { Case } from '../../../grouper/cases.ts';
import { type Condition, parse, type Subject } from './condition.ts';
import type { Cells, Tables } from './tables.ts';

export type Answer = {
  readonly mdc: string;
  readonly adrg: string;
  readonly drg: string;
  readonly severity: 'none' | 'cc' | 'mcc';
  /** Position of the first diagnosis of that severity; -1 when none. */
  readonly decider: number;
};

export function oracleOf(tables: Tables): (record: Case) => Answer {
  const mdcs = tables.mdcs.map(row => ({
    entry: parse(row.entry!),
    mdc: row.mdc!,
    rows: tables.adrgs.filter(adrg => adrg.mdc === row.mdc && adrg.active === '1').map(withCondition),
  }));
  const drgs = tables.drgs.map(withCondition);
  return record => {
    const severity = severityOf(tables, record);
    const holds = (condition: Condition, owner: string) => evaluate(condition, { tables, record, owner });
    for (const { entry, mdc, rows } of mdcs) {
      const inside = holds(entry, mdc);
      for (const { row, condition } of rows) {
        if ((row.scope === 'inside') !== inside || !holds(condition, row.adrg!)) continue;
        if (row.kind === 'ambiguous') return { mdc: `MDC${row.adrg![0]}`, adrg: 'QY', drg: row.adrg!, ...severity };
        const drg = drgs.find(one => one.row.adrg === row.adrg && holds(one.condition, row.adrg!));
        if (!drg) throw new Error(`no DRG of ${row.adrg} holds`);
        return { mdc, adrg: row.adrg!, drg: drg.row.drg!, ...severity };
      }
    }
    return { mdc: '0000', adrg: '00', drg: '0000', ...severity };
  };
}

const withCondition = (row: Cells) => ({ row, condition: parse(row.condition!) });

type Scope = { readonly tables: Tables; readonly record: Case; readonly owner: string };

function evaluate(condition: Condition, scope: Scope): boolean {
  const { tables, record, owner } = scope;
  switch (condition.kind) {
    case 'or':
      return condition.parts.some(part => evaluate(part, scope));
    case 'and':
      return condition.parts.every(part => evaluate(part, scope));
    case 'not':
      return !evaluate(condition.part, scope);
    case 'constant':
      return condition.value;
    case 'severity':
      return complicationAt(tables, record, condition.level) >= 0;
    case 'in':
      return codesOf(condition.subject, record).some(code => tables.lists.get(`${owner} ${condition.list}`)?.has(code));
    case 'valid':
      return codesOf(condition.subject, record).some(code => tables.validProcedures.has(code));
    case 'starts':
      return codesOf(condition.subject, record).some(code => code.startsWith(condition.prefix));
    case 'number':
      return compare(numberOf(condition.field, scope), condition.operator, condition.bound);
  }
}

function codesOf(subject: Subject, { dx, px }: Case): readonly string[] {
  switch (subject) {
    case 'pdx':
      return dx.slice(0, 1);
    case 'sdx':
      return dx.slice(1);
    case 'dx':
      return dx;
    case 'px1':
      return px.slice(0, 1);
    case 'opx':
      return px.slice(1);
    case 'px':
      return px;
  }
}

function numberOf(field: string, { tables, record }: Scope): number | undefined {
  switch (field) {
    case 'sex':
      return record.sex;
    case 'age':
      return record.age;
    case 'age_days':
      return record.ageDays;
    case 'weight':
      return record.birthWeight;
    case 'sites':
      return tables.sites.filter(site => record.dx.some(code => site.has(code))).length;
    default:
      throw new Error(`no field ${field}`);
  }
}

function compare(value: number | undefined, operator: string, bound: number): boolean {
  if (value === undefined) return false;
  switch (operator) {
    case '=':
      return value === bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

/** Position of the first other diagnosis of this level that the principal diagnosis does not exclude; -1 when there is none. */
function complicationAt({ complications, exclusionGroups }: Tables, { dx }: Case, level: string): number {
  const principalGroup = exclusionGroups.get(dx[0] ?? '');
  return dx.findIndex((code, position) => {
    const found = position > 0 ? complications.get(code) : undefined;
    return found?.level === level && (principalGroup === undefined || found.exclusionGroup !== principalGroup);
  });
}

function severityOf(tables: Tables, record: Case): Pick<Answer, 'severity' | 'decider'> {
  for (const severity of ['mcc', 'cc'] as const) {
    const decider = complicationAt(tables, record, severity);
    if (decider >= 0) return { severity, decider };
  }
  return { severity: 'none', decider: -1 };
}

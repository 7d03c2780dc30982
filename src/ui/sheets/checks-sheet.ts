/** What the checks of the load found, one row a check: the gravest first, then the most frequent. */
import type { Desk } from '../../app/desk.ts';
import { findingWords } from '../../report/finding-words.ts';
import { count } from '../../report/format.ts';
import type { Finding, FindingRule, Findings } from '../../stay/finding.ts';
import { findingRules, type Severity } from '../../stay/finding-rule.ts';
import { type Column, keyed, type Sheet } from '../table/sheet.ts';
import type { Say } from '../words.ts';
import { countColumns, textColumns } from './text-columns.ts';

export type Check = {
  readonly rule: FindingRule;
  readonly rows: number;
  readonly severity: Severity;
  /** Undefined when no finding of it is listed. */
  readonly effect: Finding['effect'] | undefined;
  /** Names of the columns it was found in, the first few. */
  readonly columns: readonly string[];
};

export function checksOf({ counts, list }: Findings): readonly Check[] {
  const rules = Object.entries(counts) as [FindingRule, number][];
  const checks = rules.map(([rule, rows]): Check => {
    const found = list.filter(finding => finding.rule === rule);
    const columns = [...new Set(found.map(({ column }) => column).filter(column => column !== ''))].slice(0, FEW);
    return { rule, rows, severity: findingRules[rule].severity, effect: found[0]?.effect, columns };
  });
  return checks.sort((a, b) => gravity[a.severity] - gravity[b.severity] || b.rows - a.rows || (a.rule < b.rule ? -1 : 1));
}

const FEW = 3;
const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const known = new WeakMap<Findings, readonly Check[]>();

/** Worked out once for a load. */
export function checksOfDesk({ findings }: Desk): readonly Check[] {
  const checks = known.get(findings) ?? checksOf(findings);
  known.set(findings, checks);
  return checks;
}

export function checksSheet(desk: Desk, say: Say, language: 'zh' | 'en'): Sheet {
  const checks = checksOfDesk(desk);
  const text = textColumns(checks);
  const number = countColumns(checks, count);
  const columns: readonly Column[] = [
    text('severity', say('severity'), { of: ({ severity }) => say(`severity_${severity}`), most: 8, fixed: 'left' }),
    text('check', say('check'), { of: ({ rule }) => findingWords[language][rule], most: 40, fixed: 'left' }),
    { ...number('rows', say('rowsFound'), ({ rows }) => rows), footer: 'sum' },
    text('effect', say('effect'), { of: ({ effect }) => (effect ? say(`effect_${effect}`) : ''), most: 10 }),
    text('class', say('checkClass'), { of: ({ rule }) => say(`class_${findingRules[rule].of}`), most: 12 }),
    text('column', say('columnOf'), { of: one => one.columns.join(' '), most: 24 }),
    text('rule', say('rule'), { of: ({ rule }) => rule, most: 24 }),
  ];
  return { ...keyed(checks.map(({ rule }) => rule)), columns: columns.map(column => toned(column, checks)) };
}

/** Colour is never the only sign: the word stands beside it. */
const toned = (column: Column, checks: readonly Check[]): Column =>
  column.key === 'severity'
    ? { ...column, tone: row => (checks[row]?.severity === 'error' ? 'loss' : checks[row]?.severity === 'warning' ? 'warning' : 'quiet') }
    : column;

/** What the checks of the load found, one row a check: the gravest first, what kept rows out before what was only noted, then the most frequent. */
import type { Desk } from '../../app/desk.ts';
import { findingWords } from '../../report/finding-words.ts';
import { count } from '../../report/format.ts';
import type { Finding, FindingRule, Findings } from '../../stay/finding.ts';
import { findingRules, type Severity } from '../../stay/finding-rule.ts';
import { type Column, keyed, type Sheet } from '../table/sheet.ts';
import type { Tone } from '../theme.ts';
import type { Say } from '../words.ts';
import { countColumns, textColumns } from './text-columns.ts';

export type Check = {
  readonly rule: FindingRule;
  /** Findings of it; several may be of one row. */
  readonly times: number;
  readonly severity: Severity;
  /** What became of the rows listed; none when no finding of it is listed. */
  readonly effects: readonly Finding['effect'][];
  /** Names of the columns it was found in, the first few. */
  readonly columns: readonly string[];
};

export function checksOf({ counts, list }: Findings): readonly Check[] {
  const rules = Object.entries(counts) as [FindingRule, number][];
  const checks = rules.map(([rule, times]): Check => {
    const found = list.filter(finding => finding.rule === rule);
    const columns = [...new Set(found.map(({ column }) => column).filter(column => column !== ''))].slice(0, FEW);
    const effects = (['refused', 'noted'] as const).filter(effect => found.some(finding => finding.effect === effect));
    return { rule, times, severity: findingRules[rule].severity, effects, columns };
  });
  return checks.sort(
    (a, b) =>
      gravity[a.severity] - gravity[b.severity] ||
      Number(refuses(b)) - Number(refuses(a)) ||
      b.times - a.times ||
      (a.rule < b.rule ? -1 : 1),
  );
}

const FEW = 3;
const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
const refuses = ({ effects }: Check): boolean => effects.includes('refused');

const known = new WeakMap<Findings, readonly Check[]>();

/** Worked out once for a load. */
export function checksOfDesk({ findings }: Pick<Desk, 'findings'>): readonly Check[] {
  const checks = known.get(findings) ?? checksOf(findings);
  known.set(findings, checks);
  return checks;
}

export function checksSheet(desk: Desk, say: Say, language: 'zh' | 'en'): Sheet {
  const checks = checksOfDesk(desk);
  const text = textColumns(checks);
  const number = countColumns(checks, count);
  const effect = ({ effects }: Check): string => effects.map(one => say(`effect_${one}`)).join(' ');
  // colour is never the only sign: the word says the same
  const tone = (row: number): Tone => tones[checks[row]?.severity ?? 'info'];
  const columns: readonly Column[] = [
    { ...text('severity', say('severity'), { of: ({ severity }) => say(`severity_${severity}`), most: 8, fixed: 'left' }), tone },
    text('check', say('check'), { of: ({ rule }) => findingWords[language][rule], most: 40, fixed: 'left' }),
    { ...number('times', say('timesFound'), ({ times }) => times), footer: 'sum' },
    text('effect', say('effect'), { of: effect, most: 10 }),
    text('class', say('checkClass'), { of: ({ rule }) => say(`class_${findingRules[rule].of}`), most: 12 }),
    text('column', say('columnChecked'), { of: one => one.columns.join(' '), most: 24 }),
    text('rule', say('rule'), { of: ({ rule }) => rule, most: 24 }),
  ];
  return { ...keyed(checks.map(({ rule }) => rule)), columns };
}

const tones: Readonly<Record<Severity, Tone>> = { error: 'loss', warning: 'warning', info: 'quiet' };

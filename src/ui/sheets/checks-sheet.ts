/** What the checks of the load found, one row a check. */
import type { Desk } from '../../app/desk.ts';
import { findingWords } from '../../report/finding-words.ts';
import { count } from '../../report/format.ts';
import { ruleCounts } from '../../report/load-view.ts';
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

/** In the order of the load report. */
function checksOf(findings: Findings): readonly Check[] {
  return ruleCounts(findings).map(({ rule, times, severity, listed }): Check => {
    const columns = [...new Set(listed.map(({ column }) => column).filter(column => column !== ''))].slice(0, FEW);
    const effects = (['refused', 'noted'] as const).filter(effect => listed.some(finding => finding.effect === effect));
    return { rule, times, severity, effects, columns };
  });
}

const FEW = 3;

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

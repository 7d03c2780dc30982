/** The rules of a load that found something: how much each matters, how often, and where it was seen first. */
import type { Language } from '../language.ts';
import { findingWords } from './finding-words.ts';
import { count } from './format.ts';
import type { RuleCount } from './load-view.ts';
import { classWords, effectWords, loadWords, severityWords } from './load-words.ts';
import type { Table } from './table.ts';
import { filled } from './words.ts';

/** Examples of a rule that the text shows; the findings file has all that are listed. */
const EXAMPLES = 3;

/** The first rule that somebody has to do something about. */
export function mattersMost(rules: readonly RuleCount[], language: Language): string {
  const say = loadWords[language];
  const [first] = rules;
  if (!first) return say.noFindings;
  if (first.severity === 'info') return say.onlyInfo;
  return filled(say.matters, {
    rule: findingWords[language][first.rule],
    severity: severityWords[language][first.severity],
    times: count(first.times),
  });
}

export function findingTable(rules: readonly RuleCount[], files: number, language: Language): Table {
  const say = loadWords[language];
  return {
    columns: [
      { head: say.severity, align: 'left' },
      { head: say.class, align: 'left' },
      // the longest meaning says what to do about it, and is not cut
      { head: say.rule, align: 'left', widest: 110 },
      { head: say.effect, align: 'left' },
      { head: say.times, align: 'right' },
      { head: files > 1 ? say.examplesOfFiles : say.examples, align: 'left', widest: 60 },
    ],
    rows: rules.map(({ rule, of, severity, times, effect, listed }) => [
      severityWords[language][severity],
      classWords[language][of],
      findingWords[language][rule],
      effect ? effectWords[language][effect] : '–',
      count(times),
      listed
        .slice(0, EXAMPLES)
        .map(
          ({ file, row, column, value }) =>
            `${files > 1 ? `${file} ` : ''}${row}${column === '' ? '' : `:${column}`}${value === '' ? '' : `=${value}`}`,
        )
        .join('  '),
    ]),
    footer: [],
  };
}

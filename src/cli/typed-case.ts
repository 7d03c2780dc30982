/** One case typed on the line: codes by commas, principal first. */
import type { Case } from '../../grouper/cases.ts';
import { UserError } from '../errors.ts';
import { text, type Words } from './command.ts';
import { wholeNumber } from './whole-number.ts';

export function typedCase(words: Words): Case {
  const dx = codes(text(words, 'dx'));
  if (dx.length === 0) throw nothingTyped();
  const whole = (name: string, to: number) => (text(words, name) === undefined ? undefined : wholeNumber(words, name, { from: 0, to }));
  return {
    sex: text(words, 'sex') === undefined ? undefined : (wholeNumber(words, 'sex', { from: 1, to: 2 }) as 1 | 2),
    age: whole('age', 130),
    ageDays: whole('age-days', 366),
    birthWeight: whole('weight', 10_000),
    dx,
    px: codes(text(words, 'px')),
  };
}

const codes = (given: string | undefined): readonly string[] =>
  (given ?? '')
    .split(/[,，|]/)
    .map(code => code.trim())
    .filter(code => code !== '');

const nothingTyped = () =>
  new UserError(
    'USAGE',
    { zh: '请给出文件和 --stay，或用 --dx 给出诊断', en: 'give a file and --stay, or diagnoses with --dx' },
    {
      hint: {
        zh: '例：casemix explain --dx I63.900,E11.900 --px 39.7200 --sex 1 --age 70',
        en: 'E.g. casemix explain --dx I63.900,E11.900 --px 39.7200 --sex 1 --age 70',
      },
    },
  );

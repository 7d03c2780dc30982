/** Known answers and cases as text: how many come out to the fen, and of those that do not the first, with how they were paid. */
import { bilingual, type Language } from '../language.ts';
import { yuanText } from '../money.ts';
import type { Answer } from '../payment/answer.ts';
import { lineWords } from '../payment/line-words.ts';
import { placeText } from '../policy/leaf.ts';
import { printable } from './printable.ts';

/** Of many differences that have one cause the first few tell it. */
const shown = 5;

export function countText(answers: readonly Answer[], language: Language): string {
  const equal = answers.filter(answer => answer.equal).length;
  return words[language].count.replace('{n}', String(answers.length)).replace('{equal}', String(equal));
}

export function differencesText(answers: readonly Answer[], language: Language): readonly string[] {
  const wrong = answers.filter(answer => !answer.equal);
  const more = wrong.length - shown;
  return [
    ...wrong.slice(0, shown).flatMap(answer => answerText(answer, language)),
    ...(more > 0 ? [`  ${words[language].more.replace('{n}', String(more))}`] : []),
  ];
}

function answerText({ at, name, results, lines }: Answer, language: Language): readonly string[] {
  const say = words[language];
  const labels: Readonly<Record<string, string>> = lineWords[language];
  return [
    `  ${printable(`${placeText(at)}  ${name}`).trimEnd()}`,
    ...results
      .filter(result => !result.equal)
      .map(({ name: result, expected, got }) => `    ${result}  ${say.expected} ${expected}  ${say.got} ${got === '' ? '–' : got}`),
    ...lines
      .filter(({ part }) => part === 'payment' || results.some(result => !result.equal && result.name !== 'payment'))
      .map(line => {
        const from = line.source === undefined ? '' : `  ${line.source}`;
        return `      ${labels[line.label] ?? line.label} ${yuanText(line.amount)} = ${line.working}${from}`;
      }),
  ];
}

const words = bilingual({
  zh: { count: '已知答案 {n} 条，一致 {equal} 条', expected: '应为', got: '得到', more: '另有 {n} 条不一致' },
  en: { count: 'known answers: {n}, as expected: {equal}', expected: 'expected', got: 'got', more: '{n} more differ' },
});

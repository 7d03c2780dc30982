/** Files whose codes were taken for 国临版 and converted: on which evidence, and how many. */
import type { Language } from '../language.ts';
import { count } from './format.ts';
import type { LoadView } from './load-view.ts';
import { loadWords } from './load-words.ts';
import { printable } from './printable.ts';
import { filled } from './words.ts';

export function conversionLines({ conversions }: LoadView, language: Language): readonly string[] {
  const say = loadWords[language];
  return conversions.map(({ file, evidence, stays, codes }) => {
    const why = evidence
      ? filled(say.onEvidence, { all: count(evidence.clinical + evidence.insurance), clinical: count(evidence.clinical) })
      : say.onRequest;
    return printable(filled(say.converted, { file, why, stays: count(stays), codes: count(codes) }));
  });
}

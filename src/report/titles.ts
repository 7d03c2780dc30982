/** A comparison under the titles its files give in the language of the reader; a file without an English title keeps the one it has. */
import type { Comparison } from '../compare/comparison.ts';
import type { Language } from '../language.ts';

export type Titled = { readonly title: string; readonly titleEn?: string | undefined };

export const titleIn = ({ title, titleEn }: Titled, language: Language): string => (language === 'en' ? (titleEn ?? title) : title);

export const titlesIn = (comparison: Comparison, language: Language): Comparison => ({
  ...comparison,
  title: titleIn(comparison, language),
  scenarios: comparison.scenarios.map(scenario => ({ ...scenario, title: titleIn(scenario, language) })),
});

/** A comparison under the titles its files give in the language of the reader; a file without an English title keeps the one it has. */
import type { Comparison } from '../compare/comparison.ts';
import type { Language } from '../language.ts';

export type Titled = {
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly notes?: readonly { readonly kind: string }[];
};

/** `DRG 2.0（示意）`; `DRG 2.0*（示意）` where a parameter was changed on the screen, so that nobody takes it for what the file says. */
export function titleIn({ title, titleEn, notes = [] }: Titled, language: Language): string {
  const told = language === 'en' ? (titleEn ?? title) : title;
  if (!notes.some(({ kind }) => kind === 'edited')) return told;
  return told.replace(/^[^，,（(；;：:]+/, name => `${name.trimEnd()}*`);
}

export const titlesIn = (comparison: Comparison, language: Language): Comparison => ({
  ...comparison,
  title: titleIn(comparison, language),
  scenarios: comparison.scenarios.map(scenario => ({ ...scenario, title: titleIn(scenario, language) })),
});

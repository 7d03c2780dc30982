/** The two languages of every face: Chinese first, English complete. A dictionary with a missing translation does not compile. */
export type Language = 'zh' | 'en';

/** `const words = bilingual({ zh: {...}, en: {...} })`: English must have the keys of Chinese, no more and no less. */
export const bilingual = <K extends string>(words: { readonly zh: Record<K, string>; readonly en: Record<NoInfer<K>, string> }) => words;

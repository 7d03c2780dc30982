/** Filters as people type them and logs keep them: `骨 髋`, `!骨`. */
import type { Sheet } from './sheet.ts';
import type { Filter } from './spec.ts';

export function readFilter(text: string, _sheet: Sheet): Filter {
  const inverse = /^[!！]/.test(text);
  return { is: 'has', text: (inverse ? text.slice(1) : text).trim(), inverse };
}

export const writtenFilter = ({ text, inverse }: Filter): string => `${inverse ? '!' : ''}${text}`;

/** What makes a DIP group: full main diagnosis with its operations (核心病种), or 3-digit diagnosis with the kind of treatment (综合病种). */
import type { Treatment } from './treatment.ts';

export type DipKey =
  | { readonly kind: 'core'; readonly dx: string; readonly main: string; readonly related: readonly string[] }
  | { readonly kind: 'comprehensive'; readonly dx: string; readonly treatment: Treatment };

/** `I25.103:36.0700+36.0601`, `I10.x00:n` without an operation, `I25:surgery`. */
export function codeOfKey(key: DipKey): string {
  if (key.kind === 'comprehensive') return `${key.dx}:${key.treatment}`;
  return `${key.dx}:${key.main === '' ? 'n' : [key.main, ...key.related].join('+')}`;
}

export const threeDigits = (dx: string): string => dx.slice(0, 3);

/** What everything on the screen is made of: lines of spans that say what they mean rather than how they look. */
import type { Tone } from './theme.ts';

export type Span = { readonly text: string; readonly tone?: Tone | undefined };
export type Lines = readonly (readonly Span[])[];

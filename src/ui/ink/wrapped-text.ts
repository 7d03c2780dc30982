/** Text made to fit: takes the place of ink/build/wrap-text.js in the bundle, which keeps every text it was ever given. */
import { remembered } from './remembered.ts';

/** What Ink itself wraps and cuts with (wrap-ansi, cli-truncate). */
export type Wrapping = {
  wrap(text: string, width: number, options: { readonly trim: false; readonly hard: true }): string;
  cut(text: string, width: number, options: { readonly position: 'start' | 'middle' | 'end' }): string;
};

/** As many as a screen of long texts has lines, some times over. */
const TEXTS = 1_000;

export function wrappedText({ wrap, cut }: Wrapping): (text: string, width: number, how: string) => string {
  const known = remembered(TEXTS, key => {
    const [how = '', width = '', ...text] = key.split('\0');
    return fitted(text.join('\0'), Number(width), how);
  });

  function fitted(text: string, width: number, how: string): string {
    if (how === 'wrap') return wrap(text, width, { trim: false, hard: true });
    if (!how.startsWith('truncate')) return text;
    return cut(text, width, { position: how === 'truncate-middle' ? 'middle' : how === 'truncate-start' ? 'start' : 'end' });
  }

  return (text, width, how) => known(`${how}\0${width}\0${text}`);
}

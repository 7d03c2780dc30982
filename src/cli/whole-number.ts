/** A whole number from the line, within bounds; anything else is a usage error that names the option. */
import { UserError } from '../errors.ts';
import { text, type Words } from './command.ts';

export function wholeNumber(words: Words, name: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const given = text(words, name) ?? '';
  const value = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new UserError(
    'USAGE',
    {
      zh: `--${name} 应为 ${from} 到 ${to} 的整数，现在是 "${given}"`,
      en: `--${name} takes a whole number from ${from} to ${to}, not "${given}"`,
    },
    { hint: { zh: '见 casemix --help。', en: 'See casemix --help.' } },
  );
}

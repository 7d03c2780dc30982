/** What a colour means here. Every meaning is also told by a sign, a mark or a word: colour may be switched off. */
export type Tone = 'plain' | 'quiet' | 'strong' | 'accent' | 'gain' | 'loss' | 'warning' | 'selected';

export const themes = ['dark', 'light', 'high-contrast'] as const;
export type ThemeName = (typeof themes)[number];

type Style = { readonly color?: string; readonly bold?: boolean; readonly dimColor?: boolean; readonly inverse?: boolean };

export const style: Readonly<Record<Tone, Style>> = {
  plain: {},
  quiet: { dimColor: true },
  strong: { bold: true },
  accent: { color: 'cyan', bold: true },
  gain: { color: 'green' },
  loss: { color: 'red' },
  warning: { color: 'yellow' },
  selected: { inverse: true },
};

/** Money that is more or less than before; nothing and unknown have no tone. */
export const toneOf = (difference: number): Tone => (difference < 0 ? 'loss' : difference > 0 ? 'gain' : 'plain');

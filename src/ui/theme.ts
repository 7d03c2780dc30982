/** What a colour means here, and how each theme shows it. Every meaning is also told by a sign, a mark or a word: colour may be switched off. */
export type Tone = 'plain' | 'quiet' | 'strong' | 'accent' | 'gain' | 'loss' | 'warning' | 'selected';

export const themes = ['dark', 'light', 'high-contrast'] as const;
export type ThemeName = (typeof themes)[number];

/** The colours are the sixteen of the terminal, so that a person's own palette holds. */
type Style = {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
};

export const styles: Readonly<Record<ThemeName, Readonly<Record<Tone, Style>>>> = {
  dark: {
    plain: {},
    quiet: { dimColor: true },
    strong: { bold: true },
    accent: { color: 'cyan', bold: true },
    gain: { color: 'green' },
    loss: { color: 'red' },
    warning: { color: 'yellow' },
    selected: { inverse: true },
  },
  // Cyan, green and yellow are too pale on white.
  light: {
    plain: {},
    quiet: { color: 'gray' },
    strong: { bold: true },
    accent: { color: 'blue', bold: true },
    gain: { color: 'blue' },
    loss: { color: 'red' },
    warning: { color: 'magenta' },
    selected: { inverse: true },
  },
  // Nothing is dimmed; what matters is bold as well as bright.
  'high-contrast': {
    plain: {},
    quiet: {},
    strong: { bold: true },
    accent: { color: 'cyanBright', bold: true, underline: true },
    gain: { color: 'greenBright', bold: true },
    loss: { color: 'redBright', bold: true },
    warning: { color: 'yellowBright', bold: true },
    selected: { inverse: true, bold: true },
  },
};

/** Money that is more or less than before; nothing and unknown have no tone. */
export const toneOf = (difference: number): Tone => (difference < 0 ? 'loss' : difference > 0 ? 'gain' : 'plain');

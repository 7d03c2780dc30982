import { stripVTControlCharacters } from 'node:util';
import { cleanup, render } from 'ink-testing-library';
import { describe, expect, it } from 'vitest';
import { Workbench } from '../../src/ui/screens/Workbench.tsx';
import { styles, type Tone, themes } from '../../src/ui/theme.ts';
import { frameOf, open } from './frame.tsx';

const tones: readonly Tone[] = ['plain', 'quiet', 'strong', 'accent', 'gain', 'loss', 'warning', 'selected'];

describe('themes', () => {
  it('have a style for every meaning', () => {
    expect(themes.map(theme => Object.keys(styles[theme]))).toEqual(themes.map(() => tones));
  });

  it('tell gain from loss, and what matters from what does not', () => {
    const pairs = [
      ['gain', 'loss'],
      ['warning', 'plain'],
      ['accent', 'quiet'],
      ['strong', 'quiet'],
      ['selected', 'plain'],
    ] as const;
    const same = themes.flatMap(theme => pairs.filter(([a, b]) => JSON.stringify(styles[theme][a]) === JSON.stringify(styles[theme][b])));
    expect(same).toEqual([]);
  });

  it('dim nothing where contrast is wanted', () => {
    expect(tones.filter(tone => styles['high-contrast'][tone].dimColor)).toEqual([]);
  });

  it('change colours and nothing else', () => {
    const texts = themes.map(theme => {
      const store = open({ keys: '2' });
      store.getState().paint(theme);
      const { lastFrame } = render(<Workbench store={store} />);
      const text = stripVTControlCharacters(lastFrame() ?? '');
      cleanup();
      return text;
    });
    expect(new Set(texts).size).toBe(1);
  });
});

describe('without colours', () => {
  it('the screen, the row, the column, the order, the kind of a message and a loss are still told', () => {
    // the frame is read without colours: what is seen here is all there is
    const store = open({ keys: '2lllllllsj' });
    store.getState().say({ text: '没有这一行', tone: 'warning' });
    const lines = frameOf(store);
    const row = lines.filter(line => line.startsWith('▌'));
    expect([
      lines[0]?.includes('[2病例]'),
      row.length,
      lines.some(line => /▸[^ ]* *\S*[▼▲]/.test(line)),
      lines.at(-2)?.startsWith('── ! 没有这一行'),
      lines.some(line => /−\d/.test(line)),
    ]).toEqual([true, 1, true, true, true]);
  });
});

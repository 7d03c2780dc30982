import { expect, it } from 'vitest';
import { bindingOf, keyMap, keyName } from '../../src/ui/key-map.ts';
import { screens, type Where } from '../../src/ui/keys/binding.ts';

const actionOf = (key: string, where: Where) => bindingOf(key, where)?.action;

const places = [...screens, 'help', 'typing', 'command', 'loading'] as const;

it('gives no key two meanings in one place', () => {
  const twice = places.flatMap(place => {
    const keys = keyMap.filter(({ where }) => where.includes(place)).flatMap(binding => binding.keys);
    return keys.filter((key, i) => keys.indexOf(key) !== i).map(key => `${place}: ${key}`);
  });
  expect(twice).toEqual([]);
});

it('can be left from everywhere, and Esc never leaves the program once it is open', () => {
  expect(places.map(place => actionOf('ctrl-c', place))).toEqual(Array(places.length).fill('interrupt'));
  expect(places.filter(place => actionOf('esc', place) === 'quit')).toEqual(['loading']);
});

it('types letters instead of obeying them in the text field', () => {
  const letters = [...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)), '骨'];
  expect(letters.filter(key => bindingOf(key, 'typing') || bindingOf(key, 'command'))).toEqual([]);
});

it('keeps the numbers of the screens', () => {
  expect(['1', '2', '3', '4', '5'].map(key => actionOf(key, 'stays'))).toEqual(['overview', 'stays', 'groups', 'departments', 'scenarios']);
});

it('names keys as people write them', () => {
  expect(['ctrl-d', 'enter', 'pagedown', ' ', 'G', 'ctrl-left', 'delete'].map(keyName)).toEqual([
    '^D',
    '↵',
    'PgDn',
    'Space',
    'G',
    '^←',
    'Del',
  ]);
});

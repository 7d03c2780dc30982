import { describe, expect, it } from 'vitest';
import { baseline, chainOf, type Files, failure, reform } from './city.ts';

const child = (id: string, parent: string) => `schema: scenario/1\nid: ${id}\ntitle: ${id}\nextends: ${parent}\n`;
const chain = (files: Files, path = 'drg.yaml') => chainOf(path, files).files.map(file => file.path);

describe('the chain of a scenario', () => {
  it('puts the oldest parent first; extends is relative to the file', () => {
    const files = { 'base/ffs.yaml': baseline, 'reforms/drg.yaml': child('drg', '../base/ffs.yaml') };
    expect(chain(files, './reforms/drg.yaml')).toEqual(['base/ffs.yaml', 'reforms/drg.yaml']);
  });

  it('reads four levels and refuses a fifth', () => {
    const files = {
      'a.yaml': child('a', 'b.yaml'),
      'b.yaml': child('b', 'c.yaml'),
      'c.yaml': child('c', 'd.yaml'),
      'd.yaml': child('d', 'ffs.yaml'),
      'ffs.yaml': baseline,
    };
    expect(chain(files, 'b.yaml')).toEqual(['ffs.yaml', 'd.yaml', 'c.yaml', 'b.yaml']);
    expect(failure(() => chain(files, 'a.yaml'))).toEqual({
      code: 'SCENARIO_TOO_DEEP',
      at: 'd.yaml:4',
      en: 'more than 4 levels: a.yaml → b.yaml → c.yaml → d.yaml → ffs.yaml',
      hint: 'Merge the scenarios in the middle.',
    });
  });

  it.each([
    [{ 'drg.yaml': child('drg', 'drg.yaml') }, 'drg.yaml:4', 'drg.yaml → drg.yaml'],
    [{ 'drg.yaml': child('drg', './x/../drg.yaml') }, 'drg.yaml:4', 'drg.yaml → drg.yaml'],
    [{ 'drg.yaml': child('drg', 'b.yaml'), 'b.yaml': child('b', 'drg.yaml') }, 'b.yaml:4', 'drg.yaml → b.yaml → drg.yaml'],
  ])('refuses a scenario that extends itself: %o', (files, at, way) => {
    expect(failure(() => chain(files as Files))).toEqual({
      code: 'SCENARIO_CYCLE',
      at,
      en: `the scenario extends itself: ${way}`,
      hint: 'Take one `extends` out.',
    });
  });

  it.each(['../ffs.yaml', 'x/../../ffs.yaml', '/etc/passwd', 'C:\\ffs.yaml', '..\\ffs.yaml', '.'])(
    'refuses a parent outside the project: %s',
    parent => {
      expect(failure(() => chain({ 'drg.yaml': child('drg', parent) }))).toEqual({
        code: 'SCENARIO_OUTSIDE',
        at: 'drg.yaml:4',
        en: `the file is outside the project: ${parent}`,
        hint: 'Use a relative path to a file inside the project.',
      });
    },
  );

  it('keeps a file that a person named outside the project to its own folder, also by a path that climbs', () => {
    const files = {
      '../app/scenarios/drg.yaml': child('drg', 'base/../ffs.yaml'),
      '../app/scenarios/ffs.yaml': baseline,
      '../app/scenarios/far.yaml': child('far', '../ffs.yaml'),
      '../drg.yaml': child('drg', 'ffs.yaml'),
      '../far.yaml': child('far', '../ffs.yaml'),
      '../ffs.yaml': baseline,
    };
    const paths = (path: string) => chain(files, path);
    expect(paths('../app/scenarios/drg.yaml')).toEqual(['../app/scenarios/ffs.yaml', '../app/scenarios/drg.yaml']);
    expect(paths('../drg.yaml')).toEqual(['../ffs.yaml', '../drg.yaml']);
    for (const path of ['../app/scenarios/far.yaml', '../far.yaml'])
      expect(failure(() => chain(files, path))).toMatchObject({ code: 'SCENARIO_OUTSIDE', at: `${path}:4` });
  });

  it('keeps a file that a person named by its whole path to its own folder', () => {
    const files = {
      '/home/a/drg.yaml': child('drg', 'ffs.yaml'),
      '/home/a/ffs.yaml': baseline,
      '/home/a/far.yaml': child('far', '../ffs.yaml'),
    };
    expect(chain(files, '/home/a/drg.yaml')).toEqual(['/home/a/ffs.yaml', '/home/a/drg.yaml']);
    expect(failure(() => chain(files, '/home/a/far.yaml'))?.code).toBe('SCENARIO_OUTSIDE');
  });
});

describe('a scenario file', () => {
  it.each([
    [
      'schema: scenario/1\nid: a\ntitle: a\nparametres: {}\n',
      'a.yaml:4',
      'no key named "parametres" in a scenario',
      'Did you mean "parameters"?',
    ],
    ['schema: comparison/1\nid: a\ntitle: a\n', 'a.yaml:1', 'this is a comparison file, not a scenario'],
    ['schema: scenario/1\ntitle: a\n', 'a.yaml:1', '"id" is missing'],
    ['schema: scenario/1\nid: a\n', 'a.yaml:1', '"title" is missing'],
    ['schema: scenario/1\nid: 7\ntitle: a\n', 'a.yaml:2', '"id" must be text'],
    ['schema: scenario/1\nid: a\nextends: [b.yaml]\ntitle: a\n', 'a.yaml:3', '"extends" must be text'],
    ['- a\n', 'a.yaml:1', 'the file must be a map of keys and values'],
  ])('names what is wrong with %j', (text: string, at: string, en: string, hint?: string) => {
    expect(failure(() => chain({ 'a.yaml': text }, 'a.yaml'))).toMatchObject({
      code: 'SCENARIO_INVALID',
      at,
      en,
      ...(hint ? { hint } : {}),
    });
  });

  it('is refused whole when the YAML is broken', () => {
    expect(failure(() => chain({ 'a.yaml': `${reform}id: again\n` }, 'a.yaml'))).toMatchObject({
      code: 'SCENARIO_INVALID',
      at: 'a.yaml:6',
    });
  });
});

/** The command `synth` from its words to the files of a folder. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Words } from '../../src/cli/command.ts';
import { synthCommand } from '../../src/cli/commands/synth.ts';
import type { Face } from '../../src/cli/face.ts';
import { UserError } from '../../src/errors.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { layoutLines } from '../../src/synth/layouts/write.ts';
import { synthesise } from '../../src/synth/synthesise.ts';
import { mistakes } from '../report/conforms.ts';
import { projectFacts as facts } from './facts-of-the-project.ts';

async function synth(words: Words): Promise<{ readonly folder: string; readonly out: string; readonly notes: string }> {
  const folder = (words.output as string | undefined) ?? mkdtempSync(join(tmpdir(), 'casemix-synth-'));
  const said = { out: '', notes: '' };
  const face: Face = {
    installation: findInstallation(process.cwd()),
    ...{ version: '0', language: 'en', interactive: false, debug: false },
    out: async text => {
      said.out += text;
    },
    note: text => {
      said.notes += text;
    },
    err: () => undefined,
    progress: () => undefined,
  };
  const usual = { stays: '40', seed: '5', year: '2025', layout: ['casemix'], encoding: 'utf-8', settlements: 'clean', output: folder };
  expect(await synthCommand.run({ ...usual, ...words }, face)).toBe(0);
  return { folder, ...said };
}
const refused = async (words: Words): Promise<string> => {
  const error = await synth(words).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw error;
  return `${error.code}: ${error.text.en}`;
};
const synthesis = synthesise({ stays: 40, seed: 5, year: 2025, facts });
const jsonIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));

describe('synth', () => {
  it('writes casemix’s own file and the truth when nothing else is asked for', async () => {
    const { folder, notes } = await synth({});
    expect(readdirSync(folder).sort()).toEqual(['stays.csv', 'truth.json']);
    expect(readFileSync(join(folder, 'stays.csv'), 'utf8')).toBe([...synthesis.lines].join(''));
    expect(notes.split('\n')[0]).toBe(`${folder}/stays.csv: 40 stays; without: nothing`);
    const truth = jsonIn(folder);
    expect(mistakes(truth, 'truth')).toEqual([]);
    const { layouts, ...rest } = truth;
    expect(rest).toEqual(synthesis.truth());
    expect(layouts.map(({ layout, file, encoding }: Record<string, string>) => [layout, file, encoding])).toEqual([
      ['casemix', 'stays.csv', 'utf-8'],
    ]);
  });

  it('writes every layout, text in GB18030 and JSON in UTF-8', async () => {
    const { folder } = await synth({ layout: ['all'], encoding: 'gb18030', settlements: 'messy' });
    const files = ['front-page.csv', 'lists-4101a.ndjson', 'lists.ndjson', 'opendrg.csv', 'settlements.csv', 'stays.csv', 'truth.json'];
    expect(readdirSync(folder).sort()).toEqual(files);
    const wanted = (layout: 'hqms' | '4101') => [...layoutLines(synthesis, layout)].join('');
    expect(iconv.decode(readFileSync(join(folder, 'front-page.csv')), 'gb18030')).toBe(wanted('hqms'));
    expect(readFileSync(join(folder, 'lists.ndjson'), 'utf8')).toBe(wanted('4101'));
    const truth = jsonIn(folder);
    expect(mistakes(truth, 'truth')).toEqual([]);
    expect(truth.settlements.rows).toBe(
      iconv
        .decode(readFileSync(join(folder, 'settlements.csv')), 'gb18030')
        .trim()
        .split('\n').length - 1,
    );
  });

  it('lists what each layout loses, without writing anything', async () => {
    const { out } = await synth({ layouts: true, stays: undefined, seed: undefined });
    expect(out.split('\n').slice(0, 3)).toEqual([
      '| layout | file | columns held | lost |',
      '| --- | --- | --- | --- |',
      '| `casemix` | `stays.csv` | 56 | nothing |',
    ]);
    expect(out.trimEnd().split('\n')).toHaveLength(2 + 6 + 1);
  });

  it('says what is missing or does not go together', async () => {
    expect(await refused({ stays: undefined })).toBe('USAGE: --stays is missing');
    expect(await refused({ seed: undefined })).toBe('USAGE: --seed is missing');
    expect(await refused({ settlements: 'messy' })).toBe('USAGE: --settlements messy is about the settlement extract');
  });

  it('writes nothing at all when one of the files is there already', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'casemix-synth-')), 'there');
    mkdirSync(folder);
    writeFileSync(join(folder, 'opendrg.csv'), 'mine');
    expect(await refused({ layout: ['casemix', 'opendrg'], output: folder })).toMatch(/^OUTPUT_EXISTS/);
    expect([existsSync(join(folder, 'stays.csv')), readFileSync(join(folder, 'opendrg.csv'), 'utf8')]).toEqual([false, 'mine']);
  });
});

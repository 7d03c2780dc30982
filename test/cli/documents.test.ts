import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../report/conforms.ts';
import { inProcess } from './in-process.ts';
import { casemix } from './program.ts';

const hospital = mkdtempSync(join(tmpdir(), 'casemix-documents-'));
const stays = join(hospital, 'stays.csv');
casemix(['synth', '--stays', '300', '--seed', '3', '-o', hospital]);

/** Every JSON document the program writes, the command that writes it, and the schema that describes it. */
describe('documents are as their schemas say', () => {
  it.each([
    ['load-report', ['load', stays, '--format', 'json']],
    ['group', ['group', stays, '--format', 'json']],
    ['settle', ['settle', stays, '--policy', 'jinhua-illustrative', '--format', 'json']],
    ['comparison-result', ['compare', 'scenarios/compare-2025.yaml', '--data', stays, '--format', 'json']],
    ['comparison-result', ['compare', 'scenarios/compare-points.yaml', '--data', stays, '--format', 'json']],
    ['scenario-shown', ['scenario', 'show', 'scenarios/20-drg-2.0.yaml', '--format', 'json']],
    ['view', ['view', 'stays', 'filter=骨', 'sort=-total', '--data', stays, '--format', 'json']],
    ['view', ['view', 'overview', '--format', 'json', '--lang', 'en']],
    ['demo', ['demo', stays, '--format', 'json']],
    ['profile-list', ['profile', 'list', '--format', 'json']],
    ['profile-try', ['profile', 'try', stays, '--format', 'json']],
  ])('%s: %j', (schema, words) => {
    const ran = casemix(words);
    expect(ran.status).toBe(0);
    expect(mistakes(JSON.parse(ran.out), schema)).toEqual([]);
  });

  it('those about a workspace, and a profile', async () => {
    const w = join(hospital, 'w.casemix');
    const run = async (...words: string[]) => {
      const { status, out } = await inProcess([...words, '--format', 'json'], { home: hospital });
      return [status, JSON.parse(out)] as const;
    };
    const held = async (definition: string | undefined, ...words: string[]) => {
      const [status, document] = await run(...words);
      return [words.slice(0, 2).join(' '), status, mistakes(document, 'workspace', definition)];
    };
    await run('load', stays, '--save', w);
    const all = [
      await held('closed', 'workspace', 'close', w, '--month', '2024-01'),
      await held('closed', 'workspace', 'reopen', w, '--month', '2024-01', '--reason', 'x'),
      await held(undefined, 'workspace', 'show', w),
      await held('step', 'workspace', 'undo', w, '--load', '1'),
      await held('step', 'workspace', 'restore', w, '--load', '1'),
      await held('log', 'workspace', 'log', w),
      await held('verdict', 'verify', w),
    ];
    expect(all.map(([, ...ended]) => ended)).toEqual(all.map(() => [0, []]));
    const [status, profile] = await run('profile', 'show', 'casemix');
    expect([status, Object.keys(profile).sort(), mistakes(profile.profile, 'profile')]).toEqual([
      0,
      ['place', 'profile', 'schemaVersion'],
      [],
    ]);
  }, 30_000);

  it('truth.json', () => {
    expect(mistakes(JSON.parse(readFileSync(join(hospital, 'truth.json'), 'utf8')), 'truth')).toEqual([]);
    expect(mistakes(JSON.parse(readFileSync('data/samples/hospital-2025.truth.json', 'utf8')), 'truth')).toEqual([]);
  });
});

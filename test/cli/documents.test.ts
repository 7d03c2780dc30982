import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mistakes } from '../report/conforms.ts';
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

  it('truth.json', () => {
    expect(mistakes(JSON.parse(readFileSync(join(hospital, 'truth.json'), 'utf8')), 'truth')).toEqual([]);
    expect(mistakes(JSON.parse(readFileSync('data/samples/hospital-2025.truth.json', 'utf8')), 'truth')).toEqual([]);
  });
});

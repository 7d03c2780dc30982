/** A policy in a folder of its own finds the tables beside it; a table that is nowhere is told with the line that names it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { payable } from '../../src/app/parts.ts';
import { openPolicy } from '../../src/app/policy.ts';
import { findInstallation } from '../../src/files/installation.ts';
import { answersOf } from '../../src/policy/known-answers.ts';

const installation = findInstallation(process.cwd());
const folder = mkdtempSync(join(tmpdir(), 'casemix-paths-'));
const beside = (name: string) => join(folder, name);
const policy = (body: string) => {
  const head = 'schema: policy/1\nid: own\ntitle: own\nregion: x\ncatalogue: chs-drg-2.0\neffective: {from: 2025-01-01}\n';
  const path = beside('own.yaml');
  writeFileSync(path, `${head}sources: {made: {type: assumption, title: made}}\ninsurance_map: {employee: ["310"]}\n${body}`);
  return path;
};
const rate = 'payment_method: drg_rate\nprice: {source: made, rates: {tertiary: {employee: {value: "100", unit: CNY/weight}}}}\n';

writeFileSync(beside('w0.tsv'), 'drg\tweight\nAB11\t1.5\n');
writeFileSync(beside('means.tsv'), 'drg\tmean_cost\nAB11\t100\n');
writeFileSync(beside('prices.tsv'), 'drg\tweight\tprice\nAB11\t1.5\t150\n');
mkdirSync(beside('dip'));

it('reads the weights beside it, and every other path counts from there', () => {
  const answers = 'known_answers: [{table: prices.tsv, column: price, insurance: employee}]\n';
  const tables = 'weights: {table: w0.tsv, fallback: ./w0.tsv}\nbenchmark: {table: means.tsv}\ndip: {catalogue: dip}\n';
  const file = openPolicy(installation, policy(rate + tables + answers));
  const said = ['weights.table', 'weights.fallback', 'benchmark.table', 'dip.catalogue'].map(path => file.leaves.get(path)?.value);
  expect(said).toEqual([beside('w0.tsv'), beside('w0.tsv'), beside('means.tsv'), beside('dip')]);
  expect(answersOf(file.leaves)).toMatchObject([{ kind: 'prices', table: beside('prices.tsv') }]);
  expect(payable(installation, file).weights).toMatchObject({ listed: 1, weighted: 1 });
});

it('a path that counts from the project stays as it is written, and a shipped benefit may be named by its id', () => {
  const written = openPolicy(installation, 'sample-mix-illustrative').leaves.get('weights.table')!.value as string;
  expect(written.startsWith('data/')).toBe(true);
  const { leaves } = openPolicy(
    installation,
    policy(`${rate}weights: {table: ${written}, fallback: none}\nbenefit: shangluo-illustrative\n`),
  );
  expect([leaves.get('weights.table')?.value, leaves.get('weights.fallback')?.value]).toEqual([written, 'none']);
  expect(leaves.get('benefit')?.value).toBe('data/policies/benefit/shangluo-illustrative.yaml');
});

it.each([
  ['weights: {table: none.tsv}', 'none.tsv'],
  ['benchmark: {table: means.txt}', 'means.txt'],
  ['benefit: nobody.yaml', 'nobody.yaml'],
  ['dip: {catalogue: w0.tsv}', 'w0.tsv'],
])('%s: no such file', (line, name) => {
  const path = policy(`${line}\n${rate}`);
  expect(() => openPolicy(installation, path)).toThrow(
    expect.objectContaining({ code: 'FILE_NOT_FOUND', message: `${path}:9: there is no "${name}", which the policy names` }),
  );
});

/** The weight tables are those that their source page describes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readWeights } from '../../src/payment/weights.ts';

const folder = 'data/weights';
const page = readFileSync(`${folder}/SOURCE.md`, 'utf8');
const tables = readdirSync(folder).filter(name => name.endsWith('.tsv'));

it.each(tables)('%s has the sha256 and the counts of its row', name => {
  const bytes = readFileSync(`${folder}/${name}`);
  expect(page).toContain(`\`${createHash('sha256').update(bytes).digest('hex')}\``);
  const row = page.split('\n').find(line => line.startsWith(`| ${name} |`));
  if (!row) return;
  const { listed, weighted } = readWeights(bytes.toString('utf8'), name);
  expect(
    row
      .split('|')
      .slice(3, 5)
      .map(cell => cell.trim()),
  ).toEqual([String(listed), String(weighted)]);
});

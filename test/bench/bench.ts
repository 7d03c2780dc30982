/**
 * `npm run bench [-- --json] [-- --stays N] [-- --rounds N]`: records a second per stage on one core, with ratios against slower ways to
 * the same result. Every stage that has a peer is first checked to give the same result. Then the workbench: from a key press to the frame
 * with a million stays loaded, from the start to the first frame, and what ten thousand presses leave in memory.
 */
import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import { columnsOf, decodeSnapshot, groupColumns } from '../../grouper/index.ts';
import { carryOut } from '../../src/app/carry-out.ts';
import { openCatalogue } from '../../src/app/catalogue.ts';
import { SHIPPED_COMPARISON } from '../../src/app/defaults.ts';
import { freshSnapshot } from '../../src/files/catalogue-folder.ts';
import { findInstallation, installedText } from '../../src/files/installation.ts';
import { readStays } from '../../src/files/read-stays.ts';
import type { Sheet } from '../../src/files/sheet.ts';
import { profilesIn } from '../../src/files/shipped-profiles.ts';
import { groupCsv } from '../../src/report/group-csv.ts';
import { type FactTexts, factFiles, synthesise } from '../../src/synth/synthesise.ts';
import { oracleOf } from '../grouper/oracle/oracle.ts';
import { readFolder, readTables } from '../grouper/oracle/tables.ts';
import { caseText } from './case-text.ts';
import { filesHeld } from './files-held.ts';
import { type KeyFigure, keyText } from './key-figures.ts';
import { paidStays } from './paid-stays.ts';
import { type Figure, measure, type Stage } from './rounds.ts';
import { asTemporaryFile } from './temporary-file.ts';
import { workbenchFigures } from './workbench.ts';

const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const n = option('stays', 300_000);
const rounds = option('rounds', 5);
const hospitalStays = option('hospital', 100_000);
const catalogueId = 'chs-drg-2.0';
const installation = findInstallation(dirname(fileURLToPath(import.meta.url)));
const profiles = profilesIn(`${installation.root}/data/profiles`);
const compiled = openCatalogue(installation, catalogueId);

const text = caseText(installation.root, { catalogue: catalogueId, n, seed: 11 });
const source = asSource('cases.csv', text);
const read = () => readStays([source], { profiles });
const load = read();

const few = 20_000;
const fewText = caseText(installation.root, { catalogue: catalogueId, n: few, seed: 11 });
const oracle = oracleOf(readTables(readFolder(`${installation.root}/data/catalogue/${catalogueId}`)));
const records = papaparse.parse<Record<string, string>>(fewText, { header: true, skipEmptyLines: true }).data.map(caseOf);

sameResults();

const hospital = hospitalFile(hospitalStays);
const held = await filesHeld(installation, profiles, { hospital: ofSize(20_000), books: ofSize(20_000), lists: ofSize(2_000) });
const stages: Stage[] = [
  { stage: 'open catalogue snapshot', n: 1, run: () => openCatalogueAfresh() },
  { stage: 'interpret the tables (oracle), group', n: few, run: () => records.map(oracle) },
  { stage: 'papaparse, CSV text to strings', n: few, run: () => papaparse.parse(fewText, { header: true, skipEmptyLines: true }) },
  { stage: 'read CSV to columns', n, run: read, against: 'papaparse, CSV text to strings' },
  { stage: 'group columns', n, run: () => groupColumns(compiled, load.table), against: 'interpret the tables (oracle), group' },
  { stage: 'CSV text to groups', n, run: () => groupColumns(compiled, read().table) },
  { stage: 'CSV text to groups to CSV text', n, run: textToText },
  {
    stage: 'load + group + three scenarios + comparison',
    n: hospitalStays,
    run: () => carryOut(installation, { comparison: SHIPPED_COMPARISON, data: [hospital.path] }),
  },
  ...paidStays(installation, compiled, { stays: 1_000_000, sample: 20_000 }),
  ...held.stages,
];

const figures = await measure(stages, rounds);
held.remove();
const keys = await workbenchFigures(installation.root, hospital.path);
hospital.remove();
print(figures, keys);

function sameResults(): void {
  const groups = groupColumns(compiled, columnsOf(records)).group;
  const fast = records.map((_, i) => compiled.groups[groups[i]!]!.drg);
  const slow = records.map(record => oracle(record).drg);
  if (fast.join() !== slow.join()) throw new Error('grouper and oracle differ');
  const parsed = papaparse.parse<string[]>(text, { skipEmptyLines: true }).data.slice(1);
  const { dx, count } = load.table;
  if (count !== parsed.length) throw new Error('reader and papaparse differ in rows');
  for (let row = 0; row < count; row += 997) {
    const codes = Array.from(dx.codes.subarray(dx.offsets[row]!, dx.offsets[row + 1]!), code => dx.words[code]!);
    if (codes.join('|') !== parsed[row]![8]) throw new Error(`reader and papaparse differ in row ${row}`);
  }
}

function textToText(): number {
  const { table, callerIds } = read();
  const rows = { catalogue: compiled.id, groups: compiled.groups, columns: groupColumns(compiled, table), idOf: callerIds.text };
  let length = 0;
  for (const chunk of groupCsv(rows, { bom: false })) length += chunk.length;
  return length;
}

function openCatalogueAfresh() {
  const snapshot = freshSnapshot(installation, catalogueId);
  if (!snapshot) throw new Error('no snapshot: build first');
  return decodeSnapshot(snapshot);
}

function hospitalFile(stays: number) {
  return asTemporaryFile('stays.csv', [...ofSize(stays).lines].join(''));
}

function ofSize(stays: number) {
  const facts = Object.fromEntries(Object.entries(factFiles).map(([name, path]) => [name, installedText(installation, path)])) as FactTexts;
  return synthesise({ stays, seed: 7, year: 2025, facts });
}

function caseOf({ sex, age_years, age_days, weight_g, dx, px }: Record<string, string>) {
  const whole = (cell: string | undefined) => (cell ? Number(cell) : undefined);
  return {
    sex: (sex === '1' ? 1 : 2) as 1 | 2,
    age: whole(age_years),
    ageDays: whole(age_days),
    birthWeight: whole(weight_g),
    dx: dx!.split('|'),
    px: px ? px.split('|') : [],
  };
}

function asSource(name: string, content: string): Sheet {
  const bytes = new TextEncoder().encode(content);
  return { name, format: 'text', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function print(all: readonly Figure[], ofKeys: readonly KeyFigure[]): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify([...all, ...ofKeys], null, 2)}\n`);
    return;
  }
  process.stdout.write(
    `Node ${process.version}, ${cpus()[0]?.model ?? ''}, median of ${rounds} alternating rounds, results checked equal\n\n`,
  );
  for (const { stage, n: records, seconds, perSecond, ratio, against } of all) {
    const beside = ratio === undefined ? '' : `   ${ratio.toFixed(1)} × ${against}`;
    process.stdout.write(
      `${stage.padEnd(46)} n ${String(records).padStart(7)} ${(seconds * 1000).toFixed(1).padStart(9)} ms ${String(perSecond).padStart(10)}/s${beside}\n`,
    );
  }
  process.stdout.write(
    `\nThe workbench with 1,000,000 stays loaded, through the renderer of the bundle\n\n${ofKeys.map(keyText).join('\n')}\n`,
  );
}

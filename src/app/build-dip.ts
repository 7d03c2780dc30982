/** A DIP catalogue from the history of a region: files are read and measured, the tables are made; `write` lays them into a folder. */
import { UserError } from '../errors.ts';
import { sha256 } from '../files/fingerprint.ts';
import { type Installation, installedText } from '../files/installation.ts';
import { projectText } from '../files/project-text.ts';
import type { Load } from '../files/read-stays.ts';
import { readBytes } from '../files/source.ts';
import { mayWrite, type OutputRules, writeOutput } from '../files/write-output.ts';
import { buildDip, type DipBuild, type DipRules } from '../payment/dip/build.ts';
import { type DipFile, dipFiles } from '../payment/dip/catalogue.ts';
import { readComorbidities } from '../payment/dip/comorbidity.ts';
import { readSigns } from '../payment/dip/signs.ts';
import { readTreatments } from '../payment/dip/treatment.ts';
import { type DipManifest, dipManifest } from '../report/dip-manifest.ts';
import { dipTables } from '../report/dip-tables.ts';
import { codeNames } from './code-names.ts';
import { type LoadOptions, loadStays } from './load-stays.ts';

export type DipOrder = LoadOptions & {
  readonly id: string;
  readonly rules: DipRules;
  /** The region's own tables in place of the shipped ones. */
  readonly procedureTypes: string | undefined;
  readonly severitySigns: string | undefined;
  /** Files that the catalogue is going to settle. */
  readonly settles: readonly string[];
};

export type BuiltDip = {
  readonly load: Load;
  readonly build: DipBuild;
  readonly manifest: DipManifest;
  readonly texts: Readonly<Record<DipFile, string>>;
};

/** @throws UserError NOTHING_LOADED, HEADER_UNKNOWN without a cost, CALIBRATION_EMPTY where no stay counts, CATALOGUE_INVALID for a table. */
export async function builtDip(installation: Installation, paths: readonly string[], order: DipOrder): Promise<BuiltDip> {
  const small = smallTables(installation, order);
  const tables = {
    types: readTreatments(small['procedure-types.tsv'], order.procedureTypes ?? shipped('procedure-types.tsv')),
    comorbidities: readComorbidities(small['cci.tsv'], shipped('cci.tsv')),
    signs: readSigns(small['severity.tsv'], order.severitySigns ?? shipped('severity.tsv')),
  };
  const load = await loadStays(installation, paths, order);
  const { table } = load;
  if (!table.money.total) throw withoutCost(paths);
  const build = buildDip(table, tables, order.rules);
  const settled = new Set(order.settles.map(path => readBytes(path).sha256));
  const written = { ...dipTables(build, codeNames(installation)), ...small };
  const manifest = dipManifest(build, {
    id: order.id,
    rules: order.rules,
    files: table.files,
    selfTest: table.files.some(file => settled.has(file.sha256)),
    ownTables: { procedureTypes: order.procedureTypes !== undefined, severitySigns: order.severitySigns !== undefined },
    tables: Object.fromEntries(Object.entries(written).map(([name, text]) => [name, sha256(text)])),
  });
  return { load, build, manifest, texts: { ...written, 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n` } };
}

/** Asked before the work begins. */
export function mayWriteDip(folder: string, rules: OutputRules): void {
  for (const file of dipFiles) mayWrite(`${folder}/${file}`, rules);
}

/** Until the last table is written the manifest says that the catalogue is unfinished: one that was left half way is refused. */
export async function writeDip(folder: string, texts: BuiltDip['texts'], rules: OutputRules): Promise<void> {
  mayWriteDip(folder, rules);
  const manifest = `${folder}/manifest.json`;
  await writeOutput(manifest, ['{"unfinished": true}\n'], rules);
  for (const file of dipFiles) if (file !== 'manifest.json') await writeOutput(`${folder}/${file}`, [texts[file]], rules);
  await writeOutput(manifest, [texts['manifest.json']], { ...rules, force: true });
}

const shipped = (file: DipFile): string => `data/dip/${file}`;

function smallTables(installation: Installation, { procedureTypes, severitySigns }: DipOrder) {
  const own = (path: string | undefined, file: DipFile): string =>
    path === undefined ? installedText(installation, shipped(file)) : projectText(installation)(path);
  return {
    'procedure-types.tsv': own(procedureTypes, 'procedure-types.tsv'),
    'cci.tsv': own(undefined, 'cci.tsv'),
    'severity.tsv': own(severitySigns, 'severity.tsv'),
  };
}

const withoutCost = (paths: readonly string[]): UserError =>
  new UserError(
    'HEADER_UNKNOWN',
    { zh: '文件没有总费用列，不能测算分值', en: 'the file has no column of total cost, so no score can be measured' },
    { at: paths.join(' '), hint: { zh: '给出含总费用的历史病例。', en: 'Give a history of stays with their total cost.' } },
  );

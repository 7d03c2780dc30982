// Builds dist/: the program (esbuild, production React), the grouper on its own, and a compiled snapshot of every shipped catalogue.
// `--bench` adds the benchmark program.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inkWithOurParts } from './src/ui/ink/esbuild-plugin.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const flags = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Bundled CommonJS packages ask for `require`; ES modules have none of their own. */
const banner = "import { createRequire as casemixRequire } from 'node:module'; const require = casemixRequire(import.meta.url);";

/** ink names react-devtools-core as optional; the product never opens it. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(plugin) {
    plugin.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'empty' }));
    plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  loader: { '.sql': 'text' },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"', CASEMIX_VERSION: JSON.stringify(version) },
  // sql.js finds its wasm beside itself, yargs its Chinese texts: both stay packages of their own.
  external: ['sql.js', 'yargs', 'yargs/helpers'],
  plugins: [withoutDevtools, inkWithOurParts(root)],
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
};

rmSync(dist, { recursive: true, force: true });
await build({
  ...common,
  // work.mjs is the program of the worker threads
  entryPoints: { casemix: 'src/main.ts', work: 'src/app/work.ts' },
  outdir: dist,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: banner },
});
await build({ ...common, entryPoints: { grouper: 'grouper/index.ts' }, outdir: dist });
chmodSync(join(dist, 'casemix.mjs'), 0o755);
await snapshots();
await profiles();
if (flags.includes('--bench'))
  await build({
    ...common,
    entryPoints: { bench: 'test/bench/bench.ts', 'bench-keys': 'test/bench/keys.ts' },
    outdir: dist,
    banner: { js: banner },
  });

/** The column profiles as the program holds them: parsing and checking a dozen YAML files takes a quarter of a second, reading this takes none. */
async function profiles() {
  const outfile = join(dist, 'profiles.mjs');
  await build({ ...common, entryPoints: ['src/files/shipped-profiles.ts'], outfile, banner: { js: banner } });
  const { profilesIn } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(dist, 'profiles.json'), JSON.stringify(profilesIn(join(root, 'data', 'profiles'))));
  rmSync(outfile);
}

/** A snapshot is the catalogue in the form the grouper runs on: reading it takes milliseconds, compiling the tables most of a second. */
async function snapshots() {
  const { compileCatalogue, encodeSnapshot, readCatalogue } = await import(pathToFileURL(join(dist, 'grouper.mjs')).href);
  const catalogues = join(root, 'data', 'catalogue');
  mkdirSync(join(dist, 'catalogue'), { recursive: true });
  for (const id of readdirSync(catalogues)) {
    const folder = join(catalogues, id);
    const files = readdirSync(folder);
    if (!files.includes('adrg.tsv')) continue;
    const tables = new Map(files.filter(name => name.endsWith('.tsv')).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
    writeFileSync(join(dist, 'catalogue', `${id}.bin`), encodeSnapshot(compileCatalogue(readCatalogue({ id, tables }))));
  }
}

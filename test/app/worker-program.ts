/** The installation with a worker program bundled from the sources as they are, so that no earlier build is tested. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findInstallation, type Installation } from '../../src/files/installation.ts';

export async function withWorker(): Promise<{ readonly installation: Installation; remove(): void }> {
  const root = process.cwd();
  mkdirSync(join(root, 'build'), { recursive: true });
  // below the root, because sql.js is looked for from there
  const folder = mkdtempSync(join(root, 'build', 'worker-'));
  await build({
    absWorkingDir: root,
    entryPoints: { work: 'src/app/work.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    loader: { '.sql': 'text' },
    external: ['sql.js'],
    outExtension: { '.js': '.mjs' },
    banner: { js: "import { createRequire as bundled } from 'node:module'; const require = bundled(import.meta.url);" },
  });
  return {
    installation: { ...findInstallation(root), worker: join(folder, 'work.mjs') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

// What a folder may use, besides itself. Reading this table is reading the architecture: nothing points up.
const base = ['src/money.ts', 'src/errors.ts', 'src/language.ts'];
const domain = [...base, 'grouper', 'src/stay', 'src/policy', 'src/payment', 'src/scenario', 'src/compare', 'src/synth'];
const adapters = ['src/files', 'src/store', 'src/report'];
const may: Record<string, readonly string[]> = {
  'src/language.ts': [],
  'src/errors.ts': ['src/language.ts'],
  'src/money.ts': ['decimal.js'],
  grouper: [],
  'src/stay': [...base, 'grouper', 'yaml'],
  'src/policy': [...base, 'yaml'],
  'src/payment': [...base, 'grouper', 'src/stay', 'src/policy'],
  'src/scenario': [...base, 'grouper', 'src/stay', 'src/policy', 'src/payment', 'yaml'],
  'src/compare': [...base, 'grouper', 'src/stay', 'src/policy', 'src/payment', 'src/scenario'],
  'src/synth': [...base, 'src/stay'],
  'src/files': [...domain, 'node:', 'yaml', 'zod', '@e965', 'iconv-lite'],
  'src/store': [...domain, 'node:', 'sql.js'],
  'src/report': [...domain, 'string-width'],
  'src/app': [...domain, ...adapters, 'node:worker_threads'],
  'src/cli': [...domain, ...adapters, 'src/app', 'src/ui', 'yargs', 'node:'],
  'src/ui': [...domain, 'src/report', 'src/app', 'ink', 'react', 'zustand', 'string-width', 'yaml', 'zod', 'node:'],
  'src/main.ts': ['src/cli', 'src/files', 'node:'],
};

describe('architecture', () => {
  it('imports only point down', () => {
    const wrong = ['grouper', 'src'].flatMap(sources).flatMap(file =>
      imports(file)
        .filter(used => !allowed(layer(file), used))
        .map(used => `${file} uses ${used}`),
    );
    expect(wrong).toEqual([]);
  });

  it('every folder of the house is in the table', () => {
    const folders = new Set(['grouper', 'src'].flatMap(sources).map(layer));
    expect([...folders].filter(folder => !(folder in may))).toEqual([]);
  });

  it('the domain has no clock, randomness or console', () => {
    const forbidden = /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bconsole\.|\bprocess\./;
    const pure = ['grouper', 'src/stay', 'src/policy', 'src/payment', 'src/scenario', 'src/compare', 'src/synth'];
    expect(pure.flatMap(sources).filter(file => forbidden.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('the synthetic hospital knows no rule that must find what it plants', () => {
    const used = sources('src/synth').flatMap(imports);
    expect(used.filter(name => /^(grouper|src\/(payment|policy|scenario|compare))/.test(name))).toEqual([]);
  });
});

function allowed(from: string, used: string): boolean {
  const to = layer(used);
  return to === from || (may[from] ?? []).some(entry => to === entry || (entry === 'node:' && used.startsWith('node:')));
}

/** The entry of the table that a file or package belongs to; a package is its own layer. */
function layer(name: string): string {
  const entry = Object.keys(may).find(key => name === key || name.startsWith(`${key}/`));
  return (
    entry ??
    (name.startsWith('node:')
      ? name
      : name
          .split('/')
          .slice(0, name.startsWith('src/') ? 2 : 1)
          .join('/'))
  );
}

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/(?:\bfrom|\bimport\(|^import) '([^']+)'/gm)].map(([, name]) => name!);
  return named.map(name => (name.startsWith('.') ? join(dirname(file), name) : name));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name));
}

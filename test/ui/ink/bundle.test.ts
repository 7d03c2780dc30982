import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oddText, plainLine } from './odd-text.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const folder = mkdtempSync(join(tmpdir(), 'casemix-ink-'));

/** A tree as data: both bundles have a React of their own. */
type Tree =
  | { readonly text: string; readonly props: object }
  | { readonly spans: readonly { readonly text: string; readonly props: object }[]; readonly props: object }
  | { readonly box: readonly Tree[]; readonly props: object };
type Draw = (tree: Tree, columns: number) => string;

let inkDraws: Draw;
let ourInkDraws: Draw;

beforeAll(async () => {
  writeFileSync(join(folder, 'none.js'), 'export default {};');
  // Ink's own colours are on or off for good once it is loaded.
  process.env.FORCE_COLOR = '3';
  const { inkWithOurParts } = await import(pathToFileURL(join(root, 'src/ui/ink/esbuild-plugin.mjs')).href);
  inkDraws = await bundled('ink.mjs', []);
  ourInkDraws = await bundled('our-ink.mjs', [inkWithOurParts(root)]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a bundle with our parts draws every tree as Ink draws it', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 10, max: 60 }), (drawn, columns) => {
      expect(ourInkDraws(drawn, columns)).toBe(inkDraws(drawn, columns));
    }),
    { numRuns: 500 },
  );
});

it('a bundle whose Ink lacks a part fails and names it', async () => {
  const { inkWithOurParts } = await import(pathToFileURL(join(root, 'src/ui/ink/esbuild-plugin.mjs')).href);
  const entry = join(folder, 'part.js');
  writeFileSync(entry, `export * from ${JSON.stringify(join(root, 'node_modules/ink/build/dom.js'))};`);
  await expect(built(entry, 'part.mjs', [inkWithOurParts(root)])).rejects.toThrow('Ink no longer imports ./output.js');
});

async function bundled(name: string, plugins: Plugin[]): Promise<Draw> {
  const entry = join(folder, `${name}.js`);
  writeFileSync(
    entry,
    `import { createElement } from 'react';
    import { Box, renderToString, Text } from 'ink';
    const element = (tree, key) =>
      'box' in tree ? createElement(Box, { ...tree.props, key }, tree.box.map(element))
      : 'spans' in tree ? createElement(Text, { ...tree.props, key }, tree.spans.map(element))
      : createElement(Text, { ...tree.props, key }, tree.text);
    export const draw = (tree, columns) => renderToString(element(tree, 'root'), { columns });`,
  );
  await built(entry, name, plugins);
  return (await import(pathToFileURL(join(folder, name)).href)).draw;
}

const built = (entry: string, name: string, plugins: Plugin[]) =>
  build({
    entryPoints: [entry],
    outfile: join(folder, name),
    bundle: true,
    platform: 'node',
    format: 'esm',
    nodePaths: [join(root, 'node_modules')],
    alias: { 'react-devtools-core': join(folder, 'none.js') },
    define: { 'process.env.DEV': '"false"' },
    banner: { js: "import { createRequire as ours } from 'node:module'; const require = ours(import.meta.url);" },
    logLevel: 'silent',
    plugins,
  });

const color = fc.constantFrom('red', 'cyan', '#ff8800', 'ansi256(208)');
const textProps = fc.record(
  {
    color,
    backgroundColor: color,
    bold: fc.boolean(),
    dimColor: fc.boolean(),
    inverse: fc.boolean(),
    underline: fc.boolean(),
    wrap: fc.constantFrom('wrap', 'truncate', 'truncate-middle', 'truncate-start'),
  },
  { requiredKeys: [] },
);
const boxProps = fc.record(
  {
    flexDirection: fc.constantFrom('row', 'column'),
    width: fc.integer({ min: 1, max: 50 }),
    height: fc.integer({ min: 1, max: 6 }),
    marginLeft: fc.integer({ min: -3, max: 4 }),
    paddingLeft: fc.nat(3),
    paddingTop: fc.nat(2),
    gap: fc.nat(2),
    position: fc.constantFrom('relative', 'absolute'),
    borderStyle: fc.constantFrom('single', 'round'),
    borderColor: color,
    backgroundColor: color,
    overflow: fc.constantFrom('visible', 'visible', 'hidden'),
  },
  { requiredKeys: [] },
);
const words = fc.oneof(oddText, plainLine);
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.record({ text: words, props: textProps }),
    fc.record({ spans: fc.array(fc.record({ text: words, props: textProps }), { maxLength: 4 }), props: textProps }),
    fc.record({ box: fc.array(tie('tree'), { maxLength: 4 }), props: boxProps }),
  ),
}));

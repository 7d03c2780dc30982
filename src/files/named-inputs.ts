/**
 * The files that a line reads: each of its words that is a file, a folder of tables or the id of something installed, and what the YAML
 * files among them name in turn, a table of a policy or a policy of a comparison. Asked before a file is replaced, so that no option has
 * to be listed here: a word that happens to have the name of an old output is refused too often rather than an input replaced once.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Real paths. `root` is the folder of the installation. */
export function namedInputs(words: readonly string[], root: string): readonly string[] {
  const found = new Set<string>();
  const waiting = words.flatMap(word => filesNamed(word, ['', root], root));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const folders = ['', root, dirname(path)];
    if (isText(path)) waiting.push(...namesIn(readFileSync(path, 'utf8')).flatMap(name => filesNamed(name, folders, root)));
  }
  return [...found];
}

function filesNamed(name: string, folders: readonly string[], root: string): readonly string[] {
  if (name === '' || name.includes('\0')) return [];
  const installed = /[\\/]/.test(name) ? [] : installedAs(name, root);
  return [...folders.map(folder => join(folder, name)), ...installed].flatMap(filesAt);
}

/** `data/policies/ID.yaml`, `data/catalogue/ID`: whatever kind of thing the id is of. */
const installedAs = (id: string, root: string): readonly string[] =>
  readdirSync(join(root, 'data')).flatMap(kind => ['', '.yaml'].map(ending => join(root, 'data', kind, `${id}${ending}`)));

/** The file itself; of a folder with tables, such as a DIP catalogue, every file. */
function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [realpathSync(path)];
  if (!statSync(path).isDirectory()) return [];
  const inside = readdirSync(path);
  if (!inside.some(name => name.endsWith('.tsv'))) return [];
  return inside
    .map(name => join(path, name))
    .filter(file => existsSync(file) && statSync(file).isFile())
    .map(file => realpathSync(file));
}

/** A policy, a budget or a comparison is a few pages. */
const MOST_BYTES = 1 << 20;
const isText = (path: string): boolean => /\.ya?ml$/i.test(path) && statSync(path).size <= MOST_BYTES;

/** Whatever may be a name in a YAML text: what stands in quotes, the rest of a line after `:` or `-`, and single words. */
function namesIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/"([^"\n]+)"|'([^'\n]+)'/g)].map(([, double, single]) => double ?? single ?? '');
  const rests = [...text.matchAll(/(?::|-)[ \t]+([^\n#"'{}[\]]+)/g)].map(([, rest]) => rest!.trim());
  return [...new Set([...quoted, ...rests, ...text.split(/[\s"'{}[\],]+/)])].filter(name => name.length <= 1000);
}

// Makes build/casemix-<version>.zip: bundle, wasm, data and the two packages that stay outside the bundle. It runs offline, on Windows too,
// with `node casemix.mjs`. The zip is written here (stored or deflated entries, no other feature), so packing needs no further tool.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const top = `casemix-${version}`;

const entries = [
  ...tree('dist')
    .filter(path => !path.endsWith('bench.mjs'))
    .map(path => [path, path.replace(/^dist\//, '')]),
  ...tree('data').map(path => [path, path]),
  ...tree('scenarios').map(path => [path, path]),
  ...['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'LICENSE', 'package.json'].map(path => [path, path]),
  ...['package.json', 'LICENSE', 'dist/sql-wasm.js', 'dist/sql-wasm.wasm']
    .map(name => `node_modules/sql.js/${name}`)
    .map(path => [path, path]),
  ...closure('yargs')
    .flatMap(folder => tree(folder).filter(isRuntime))
    .map(path => [path, path]),
];

mkdirSync(join(root, 'build'), { recursive: true });
const archive = join(root, 'build', `${top}.zip`);
const files = entries.map(([from, to]) => ({ name: `${top}/${to}`, bytes: readFileSync(join(root, from)) }));
writeFileSync(archive, zip([...files, { name: `${top}/THIRD-PARTY-LICENSES.txt`, bytes: Buffer.from(licences(), 'utf8') }]));
process.stdout.write(`${relative(root, archive)}  ${files.length + 1} files  ${(statSync(archive).size / 1048576).toFixed(1)} MiB\n`);

function tree(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Folders of a package and of everything it needs at run time. */
function closure(name, from = root, seen = new Set()) {
  let base = from;
  while (!exists(join(base, 'node_modules', name, 'package.json'))) {
    if (base === dirname(base)) throw new Error(`${name} is not installed`);
    base = dirname(base);
  }
  const folder = join(base, 'node_modules', name);
  const path = relative(root, folder).split(sep).join('/');
  if (seen.has(path)) return [];
  seen.add(path);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [path, ...Object.keys(dependencies).flatMap(needed => closure(needed, folder, seen))];
}

/** The bundle holds the code of these packages; their licences go along. */
function licences() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const seen = new Set();
  for (const name of Object.keys(dependencies)) closure(name, root, seen);
  return [...seen]
    .sort()
    .map(folder => {
      const { name, version: of, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const texts = readdirSync(join(root, folder)).filter(file => /^licen[cs]e/i.test(file));
      return [`${name} ${of} (${license})`, ...texts.map(file => readFileSync(join(root, folder, file), 'utf8'))].join('\n\n');
    })
    .join(`\n${'='.repeat(80)}\n`);
}

function exists(path) {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isRuntime(path) {
  return !/\.(d\.[cm]?ts|map|md)$/.test(path) || /licen[cs]e/i.test(path);
}

function zip(files) {
  const local = [];
  const central = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const stored = packed.length >= bytes.length;
    const body = stored ? bytes : packed;
    const path = Buffer.from(name, 'utf8');
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2); // names are UTF-8
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt16LE(0, 6);
    head.writeUInt16LE(0x21, 8); // 1980-01-01: the archive does not depend on the clock
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(path.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, path, body);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(0, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, path);
    offset += 4 + head.length + path.length + body.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

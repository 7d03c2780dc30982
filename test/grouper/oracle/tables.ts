/** Reads the tables of a catalogue the plain way: every line a row, every cell a text, every list a set. Shares nothing with the grouper it judges. */
import { readdirSync, readFileSync } from 'node:fs';

export type Cells = Readonly<Record<string, string>>;
export type Lists = ReadonlyMap<string, ReadonlySet<string>>;

export type Tables = {
  readonly mdcs: readonly Cells[];
  readonly adrgs: readonly Cells[];
  readonly drgs: readonly Cells[];
  /** Keyed `MDCB D1`, `AA1 P1`: owner, blank, list. */
  readonly lists: Lists;
  /** The body sites of MDCZ, one set of codes each. */
  readonly sites: readonly ReadonlySet<string>[];
  readonly complications: ReadonlyMap<string, { readonly level: string; readonly exclusionGroup: string }>;
  readonly exclusionGroups: ReadonlyMap<string, string>;
  readonly validProcedures: ReadonlySet<string>;
};

export function readFolder(folder: string): Map<string, string> {
  const files = readdirSync(folder).filter(name => name.endsWith('.tsv'));
  return new Map(files.map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

export function readTables(texts: ReadonlyMap<string, string>): Tables {
  const rows = (name: string) => cellsOf(texts.get(name) ?? fail(`no table ${name}`));
  const lists = new Map<string, Set<string>>();
  for (const { mdc, list, code } of rows('mdc_dx.tsv')) add(lists, `${mdc} ${list}`, code!);
  for (const name of ['adrg_dx.tsv', 'adrg_px.tsv']) {
    for (const { adrg, list, code } of rows(name)) add(lists, `${adrg} ${list}`, code!);
  }
  return {
    mdcs: inOrder(rows('mdc.tsv'), 'order'),
    adrgs: inOrder(rows('adrg.tsv'), 'seq'),
    drgs: inOrder(rows('drg.tsv'), 'seq'),
    lists,
    sites: [...lists].filter(([key]) => /^MDCZ S\d+$/.test(key)).map(([, codes]) => codes),
    complications: new Map(
      rows('complications.tsv').map(row => [row.code!, { level: row.level!.toLowerCase(), exclusionGroup: row.exclusion_group! }]),
    ),
    exclusionGroups: new Map(rows('exclusions.tsv').map(row => [row.code!, row.exclusion_group!])),
    validProcedures: new Set(rows('valid_px.tsv').map(row => row.code!)),
  };
}

function cellsOf(text: string): Cells[] {
  const [header, ...lines] = text.split('\n').filter(line => line !== '');
  const names = header!.split('\t');
  return lines.map(line => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

const inOrder = (rows: Cells[], column: string): Cells[] => [...rows].sort((a, b) => Number(a[column]) - Number(b[column]));

function add(lists: Map<string, Set<string>>, key: string, code: string): void {
  if (!lists.has(key)) lists.set(key, new Set());
  lists.get(key)!.add(code);
}

function fail(message: string): never {
  throw new Error(message);
}

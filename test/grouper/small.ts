/** Small catalogues written out in a test: each table as lines of cells parted by blanks, names left empty. */
import { type CompiledCatalogue, compileCatalogue, readCatalogue } from '../../grouper/index.ts';

export type Small = {
  /** `MDCA: entry` in order. */
  readonly mdc: readonly string[];
  /** `MDCA D1: I10 I11` with the codes behind the list; a list `S1@head` has the site `head`. */
  readonly mdcDx?: readonly string[];
  readonly mdcPx?: readonly string[];
  /** `MDCA AA1: condition`, in order; kind from the second letter, QY ambiguous; `outside` or `off` before the condition if so. */
  readonly adrg: readonly string[];
  readonly adrgDx?: readonly string[];
  readonly adrgPx?: readonly string[];
  /** `MDCA AA1 AA19: condition`, in order. */
  readonly drg: readonly string[];
  /** `MCC 5: I10 I11`; `MCC -: I10` without an exclusion group. */
  readonly complications?: readonly string[];
  /** `5: I10 I11`. */
  readonly exclusions?: readonly string[];
  readonly valid?: string;
};

export function smallTables(small: Small): Map<string, string> {
  const parted = (line: string) => {
    const colon = line.indexOf(':');
    return { left: line.slice(0, colon).split(' '), right: line.slice(colon + 1).trim() };
  };
  const table = (header: string, rows: readonly (readonly string[])[]) =>
    `${[header.split(' '), ...rows].map(row => row.join('\t')).join('\n')}\n`;
  const lists = (lines: readonly string[] = [], site = false) =>
    lines.flatMap(line => {
      const { left, right } = parted(line);
      const [list = '', at = ''] = left[1]!.split('@');
      return right.split(' ').map(code => [left[0]!, list, ...(site ? [at] : []), code]);
    });
  const adrg = small.adrg.map((line, i) => {
    const { left, right } = parted(line);
    const [, scope, off, condition] = /^(outside )?(off )?(.*)$/.exec(right)!;
    const code = left[1]!;
    const kind = code.endsWith('QY') ? 'ambiguous' : code[1]! <= 'J' ? 'surgery' : code[1]! <= 'Q' ? 'procedure' : 'medical';
    return [left[0]!, String(i + 1), code, '1', scope ? 'outside' : 'inside', off ? '0' : '1', kind, condition!, ''];
  });
  const tables = new Map([
    [
      'mdc.tsv',
      table(
        'order mdc name entry',
        small.mdc.map(parted).map(({ left, right }, i) => [String(i + 1), left[0]!, '', right]),
      ),
    ],
    ['mdc_dx.tsv', table('mdc list site code', lists(small.mdcDx, true))],
    ['adrg.tsv', table('mdc seq adrg branch scope active kind condition name', adrg)],
    ['adrg_dx.tsv', table('adrg list code', lists(small.adrgDx))],
    ['adrg_px.tsv', table('adrg list code', lists(small.adrgPx))],
    [
      'drg.tsv',
      table(
        'mdc adrg seq drg condition name',
        small.drg.map(parted).map(({ left: [mdc, code, drg], right }, i) => [mdc!, code!, String(i + 1), drg!, right, '']),
      ),
    ],
    [
      'complications.tsv',
      table(
        'code level exclusion_group',
        (small.complications ?? [])
          .map(parted)
          .flatMap(({ left: [level, group], right }) => right.split(' ').map(code => [code, level!, group === '-' ? '' : group!])),
      ),
    ],
    [
      'exclusions.tsv',
      table(
        'code exclusion_group',
        (small.exclusions ?? []).map(parted).flatMap(({ left: [group], right }) => right.split(' ').map(code => [code, group!])),
      ),
    ],
    [
      'valid_px.tsv',
      table(
        'code',
        (small.valid ?? '')
          .split(' ')
          .filter(Boolean)
          .map(code => [code]),
      ),
    ],
  ]);
  if (small.mdcPx) tables.set('mdc_px.tsv', table('mdc list code', lists(small.mdcPx)));
  return tables;
}

export const smallCatalogue = (small: Small): CompiledCatalogue =>
  compileCatalogue(readCatalogue({ id: 'small', tables: smallTables(small) }));

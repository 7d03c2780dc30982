/**
 * Compiles a catalogue. A row holds when its MDC entry holds (outside rows: does not) and its condition holds; this conjunction is looked at from
 * three sides (principal diagnosis, main procedure, numbers), each giving bit rows of what can still hold. Their intersection leaves few rows,
 * whose open parts are asked of the whole case.
 */
import { aspectsOf } from './aspects.ts';
import { type Need, needsOf, sharedRows, sparse, wordsFor } from './bit-rows.ts';
import type { Catalogue, CodeKind } from './catalogue.ts';
import { CatalogueError } from './catalogue-error.ts';
import { compileChains } from './chains.ts';
import { classifyCodes, classStandsIn } from './code-classes.ts';
import type { BitRows, CodeClasses, CompiledCatalogue, ListBits } from './compiled.ts';
import { atomsOf, type Condition, conjuncts } from './condition.ts';
import { type Ask, NO, truth, UNKNOWN } from './evaluate.ts';
import { compileGroups } from './groups.ts';
import { kindOf } from './lists.ts';
import { compareNumber, cutNumbers } from './number-cells.ts';
import { compileSeverity } from './severity.ts';

export function compileCatalogue(catalogue: Catalogue): CompiledCatalogue {
  const { id, title, lists } = catalogue;
  if (catalogue.rows.length >= 0xfffe || lists.length >= 0xffff)
    throw new CatalogueError('adrg.tsv', 0, 'more rows or lists than can be numbered');
  const parts = catalogue.rows.map(row => {
    if (!row.active) return [{ kind: 'constant', value: false } as Condition];
    const { entry } = catalogue.mdcs[row.mdc]!;
    return [...conjuncts(row.scope === 'inside' ? entry : { kind: 'not', of: entry }), ...conjuncts(row.condition)];
  });
  const open = parts.map(each => each.filter(part => !aspectsOf(part).settled));
  const groups = compileGroups(catalogue);
  const { chains, results, asked } = compileChains(catalogue, groups.place);
  const needs = needsOf(parts);
  const askedLater = [...open.flat(), ...asked];

  const { complications } = catalogue;
  const { words, codes: dx } = classifyCodes('dx', lists, [
    ...complications.mcc.keys(),
    ...complications.cc.keys(),
    ...catalogue.exclusions.keys(),
  ]);
  const { codes: px } = classifyCodes('px', lists, []);
  const dxBits = listBits('dx', dx, catalogue, askedLater);
  const pxBits = listBits('px', px, catalogue, askedLater);
  const siteLists = lists.flatMap((list, number) => (list.site ? [number] : []));
  return {
    id,
    title,
    groups: groups.groups,
    mdcs: catalogue.mdcs.map(({ mdc, name, entry }) => ({ mdc, name, entry })),
    rows: catalogue.rows.map((row, r) => ({
      mdc: row.mdc,
      adrg: row.adrg,
      scope: row.scope,
      active: row.active,
      kind: row.kind,
      name: row.name,
      line: row.line,
      condition: row.condition,
      open: open[r]!,
    })),
    chains,
    lists: lists.map(({ kind, owner, name, site }) => ({ kind, owner, name, site })),
    width: wordsFor(parts.length),
    dx,
    px,
    dxRows: sparse(rowsOfPrincipal(dx, siteLists, needs, parts.length), wordsFor(parts.length)),
    pxRows: rowsOfMainProcedure(px, needs, parts.length),
    dxBits,
    pxBits,
    sites: siteLists.map(list => dxBits.bitOf[list]!).filter(bit => bit >= 0),
    cells: cutNumbers([...parts.flat()], needs, parts.length),
    results,
    ...compileSeverity(catalogue, words),
  };
}

function rowsOfPrincipal(dx: CodeClasses, siteLists: readonly number[], needs: readonly Need[], count: number): BitRows {
  return projected(
    dx,
    needs.filter(need => need.aspects.has('principal')),
    count,
    (inList, othersSilent) => atom => {
      switch (atom.kind) {
        case 'complication':
          return inList === undefined ? NO : UNKNOWN;
        case 'number':
          if (atom.field !== 'sites' || !othersSilent) return UNKNOWN;
          return truth(compareNumber(inList ? siteLists.filter(inList).length : 0, atom));
        case 'codes':
          if (kindOf(atom.subject) !== 'dx') return UNKNOWN;
          return ofCodes(atom.subject === 'pdx', atom.subject === 'sdx', inList?.(atom.list) ?? false, othersSilent);
      }
    },
  );
}

function rowsOfMainProcedure(px: CodeClasses, needs: readonly Need[], count: number): BitRows {
  return projected(
    px,
    needs.filter(need => need.aspects.has('main procedure')),
    count,
    (inList, othersSilent) => atom => {
      if (atom.kind !== 'codes' || kindOf(atom.subject) !== 'px') return UNKNOWN;
      return ofCodes(atom.subject === 'px1', atom.subject === 'opx', inList?.(atom.list) ?? false, othersSilent);
    },
  );
}

/** A test of the first code, of the others, or of any, when only the first is known (and perhaps that the others are in no list asked about). */
function ofCodes(first: boolean, others: boolean, inList: boolean, othersSilent: boolean) {
  if (first) return truth(inList);
  if (!others && inList) return truth(true);
  return othersSilent ? NO : UNKNOWN;
}

type InList = (list: number) => boolean;

/** One row per class of codes, twice (see BitRows), and one for a case without any code of the kind. */
function projected(
  codes: CodeClasses,
  needs: readonly Need[],
  count: number,
  knowing: (inList: InList | undefined, othersSilent: boolean) => Ask,
): BitRows {
  const rows = sharedRows(count);
  const classes = codes.starts.length - 1;
  const of = new Uint32Array(2 * classes);
  for (let c = 0; c < classes; c++) {
    const inList = (list: number) => classStandsIn(codes, c, list);
    of[2 * c] = rows.place(needs, knowing(inList, false));
    of[2 * c + 1] = rows.place(needs, knowing(inList, true));
  }
  const none = rows.place(needs, knowing(undefined, true));
  return { words: rows.words(), of, none };
}

/** One bit for each list that the whole case may be asked about. */
function listBits(kind: CodeKind, codes: CodeClasses, { lists }: Catalogue, conditions: readonly Condition[]): ListBits {
  const bitOf = new Int16Array(lists.length).fill(-1);
  let bits = 0;
  const want = (list: number) => {
    if (lists[list]!.kind === kind && bitOf[list] === -1) bitOf[list] = bits++;
  };
  for (const condition of conditions) {
    for (const atom of atomsOf(condition)) {
      if (atom.kind === 'codes') want(atom.list);
      if (atom.kind === 'number' && atom.field === 'sites') for (const [number, list] of lists.entries()) if (list.site) want(number);
    }
  }
  const width = Math.max(1, Math.ceil(bits / 32));
  const classes = codes.starts.length - 1;
  const words = new Uint32Array(classes * width);
  for (let c = 0; c < classes; c++) {
    for (let i = codes.starts[c]!; i < codes.starts[c + 1]!; i++) {
      const bit = bitOf[codes.lists[i]!]!;
      if (bit >= 0) words[c * width + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  }
  return { width, bitOf, words };
}

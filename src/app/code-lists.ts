/** The national code lists and the maps between them (data/catalogue/codes), read when a load needs them. */
import { type Installation, installedText } from '../files/installation.ts';
import { CLINICAL, type CodeFacts, FEMALE, GREY, INSURANCE, MALE } from '../stay/checks/code-facts.ts';
import type { CodeMaps } from '../stay/checks/convert-clinical.ts';

let facts: CodeFacts | undefined;

export function codeFacts(installation: Installation): CodeFacts {
  facts ??= {
    dx: listsOf(text(installation, 'icd10'), text(installation, 'icd10_gl')),
    px: listsOf(text(installation, 'icd9cm3'), text(installation, 'icd9cm3_gl')),
  };
  return facts;
}

/** Read only when something is converted. */
export const clinicalMaps = (installation: Installation): CodeMaps => ({
  dx: changesIn(text(installation, 'map_dx')),
  px: changesIn(text(installation, 'map_px')),
});

const text = (installation: Installation, table: string): string => installedText(installation, `data/catalogue/codes/${table}.tsv`);

function listsOf(insurance: string, clinical: string): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  eachRow(insurance, (code, rest) => {
    // name, grey, sex; procedures have no sex
    const [, grey, sex] = rest.split('\t');
    codes.set(code, INSURANCE | (grey === '1' ? GREY : 0) | (sex === 'M' ? MALE : sex === 'F' ? FEMALE : 0));
  });
  eachRow(clinical, code => codes.set(code, (codes.get(code) ?? 0) | CLINICAL));
  return codes;
}

function changesIn(map: string): ReadonlyMap<string, string> {
  const changes = new Map<string, string>();
  eachRow(map, (from, to) => from !== to && changes.set(from, to));
  return changes;
}

/** Rows below the header: the first cell and what follows it. */
function eachRow(tsv: string, row: (first: string, rest: string) => void): void {
  for (let at = tsv.indexOf('\n') + 1; at < tsv.length; ) {
    const end = tsv.indexOf('\n', at) < 0 ? tsv.length : tsv.indexOf('\n', at);
    const tab = tsv.indexOf('\t', at);
    if (tab > at && tab < end) row(tsv.slice(at, tab), tsv.slice(tab + 1, end));
    at = end + 1;
  }
}

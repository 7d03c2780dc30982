/** The national code lists and the maps between them (data/catalogue/codes), read when a load needs them. */
import { type Installation, installedBytes } from '../files/installation.ts';
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

const text = (installation: Installation, table: string): string => installedBytes(installation, `data/catalogue/codes/${table}.tsv`);

function listsOf(insurance: string, clinical: string): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  eachRow(insurance, (code, rest) => {
    // name, grey in one letter, sex in one or none; procedures have no sex
    const grey = insurance.indexOf('\t', rest) + 1;
    codes.set(code, INSURANCE | (insurance[grey] === '1' ? GREY : 0) | (sexes[insurance[grey + 2] ?? ''] ?? 0));
  });
  eachRow(clinical, code => codes.set(code, (codes.get(code) ?? 0) | CLINICAL));
  return codes;
}

const sexes: Readonly<Record<string, number>> = { M: MALE, F: FEMALE };

function changesIn(map: string): ReadonlyMap<string, string> {
  const changes = new Map<string, string>();
  eachRow(map, (from, rest, end) => {
    const to = map.slice(rest, end);
    if (from !== to) changes.set(from, to);
  });
  return changes;
}

/** Rows below the header: the first cell, and where the text behind it begins and ends. */
function eachRow(tsv: string, row: (first: string, rest: number, end: number) => void): void {
  for (let at = tsv.indexOf('\n') + 1; at < tsv.length; ) {
    const tab = tsv.indexOf('\t', at);
    const end = tsv.indexOf('\n', tab);
    if (tab < 0) return;
    row(tsv.slice(at, tab), tab + 1, end < 0 ? tsv.length : end);
    at = end < 0 ? tsv.length : end + 1;
  }
}

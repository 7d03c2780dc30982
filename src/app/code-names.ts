/** Names of diagnosis and procedure codes, read when somebody looks. */
import { type Installation, installedText } from '../files/installation.ts';

const tables = ['data/catalogue/codes/icd10.tsv', 'data/catalogue/codes/icd9cm3.tsv'];
let names: ReadonlyMap<string, string> | undefined;

/** '' for a code that is in neither list. */
export function codeNames(installation: Installation): (code: string) => string {
  return code => {
    names ??= new Map(tables.flatMap(table => rows(installedText(installation, table))));
    return names.get(code) ?? '';
  };
}

function rows(text: string): [string, string][] {
  const lines = text.split('\n').slice(1);
  return lines.filter(line => line !== '').map(line => line.split('\t', 2) as [string, string]);
}

/** The class of every stay in an auxiliary list, worked out once for each dimension that some group uses. */
import type { Dimension } from '../../policy/dip-lists.ts';
import type { StayTable } from '../../stay/stay-table.ts';
import { ageClass, cciClass, icuClass, severityClass, tumourClass } from './auxiliary-classes.ts';
import type { CodePrefixes } from './code-prefixes.ts';
import { type Comorbidities, comorbidityIndex } from './comorbidity.ts';

export type AuxiliaryTables = { readonly comorbidities: Comorbidities; readonly signs: CodePrefixes<number> };
export type AuxiliaryInput = AuxiliaryTables & {
  readonly stays: StayTable;
  /** Mean cost of the group of a row in fen, NaN without a group: what a dear stay is measured by. */
  readonly groupMean: (row: number) => number;
};

/** undefined: the load does not have the columns that the dimension looks at. */
export type ClassColumns = Readonly<Record<Dimension, Uint8Array | undefined>>;

export function classColumns(input: AuxiliaryInput, wanted: ReadonlySet<Dimension>): ClassColumns {
  const { stays } = input;
  const severity = ['severity', 'age', 'tumour'].some(name => wanted.has(name as Dimension)) ? severities(input) : undefined;
  const icu = stays.icuHours;
  return {
    cci: wanted.has('cci') ? comorbidityClasses(input) : undefined,
    severity: wanted.has('severity') ? severity : undefined,
    tumour: wanted.has('tumour') && severity ? tumours(input, severity) : undefined,
    age: wanted.has('age') && severity ? each(stays, row => ageClass(stays.age[row]!, stays.ageDays[row]!, severity[row]!)) : undefined,
    icu: wanted.has('icu') && icu ? each(stays, row => icuClass(icu[row]!)) : undefined,
  };
}

function each({ count }: StayTable, classOf: (row: number) => number): Uint8Array {
  const column = new Uint8Array(count);
  for (let row = 0; row < count; row++) column[row] = classOf(row);
  return column;
}

/** Other diagnoses only: the principal one makes the group. */
function comorbidityClasses({ stays, comorbidities }: AuxiliaryInput): Uint8Array {
  const { offsets, codes, words } = stays.dx;
  const bits = Int32Array.from(words, word => comorbidities.bitOf(word) ?? 0);
  return each(stays, row => {
    let present = 0;
    for (let at = offsets[row]! + 1; at < offsets[row + 1]!; at++) present |= bits[codes[at]!]!;
    return present === 0 ? 0 : cciClass(comorbidityIndex(present, comorbidities));
  });
}

/** Code of the national list of discharge ways. */
const DEAD = '5';

function severities({ stays, signs }: AuxiliaryInput): Uint8Array {
  const { offsets, codes, words } = stays.dx;
  const sign = Uint8Array.from(words, word => signs(word) ?? 0);
  const way = stays.words.discharge_way;
  const dead = way && Uint8Array.from(way.words, word => Number(word === DEAD));
  return each(stays, row => {
    let gravest = 0;
    for (let at = offsets[row]! + 1; at < offsets[row + 1]!; at++) gravest = Math.max(gravest, sign[codes[at]!]!);
    return severityClass({ dead: dead !== undefined && dead[way!.codes[row]!] === 1, days: stays.days[row]!, sign: gravest });
  });
}

const malignant = /^C[0-9]/;
const metastatic = /^C7[7-9]/;

function tumours({ stays, groupMean }: AuxiliaryInput, severity: Uint8Array): Uint8Array {
  const { offsets, codes, words } = stays.dx;
  const isMalignant = Uint8Array.from(words, word => Number(malignant.test(word)));
  const isMetastasis = Uint8Array.from(words, word => Number(metastatic.test(word)));
  const { total, treatment, surgery, western_drug, herbal_slices, patent_drug } = stays.money;
  return each(stays, row => {
    const first = offsets[row]!;
    if (first === offsets[row + 1] || isMalignant[codes[first]!] === 0) return 0;
    let metastasis = false;
    for (let at = first + 1; at < offsets[row + 1]!; at++) metastasis ||= isMetastasis[codes[at]!] === 1;
    const cost = total?.[row] ?? Number.NaN;
    const treated = (treatment?.[row] || 0) + (surgery?.[row] || 0);
    const drugs = (western_drug?.[row] || 0) + (herbal_slices?.[row] || 0) + (patent_drug?.[row] || 0);
    return tumourClass({
      malignant: true,
      severity: severity[row]!,
      metastasis,
      dear: cost >= 3 * groupMean(row),
      mostTreatment: 2 * treated >= cost,
      mostDrugs: 2 * drugs >= cost,
    });
  });
}

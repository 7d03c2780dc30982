/** A load of a few rows, written as rows: what a test of merging speaks about, and back. */
import type { ChargeLines } from '../../src/stay/charge-lines.ts';
import { chargeCategories, type Document, MISSING, NO_DATE, NO_MONEY, type StayTable } from '../../src/stay/stay-table.ts';

export type SmallRow = {
  readonly key?: string;
  readonly visit?: string;
  readonly patient?: string;
  readonly total?: number;
  readonly fund?: number;
  readonly dx?: readonly string[];
  readonly department?: string;
  /** `2025-03-31` */
  readonly admitted?: string;
  readonly discharged?: string;
  readonly settled?: string;
  /** Amounts of item lines. */
  readonly lines?: readonly number[];
};

/** Lines of a stay of another load, which is named by its settlement or by its visit. */
export type SmallLines = { readonly key?: string; readonly visit?: string; readonly lines: readonly number[] };

export type SmallLoad = {
  readonly file?: string;
  readonly document?: Document;
  readonly rows: readonly SmallRow[];
  readonly waiting?: readonly SmallLines[];
};

export function smallLoad({ file = 'a.csv', document = 'stay', rows, waiting = [] }: SmallLoad): StayTable {
  const lines = rows.flatMap((row, stay) => (row.lines ?? []).map(amount => ({ stay, amount })));
  const days = (of: (row: SmallRow) => string | undefined) => Int32Array.from(rows, row => dayOf(of(row)));
  const count = rows.length;
  return {
    count,
    words: { department: words(rows.map(row => row.department)) },
    sex: new Uint8Array(count),
    age: new Int16Array(count).fill(MISSING),
    ageDays: new Int16Array(count).fill(MISSING),
    birthWeight: new Int32Array(count).fill(MISSING),
    dx: lists(rows.map(row => row.dx ?? [])),
    px: lists(rows.map(() => [])),
    days: new Int32Array(count).fill(MISSING),
    admitted: days(row => row.admitted),
    discharged: days(row => row.discharged),
    ...(rows.some(row => row.settled !== undefined) ? { settled: days(row => row.settled) } : {}),
    settlementKey: words(rows.map(row => row.key)),
    visitKey: words(rows.map(row => row.visit)),
    patientKey: words(rows.map(row => row.patient)),
    money: {
      total: Float64Array.from(rows, row => row.total ?? NO_MONEY),
      ...(rows.some(row => row.fund !== undefined) ? { fund: Float64Array.from(rows, row => row.fund ?? NO_MONEY) } : {}),
    },
    ...(lines.length > 0 ? { charges: chargeLines(lines) } : {}),
    ...(waiting.length > 0
      ? {
          waiting: {
            lines: chargeLines(waiting.flatMap((own, stay) => own.lines.map(amount => ({ stay, amount })))),
            named: { settlementKey: words(waiting.map(own => own.key)), visitKey: words(waiting.map(own => own.visit)) },
          },
        }
      : {}),
    files: [
      { name: file, sha256: file, encoding: 'utf-8', profile: 'own', read: count, loaded: count, refused: 0, reading: reading(document) },
    ],
    sourceFile: new Uint16Array(count),
    sourceRow: Uint32Array.from(rows, (_, i) => i + 2),
  };
}

const chargeLines = (lines: readonly { readonly stay: number; readonly amount: number }[]): ChargeLines => ({
  count: lines.length,
  stay: Uint32Array.from(lines, ({ stay }) => stay),
  category: new Uint8Array(lines.length).fill(chargeCategories.indexOf('bed') + 1),
  item: words(lines.map(() => '110900001')),
  name: words(lines.map(() => '床位')),
  quantity: new Float64Array(lines.length).fill(1),
  price: new Float64Array(lines.length).fill(NO_MONEY),
  amount: Float64Array.from(lines, ({ amount }) => amount),
  charged: new Int32Array(lines.length).fill(NO_DATE),
  selfpayShare: new Float64Array(lines.length).fill(Number.NaN),
  sourceFile: new Uint16Array(lines.length),
  sourceRow: Uint32Array.from(lines, (_, i) => i + 2),
});

/** The lines of a table that found no stay. */
export function smallWaiting({ waiting }: StayTable): readonly SmallLines[] {
  if (!waiting) return [];
  const { lines, named } = waiting;
  return Array.from(named.settlementKey.codes, (code, stay) => ({
    ...given('key', named.settlementKey.words[code]),
    ...given('visit', named.visitKey.words[named.visitKey.codes[stay]!]),
    lines: [...lines.amount].filter((_, line) => lines.stay[line] === stay),
  }));
}

/** The rows of a table, without what is missing; `from` is the file and the record a row came from. */
export function smallRows(table: StayTable): readonly (SmallRow & { readonly from: string })[] {
  const { settlementKey, visitKey, patientKey, words: texts, money, dx, charges } = table;
  return Array.from({ length: table.count }, (_, row) => ({
    ...given('key', settlementKey?.words[settlementKey.codes[row]!]),
    ...given('visit', visitKey?.words[visitKey.codes[row]!]),
    ...given('patient', patientKey?.words[patientKey.codes[row]!]),
    ...given('total', amount(money.total?.[row])),
    ...given('fund', amount(money.fund?.[row])),
    ...given('dx', none(Array.from(dx.codes.subarray(dx.offsets[row]!, dx.offsets[row + 1]!), code => dx.words[code]!))),
    ...given('department', texts.department?.words[texts.department.codes[row]!]),
    ...given('admitted', dateOf(table.admitted?.[row])),
    ...given('discharged', dateOf(table.discharged?.[row])),
    ...given('settled', dateOf(table.settled?.[row])),
    ...given('lines', none(charges ? [...charges.amount].filter((_, line) => charges.stay[line] === row) : [])),
    from: `${table.files[table.sourceFile[row]!]!.name}:${table.sourceRow[row]}`,
  }));
}

const given = <T>(name: string, value: T | undefined) => (value === undefined || value === '' ? {} : { [name]: value });
const amount = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? undefined : value);
const none = <T>(list: readonly T[]) => (list.length === 0 ? undefined : list);

const dayOf = (date: string | undefined): number => (date === undefined ? NO_DATE : Date.parse(`${date}T00:00:00Z`) / 86_400_000);
const dateOf = (day: number | undefined) =>
  day === undefined || day === NO_DATE ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);

function words(texts: readonly (string | undefined)[]) {
  const all = [...new Set(['', ...texts.map(text => text ?? '')])];
  return { codes: Uint32Array.from(texts, text => all.indexOf(text ?? '')), words: all };
}

function lists(rows: readonly (readonly string[])[]) {
  const all = [...new Set(rows.flat())];
  const offsets = new Uint32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) offsets[i + 1] = offsets[i]! + row.length;
  return { offsets, codes: Uint32Array.from(rows.flat(), text => all.indexOf(text)), words: all };
}

const reading = (document: Document) => ({
  ...{ format: 'text' as const, document, score: 1, basis: 'official' as const, headerRow: 1, separator: ',' },
  ...{ columns: [], dropped: [], unused: [], known: [] },
});

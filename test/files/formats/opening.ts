/** Opens bytes as a file on disk, under any name, and shows what came of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openSheets } from '../../../src/files/formats/open-sheets.ts';
import type { Sheet } from '../../../src/files/sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'casemix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export function file(bytes: Uint8Array | string, name = 'a.dat'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

export const open = (bytes: Uint8Array | string, name = 'a.dat'): Promise<readonly Sheet[]> => openSheets([file(bytes, name)]);

export const textOf = ({ bytes }: Sheet): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** Names and texts of all sheets. */
export const shown = async (bytes: Uint8Array | string, name?: string) =>
  (await open(bytes, name)).map(sheet => [sheet.name, textOf(sheet)] as const);

/** The text of the only sheet. */
export async function only(bytes: Uint8Array | string): Promise<string> {
  const sheets = await open(bytes);
  if (sheets.length !== 1) throw new Error(`${sheets.length} sheets`);
  return textOf(sheets[0]!);
}

/** Code, words and place (inside the file) of the refusal; undefined when the file opens. */
export async function refusal(bytes: Uint8Array | string, name = 'a.dat') {
  try {
    await open(bytes, name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.code, en: error.text.en, at: error.at?.replace(`${folder}/`, '') };
  }
  return undefined;
}

export type Part = { readonly [path: string]: string | Uint8Array };

/** An archive of these files. */
export const zipped = (files: Part): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text])));

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Shape = {
  /** The XML of each sheet inside `<worksheet>`. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly states?: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
  readonly more?: Part;
};

/** A workbook written by hand, for what no library writes. */
export function workbook({ sheets, states = {}, strings, styles, properties = '', more = {} }: Shape): Uint8Array {
  const names = Object.keys(sheets);
  const list = names.map(
    (name, i) => `<sheet name="${name}" sheetId="${i + 1}" ${states[name] ? `state="${states[name]}" ` : ''}r:id="rId${i + 1}"/>`,
  );
  const targets = names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  if (strings !== undefined) targets.push(`<Relationship Id="s" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/>`);
  if (styles !== undefined) targets.push(`<Relationship Id="f" Type="${rels}/styles" Target="styles.xml"/>`);
  return zipped({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rels}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`]),
    ),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...more,
  });
}

/** Inline text in a cell. */
export const inline = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A ZIP of one deflated entry that says of itself what it likes. */
export function oneEntry(
  name: string,
  packed: Uint8Array,
  says: { size: number; crc?: number; flags?: number; method?: number },
): Uint8Array {
  const path = Buffer.from(name);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(says.flags ?? 0x800, 2);
  head.writeUInt16LE(says.method ?? 8, 4);
  head.writeUInt32LE(says.crc ?? 0, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(says.size, 18);
  head.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, path, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, Buffer.alloc(14), path]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, central, end]));
}

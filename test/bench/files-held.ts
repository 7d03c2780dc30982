/**
 * Files as hospitals hold them, all written from one synthetic hospital, and the time each takes to become stays. What is read is compared with
 * what is known of the hospital before anything is measured.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { SHIPPED_COMPARISON } from '../../src/app/defaults.ts';
import { keepLoad } from '../../src/app/keep-load.ts';
import { openSaved } from '../../src/app/saved-loads.ts';
import { encoded } from '../../src/files/encoded.ts';
import { openSheets } from '../../src/files/formats/open-sheets.ts';
import type { Installation } from '../../src/files/installation.ts';
import type { Profile } from '../../src/files/profile.ts';
import { type Load, type LoadOptions, readStays } from '../../src/files/read-stays.ts';
import { yuanText } from '../../src/money.ts';
import type { StayTable } from '../../src/stay/stay-table.ts';
import { messySettlements } from '../../src/synth/layouts/messy-settlements.ts';
import { layoutLines } from '../../src/synth/layouts/write.ts';
import type { Synthesis } from '../../src/synth/synthesise.ts';
import type { Stage } from './rounds.ts';

export type Held = { readonly stages: readonly Stage[]; remove(): void };

type Known = { readonly stays: number; readonly cost: string };

/** `hospital` writes the text layouts, the extract and the workspace; JSON is many times as long and has a smaller one. */
export async function filesHeld(
  installation: Installation,
  profiles: readonly Profile[],
  { hospital, lists, books }: Readonly<Record<'hospital' | 'lists' | 'books', Synthesis>>,
): Promise<Held> {
  const folder = mkdtempSync(join(tmpdir(), 'casemix-bench-'));
  const written = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const read = async (path: string, options: Partial<LoadOptions> = {}): Promise<Load> =>
    readStays(await openSheets([path]), { profiles, ...options });

  const frontPage = [...layoutLines(hospital, 'hqms')];
  const utf8 = written('front-page.csv', frontPage.join(''));
  const gb18030 = written('front-page-gb.csv', Buffer.concat([...encoded(frontPage, 'gb18030')].map(piece => Buffer.from(piece))));
  const messy = messySettlements(hospital);
  const extract = written('extract.csv', [...messy.lines].join(''));
  const { rows, ...netted } = messy.truth();
  const json = written('lists.ndjson', [...layoutLines(lists, '4101')].join(''));
  const csv = [...books.lines].join('').replace('\ufeff', '').trimEnd().split('\n');
  const book = written('stays.xlsx', await writeXlsx({ sheets: [{ name: '明细', rows: csv.map(line => line.split(',')) }] }));
  const ownText = written('stays.csv', [...hospital.lines].join(''));
  const load = await read(ownText, { keys: true, keyOf: text => text });
  const { image } = await keepLoad(installation, load, { at: '2026-01-01T00:00:00Z', comparison: SHIPPED_COMPARISON });
  const workspace = written('w.casemix', image);

  const { stays: n, cost } = hospital.truth();
  const front = (await read(utf8)).table;
  same('a front page in GB18030', costOf((await read(gb18030)).table), costOf(front));
  same('a front page', costOf(front), { stays: n, cost });
  same('an extract with visits', costOf((await read(extract)).table), netted);
  same('settlement lists', costOf((await read(json)).table), lists.truth());
  same('a workbook', costOf((await read(book)).table), books.truth());
  same('a workspace', costOf((await openSaved(workspace)).table), { stays: n, cost });

  return {
    stages: [
      { stage: 'read a front page, UTF-8', n, run: () => read(utf8) },
      { stage: 'read a front page, GB18030', n, run: () => read(gb18030), against: 'read a front page, UTF-8' },
      { stage: 'read and net an extract with visits', n: rows, run: () => read(extract) },
      { stage: 'read our own CSV', n, run: () => read(ownText) },
      { stage: 'reopen a saved workspace', n, run: () => openSaved(workspace), against: 'read our own CSV' },
      { stage: 'read a workbook (XLSX)', n: books.truth().stays, run: () => read(book), against: 'read our own CSV' },
      { stage: 'read settlement lists (JSON)', n: lists.truth().stays, run: () => read(json), against: 'read our own CSV' },
    ],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function costOf({ count, money }: StayTable): Known {
  let fen = 0;
  for (const amount of money.total ?? []) fen += amount || 0;
  return { stays: count, cost: yuanText(fen) };
}

function same(what: string, found: Known, known: Known): void {
  if (found.stays === known.stays && found.cost === known.cost) return;
  throw new Error(`${what}: ${JSON.stringify(found)} was read, ${JSON.stringify({ stays: known.stays, cost: known.cost })} is there`);
}

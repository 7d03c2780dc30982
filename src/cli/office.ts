/** The program behind the workbench: jobs of the application, files that appear whole, and the clipboard of the terminal. */
import { askDesk } from '../app/ask-desk.ts';
import { openDeskInWorker } from '../app/desk-in-worker.ts';
import type { LoadOptions } from '../app/load-stays.ts';
import { writeOutput } from '../files/write-output.ts';
import type { Office } from '../ui/office.ts';
import type { Face } from './face.ts';

/** A question of the workbench is stopped after this time, and shows this many rows. */
const limits = { timeLimitMs: 60_000, rowLimit: 100_000 };

/** `copy`: how the face reaches a clipboard; nowhere when it has none. */
export const officeOf = ({ installation, version }: Face, options: LoadOptions, copy: (text: string) => void = () => {}): Office => ({
  program: `casemix ${version}`,
  open: (order, given, report) => openDeskInWorker(installation, { ...options, ...order, given }, report),
  ask: (desk, sql) => askDesk(installation, desk, sql, limits),
  write: writeOutput,
  copy,
});

/** What a saved workspace keeps beside its tables: every load as it was read, the months that are closed, and what was done when. */
import type { Findings } from '../../stay/finding.ts';
import type { Change } from '../../stay/merge-loads.ts';
import type { SourceFile } from '../../stay/stay-table.ts';
import type { ChainedEntry } from '../change-log.ts';

/** A column of a load as bytes, little-endian; `text` is the JSON of a dictionary. */
export type StoredColumn = {
  readonly name: string;
  readonly kind: 'u8' | 'u16' | 'u32' | 'i16' | 'i32' | 'f64' | 'text';
  readonly bytes: Uint8Array;
};

export type LoadState = 'in_force' | 'undone';

export type SavedLoad = {
  /** Counts from 1; loads are laid over each other in this order. */
  readonly load: number;
  readonly at: string;
  readonly state: LoadState;
  readonly files: readonly SourceFile[];
  /** Of reading: what checks of the whole table find is found again. */
  readonly findings: Findings;
  readonly rows: number;
  readonly lines: number;
  readonly columns: readonly StoredColumn[];
  /** Of everything above but its state. */
  readonly sha256: string;
};

export type ClosedMonth = { readonly month: string; readonly at: string };

/** The corrected fields of one entry of the log. */
export type LoggedChanges = { readonly entry: number; readonly list: readonly Change[] };

/** How the loads are put together into stays: said when the workspace was made, the same for all of its loads. */
export type KeptRules = { readonly sameDay?: 0 | 1; readonly codes?: 'clinical' | 'insurance' };

export type Saved = {
  readonly rules: KeptRules;
  readonly loads: readonly SavedLoad[];
  readonly closed: readonly ClosedMonth[];
  readonly log: readonly ChainedEntry[];
  readonly changes: readonly LoggedChanges[];
};

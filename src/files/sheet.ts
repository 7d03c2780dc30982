/** One table of cells as text, whatever file it came from: what every reader of rows starts from. */
import type { Format } from '../stay/stay-table.ts';

export type Sheet = {
  /** Base name of the file and, inside it, of the packed file and the sheet: `2025.zip › 3月.xlsx › 明细`. */
  readonly name: string;
  /** Of the file as it lies on disk. */
  readonly sha256: string;
  readonly format: Format;
  /**
   * Rows as delimited text. `text`: as the file has it, in an encoding and with a separator still to be found. Any other format: UTF-8 without
   * a mark, commas, RFC 4180, written by the reader of the format; every row of the sheet is one record, a blank one too, so that record
   * numbers are row numbers as a person sees them.
   */
  readonly bytes: Uint8Array;
  /** What the file's own reader decoded texts from (a DBF in GB18030); shown to the person. Undefined: not text, or still to be found. */
  readonly encoding?: string | undefined;
};

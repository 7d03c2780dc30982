/** A catalogue that cannot be read: which table, which line (header = 1, 0 = the table as a whole) and what is wrong there. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
  readonly table: string;
  readonly line: number;
  /** What is wrong, without the place. */
  readonly reason: string;
  constructor(table: string, line: number, reason: string) {
    super(`${table}${line > 0 ? `:${line}` : ''}: ${reason}`);
    this.table = table;
    this.line = line;
    this.reason = reason;
  }
}

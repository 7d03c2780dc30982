/** Lines that a table needs beside its rows: title and header. */
export const TABLE_CHROME = 2;
